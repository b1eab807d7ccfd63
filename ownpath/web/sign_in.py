"""Signing in: by a code sent to the address of an invited person. Nobody can sign up by themselves."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from ownpath.accounts import codes
from ownpath.accounts.actions import choose_language, note_signing_in
from ownpath.accounts.messages import CodeMail
from ownpath.core import languages
from ownpath.organisations import row_security
from ownpath.people import queries as people

from . import kept
from .whence import whence

SESSION_AUTHORITY = "authority"
_FIRST_VISIT = "first_visit"
_PHONE_LATER = "phone_later"


class InvitedOnlyAdapter(DefaultAccountAdapter):
    """Closes sign-up: an account begins with an invitation. Says in plain words what went wrong."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("That is not the code. Look at it again, or ask for a new one."),
        "too_many_login_attempts": _("That was tried too often. Wait a few minutes, then ask for a new code."),
        "rate_limited": _("That was tried too often. Wait a few minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where a request comes from; never a reason to turn anybody away."""
        return whence(request)

    def generate_login_code(self) -> str:
        """The code that everybody who asks about this address is waiting for."""
        code: codes.Code = self.request.code_asked_for
        return code.text

    def make_code(self) -> str:
        """A new code, as all are made."""
        code: str = super().generate_login_code()
        return code

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing: `ask_for_code` sends the one mail there is, whoever the address belongs to."""

    def ask_for_code(self, email: str, *, is_known: bool) -> UUID:
        """The code for this address, mailed in the language of whoever gets it. What must not go out takes the same
        way. Returns which code it is.
        """
        code = codes.next_code(email, self.make_code)
        self.request.code_asked_for = code
        reader = people.actor_with_address(email)
        language = languages.read_by(reader) if reader else translation.get_language()
        letter = CodeMail(to=email, code=code.text, reader=language or settings.LANGUAGE_CODE)
        if is_known and code.is_to_be_mailed:
            letter.send_after_commit()
        else:
            letter.drop_after_commit()
        return code.id

    def post_login(self, request: HttpRequest, user: Any, **options: Any) -> Any:
        """Write it down, and go on; the language that somebody chose before signing in for the first time is theirs
        from now on.
        """
        code, actor = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""), people.actor_signing_in(user.pk)
        if actor is not None:
            with row_security.only(actor.authority_id):
                note_signing_in(actor=actor)
                if not actor.language and languages.is_offered(actor, code):
                    choose_language(actor=actor, language=code)
        return super().post_login(request, user, **options)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **options: Any
    ) -> None:
        """Pass on what went wrong. The library's own news, such as who is signed in, stands on our pages already."""
        if message_template is None:
            super().add_message(request, level, message_template, *args, **options)


class SignInBackend(AuthenticationBackend):
    """Loads the signed-in user together with what they are, in one query a request."""

    def get_user(self, user_id: Any) -> Any:
        """The user with membership and own record, or None."""
        return people.user_with_roles(user_id)


@receiver(user_logged_in)
def remember_authority(request: HttpRequest, user: Any, **_kwargs: Any) -> None:
    """Note the authority of the person who signed in, so that row-level security is set before anything is read."""
    actor = people.actor_signing_in(user.pk)
    request.session[SESSION_AUTHORITY] = str(actor.authority_id) if actor else ""
    kept.forget_unless_of(request, user.pk)


def sign_in(request: HttpRequest, user: Any) -> None:
    """Open a session for somebody who has just shown who they are; whoever was signed in before is signed out."""
    request.session.flush()
    login(request, user, backend="ownpath.web.sign_in.SignInBackend")


def note_first_visit(request: HttpRequest) -> None:
    """Whoever has just joined is here for the first time, for as long as this session lasts."""
    request.session[_FIRST_VISIT] = True


def put_off_phone(request: HttpRequest) -> None:
    """Their number is not asked for again on this visit."""
    request.session[_PHONE_LATER] = True


def asks_for_phone(request: HttpRequest) -> bool:
    """Whether this is the first visit and their number was not put off."""
    return is_first_visit(request) and not request.session.get(_PHONE_LATER)


def is_first_visit(request: HttpRequest) -> bool:
    """Whether somebody is here for the first time."""
    return bool(request.session.get(_FIRST_VISIT))
