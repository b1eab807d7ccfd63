from django.db import models
from django.utils.translation import gettext_lazy as _


class ReasonKind(models.TextChoices):
    """What a reason is about. The order is the order of urgency; there is no other measure."""

    NOT_SAFE = "not_safe", _("Said they don’t feel safe")
    HELP = "help", _("Asked for help")
    CAME_BACK = "came_back", _("Came back after their record had ended")
    JOINING = "joining", _("Joined, and needs checking")
    HARD = "hard", _("Told us that something is hard")
    PROMISE = "promise", _("We are late with a promise")
    ASK = "ask", _("Asked for something")
    ANSWERS = "answers", _("Told us how life is, and nobody has come back to it")
    MEETING = "meeting", _("A planned meeting to sort out")
    NOT_RIGHT = "not_right", _("Said that something in their record is not right")
    CONTACT = "contact", _("Not in touch for longer than agreed")
    REVIEW = "review", _("Plan review due or late")
    ABOUT_ME = "about_me", _("A new adviser has not read what they wrote about themselves")
    NOT_HEARD = "not_heard", _("Has not told us how life is going for over seven months")
    NEVER_ASKED = "never_asked", _("Never asked how life is going")
