from itertools import count
from typing import Any

from ownpath.organisations.models import Authority, Team

_numbers = count(1)


def authority(**values: Any) -> Authority:
    number = next(_numbers)
    return Authority.objects.create(**{"name": f"Test Council {number}", "code": f"test-{number}"} | values)


def team(of: Authority, **values: Any) -> Team:
    return Team.objects.create(authority=of, **{"name": f"Team {next(_numbers)}"} | values)
