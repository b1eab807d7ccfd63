from django.apps import AppConfig
from django.db.backends.signals import connection_created


class CoreConfig(AppConfig):
    name = "ownpath.core"

    def ready(self) -> None:
        from .by_name import teach

        connection_created.connect(teach)
