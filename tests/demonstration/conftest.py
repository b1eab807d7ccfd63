from datetime import UTC, datetime

import pytest

from ownpath.core import clock
from ownpath.demonstration import loading, rows
from ownpath.demonstration.sizes import Size
from ownpath.surveys.models import SurveyPack

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SMALL = (
    Size("Saltmarrow Council", "demo-saltmarrow", ("Harbour team", "Mill team"), 4, 90),
    Size("Pennywhistle Borough", "demo-pennywhistle", ("Pennywhistle team",), 2, 20),
)


@pytest.fixture(scope="session")
def invented() -> rows.Rows:
    """The rows of a small demonstration, unsaved: for tests that only read them."""
    with clock.held_at(NOW):
        return loading.invent(SMALL, starter())


def starter() -> SurveyPack:
    return SurveyPack(slug="ownpath-starter", version=1, language="en", document=loading.starter_document())
