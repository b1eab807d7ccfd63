from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "ownpath.demonstration"
