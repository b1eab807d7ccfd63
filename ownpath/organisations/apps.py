from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.module_loading import autodiscover_modules


class OrganisationsConfig(AppConfig):
    name = "ownpath.organisations"

    def ready(self) -> None:
        from .row_security import protect_tables, refuse_role_that_steps_over

        pre_migrate.connect(refuse_role_that_steps_over, dispatch_uid="refuse_role_that_steps_over", sender=self)
        post_migrate.connect(protect_tables, dispatch_uid="protect_tables")
        autodiscover_modules("tasks")  # each room declares there what is due without a press
