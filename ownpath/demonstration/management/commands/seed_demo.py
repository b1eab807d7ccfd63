from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand

from ownpath.core.typed.numbers import whole
from ownpath.core.typed.unclear import Unclear
from ownpath.demonstration import loading, queries, sizes

MOST = 1_000_000


def _count(text: str) -> int:
    """So many people or authorities."""
    try:
        return whole(text, least=1, greatest=MOST)
    except Unclear as why:
        raise ArgumentTypeError(str(why)) from why


class Command(BaseCommand):
    help = "Invent two authorities and everyone in them, unless they are there, and say whom one can sign in as."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=_count, help="For measuring: one authority of so many people instead.")
        parser.add_argument("--authorities", type=_count, default=1, help="With --people: so many authorities in all.")

    def handle(self, *_args: Any, **options: Any) -> None:
        people, authorities = options["people"], options["authorities"]
        wanted = sizes.large(people=people, authorities=authorities) if people else sizes.DEMONSTRATION
        if loading.load(wanted):
            self.stdout.write("The demonstration is ready. Everyone in it is invented.")
        else:
            self.stdout.write("The demonstration is there already; nothing was changed.")
        for guide, _user_id in queries.guides():
            self.stdout.write(f"  {guide.name:19} {guide.who}")
