import pytest

from tests import factories


@pytest.fixture
def plan(db: None) -> factories.WholePlan:
    return factories.whole_plan()
