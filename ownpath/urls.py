"""The doors of Ownpath, and nothing else."""

from allauth.account import views as allauth_views
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from ownpath.web.access import Public, declared
from ownpath.web.public.invitation import Invitation
from ownpath.web.public.language import ChooseLanguage
from ownpath.web.public.views import Front, Home, Leave, SignOut
from ownpath.web.views.health import Health

SIGN_IN = Public("Nobody is signed in yet; the page says nothing about who has an account.")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", Front.as_view(), name="front"),
    path("language/", ChooseLanguage.as_view(), name="language"),
    path("home/", Home.as_view(), name="home"),
    path("sign-in/", declared(SIGN_IN, allauth_views.RequestLoginCodeView.as_view()), name="account_login"),
    path(
        "sign-in/again/",
        declared(SIGN_IN, allauth_views.RequestLoginCodeView.as_view()),
        name="account_request_login_code",
    ),
    path(
        "sign-in/code/",
        declared(SIGN_IN, allauth_views.ConfirmLoginCodeView.as_view()),
        name="account_confirm_login_code",
    ),
    path("sign-out/", SignOut.as_view(), name="account_logout"),
    path("leave/", Leave.as_view(), name="leave"),
    path("invitation/<uuid:token>/", Invitation.as_view(), name="invitation"),
    path("my/", include("ownpath.web.my.urls")),
    path("staff/", include("ownpath.web.staff.urls")),
    path("health/", Health.as_view(), name="health"),
]

if "ownpath.demonstration" in settings.INSTALLED_APPS:
    urlpatterns.append(path("demo/", include("ownpath.demonstration.urls")))
    urlpatterns.append(path("gallery/", include("ownpath.web.gallery.urls")))

handler400 = "ownpath.web.views.errors.bad_request"
handler404 = "ownpath.web.views.errors.not_found"
handler500 = "ownpath.web.views.errors.server_error"
