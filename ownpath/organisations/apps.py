from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OrganisationsConfig(AppConfig):
    name = "ownpath.organisations"

    def ready(self) -> None:
        from .row_security import protect_tables

        post_migrate.connect(protect_tables, dispatch_uid="protect_tables")
