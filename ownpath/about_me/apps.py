from django.apps import AppConfig


class AboutMeConfig(AppConfig):
    name = "ownpath.about_me"
