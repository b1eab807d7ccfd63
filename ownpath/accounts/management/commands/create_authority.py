from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email, validate_slug

from ownpath.accounts.actions import invite_staff
from ownpath.accounts.enums import RoleCode
from ownpath.core.actor import system
from ownpath.core.typed.lines import name
from ownpath.core.typed.signs import plain
from ownpath.core.typed.unclear import Unclear
from ownpath.organisations import row_security
from ownpath.organisations.actions import create_authority
from ownpath.organisations.queries import authority_with_code


class Command(BaseCommand):
    """Sets up one authority and invites its first manager, who does the rest on the pages."""

    help = "Set up an authority and invite its first manager by e-mail."

    def add_arguments(self, parser: CommandParser) -> None:
        """Code, name, first manager, and as many teams as there are."""
        parser.add_argument("code", help="A short name without spaces, such as northmoor.")
        parser.add_argument("name", help='The whole name, such as "Northmoor Council".')
        parser.add_argument("--manager-name", required=True)
        parser.add_argument("--manager-email", required=True)
        parser.add_argument("--team", action="append", default=[], dest="teams", help="A team; repeat for more.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Set up, invite, say so."""
        code, email = plain(options["code"]), plain(options["manager_email"])
        try:
            validate_slug(code)
            validate_email(email)
        except ValidationError as fault:
            raise CommandError(fault.messages[0]) from fault
        whole_name = _name("name", options["name"])
        manager = _name("--manager-name", options["manager_name"])
        teams = [_name("--team", team) for team in options["teams"]]
        with row_security.everything(reason="The authority does not exist yet."):
            if authority_with_code(code) is not None:
                raise CommandError(f"There is an authority with the code {code} already. Nothing was changed.")
            authority = create_authority(actor=system(None), code=code, name=whole_name, teams=teams)
            invite_staff(actor=system(authority.pk), email=email, name=manager, role=RoleCode.MANAGER)
        self.stdout.write(f"{authority.name} is set up. An invitation is on its way to its first manager.")


def _name(option: str, typed: str) -> str:
    """A name as people see it."""
    try:
        found = name(typed)
    except Unclear as why:
        raise CommandError(f"{option}: {why}") from why
    if not found:
        raise CommandError(f"{option}: Write a name.")
    return found
