"""What a page says once after a press travels in a cookie, which in a real service is for this host and https only."""

from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage

from .cookies import called


class HostCookieStorage(CookieStorage):
    """Django's, under a name that browsers take from this host over https alone; over http it has its plain name."""

    cookie_name = called("messages")


class HostStorage(FallbackStorage):
    """The cookie first, the session for what is too long."""

    storage_classes = (HostCookieStorage, SessionStorage)
