from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PeopleConfig(AppConfig):
    name = "ownpath.people"

    def ready(self) -> None:
        autodiscover_modules("merging")  # each room declares there what happens to its rows when two records become one
        autodiscover_modules("opening")  # each room declares there what is shut until we know who joined
        autodiscover_modules("still_open")  # each room declares there what a record cannot end over
