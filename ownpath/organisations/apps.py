from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules


class OrganisationsConfig(AppConfig):
    name = "ownpath.organisations"

    def ready(self) -> None:
        from .row_security import protect_tables

        post_migrate.connect(protect_tables, dispatch_uid="protect_tables")
        autodiscover_modules("tasks")  # each room declares there what is due without a press
