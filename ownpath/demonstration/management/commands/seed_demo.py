from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from ownpath.demonstration import loading, queries, sizes


class Command(BaseCommand):
    help = "Invent two authorities and everyone in them, unless they are there, and say whom one can sign in as."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=int, help="For measuring: one authority of so many people instead.")
        parser.add_argument("--authorities", type=int, default=1, help="With --people: so many authorities in all.")

    def handle(self, *_args: Any, **options: Any) -> None:
        people, authorities = options["people"], options["authorities"]
        wanted = sizes.large(people=people, authorities=authorities) if people else sizes.DEMONSTRATION
        if loading.load(wanted):
            self.stdout.write("The demonstration is ready. Everyone in it is invented.")
        else:
            self.stdout.write("The demonstration is there already; nothing was changed.")
        for guide, _user_id in queries.guides():
            self.stdout.write(f"  {guide.name:19} {guide.who}")
