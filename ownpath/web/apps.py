from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "ownpath.web"

    def ready(self) -> None:
        from . import access, sign_in  # noqa: F401 - registers the check and the signal
