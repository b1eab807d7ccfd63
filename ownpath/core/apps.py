from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "ownpath.core"
