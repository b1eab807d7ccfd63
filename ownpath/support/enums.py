from django.db import models
from django.utils.translation import gettext_lazy as _


class AskKind(models.TextChoices):
    """What somebody asks for, as they say it."""

    NOT_SAFE = "not_safe", _("I don’t feel safe")
    HELP = "help", _("I’d like help with this")
    MEET = "meet", _("A time to meet my adviser")
    HOME = "home", _("Something for my home")
    MONEY = "money", _("Money")
    FORM = "form", _("Help with a form or a letter")
    LIFT = "lift", _("A lift somewhere")
    COMPANY = "company", _("Somebody to come with me")
    ADVISER = "adviser", _("A different adviser")
    RECORDS = "records", _("To see my records")
    COMPLAINT = "complaint", _("To complain about something")
    DATA = "data", _("To complain about how my data was handled")
    OTHER = "other", _("Something else")


# One press; they end only when somebody has spoken with the young person.
QUICK = (AskKind.NOT_SAFE, AskKind.HELP)
# They may be about the adviser, so they go to a manager, and no adviser reads them.
FOR_MANAGERS = (AskKind.ADVISER, AskKind.COMPLAINT, AskKind.DATA)
# Each says by itself what is asked for, so that one press is enough; more to say is welcome on its page.
SAYS_IT_ALL = (AskKind.MEET, AskKind.RECORDS)
ASKED_IN_WORDS = tuple(kind for kind in AskKind if kind not in QUICK)


class Decision(models.TextChoices):
    """How an ask ends."""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")
    PASSED_ON = "passed_on", _("Passed on to somebody else")


class EntryKind(models.TextChoices):
    """What a line in the conversation about an ask is."""

    LINE = "line", _("More from the young person")
    ANSWER = "answer", _("An answer")
    SPOKE = "spoke", _("We spoke about it")
    STILL_OPEN = "still_open", _("Why it stays open")
    GIVEN = "given", _("Somebody else has it now")
    DECIDED = "decided", _("A decision")
    HELPED = "helped", _("It helped")
    AGAIN = "again", _("It did not help")


class Called(models.TextChoices):
    """As what somebody was called when a young person did not feel safe."""

    ADVISER = "adviser", _("their adviser")
    COVER = "cover", _("who covers for their adviser")
    DUTY = "duty", _("the duty team")
    MANAGER = "manager", _("a manager")


class OfferHeading(models.TextChoices):
    """The headings of the local offer: Children and Social Work Act 2017, section 2; the last one is added by section 8
    of the Children’s Wellbeing and Schools Act 2026, which was not in force when this was written.
    """

    HEALTH = "health", _("Health and wellbeing")
    RELATIONSHIPS = "relationships", _("Relationships")
    EDUCATION = "education", _("Education and training")
    EMPLOYMENT = "employment", _("Employment")
    HOME = "home", _("A place to live")
    PARTICIPATION = "participation", _("Taking part in society")
    MONEY = "money", _("Money skills")


class OfferPlace(models.TextChoices):
    """For whom an entry is, by where they live."""

    BOTH = "both", _("No matter where you live")
    HERE = "here", _("If you live in our area")
    AWAY = "away", _("If you live outside our area")


class AllowanceKind(models.TextChoices):
    """A line of the record of the setting-up-home allowance."""

    AGREED = "agreed", _("Money agreed")
    SPENT = "spent", _("Something bought")
