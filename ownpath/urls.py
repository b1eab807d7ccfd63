"""The doors of Ownpath, and nothing else."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from ownpath.web.public.invitation import Invitation
from ownpath.web.public.language import ChooseLanguage
from ownpath.web.public.sign_in import AskForCode, TypeCode
from ownpath.web.public.take_back import TakeBack
from ownpath.web.public.views import Front, Home, Leave, SignOut
from ownpath.web.views.address import ChangeAddress, TypeAddressCodes
from ownpath.web.views.health import Health

urlpatterns: list[URLPattern | URLResolver] = [
    path("", Front.as_view(), name="front"),
    path("language/", ChooseLanguage.as_view(), name="language"),
    path("home/", Home.as_view(), name="home"),
    path("sign-in/", AskForCode.as_view(), name="account_login"),
    path("sign-in/again/", AskForCode.as_view(), name="account_request_login_code"),
    path("sign-in/code/", TypeCode.as_view(), name="account_confirm_login_code"),
    path("sign-out/", SignOut.as_view(), name="account_logout"),
    path("address/", ChangeAddress.as_view(), name="address"),
    path("address/codes/", TypeAddressCodes.as_view(), name="address-codes"),
    path("leave/", Leave.as_view(), name="leave"),
    path("invitation/<uuid:token>/", Invitation.as_view(), name="invitation"),
    path("take-back/", TakeBack.as_view(), name="take-back"),
    path("my/", include("ownpath.web.my.urls")),
    path("staff/", include("ownpath.web.staff.urls")),
    path("health/", Health.as_view(), name="health"),
]

if "ownpath.demonstration" in settings.INSTALLED_APPS:
    urlpatterns.append(path("demo/", include("ownpath.demonstration.urls")))
    urlpatterns.append(path("gallery/", include("ownpath.web.gallery.urls")))

handler400 = "ownpath.web.views.errors.bad_request"
handler403 = "ownpath.web.views.errors.forbidden"
handler404 = "ownpath.web.views.errors.not_found"
handler500 = "ownpath.web.views.errors.server_error"
