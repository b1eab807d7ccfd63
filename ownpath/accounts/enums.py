from django.db import models
from django.utils.translation import gettext_lazy as _


class RoleCode(models.TextChoices):
    """The short code that is stored for a role; what the role may do is in `roles`."""

    YOUNG_PERSON = "young_person", _("Young person")
    ADVISER = "adviser", _("Adviser")
    MANAGER = "manager", _("Manager")
    DUTY = "duty", _("Duty worker")


class Permission(models.TextChoices):
    """One thing that a role may do."""

    KEEP_OWN_RECORD = "keep_own_record", _("Answer, plan and record wins for oneself")
    SEE_ALLOCATED = "see_allocated", _("See the young people one is the adviser of or covers for")
    SEE_AUTHORITY = "see_authority", _("See every young person of the authority")
    WORK_WITH = "work_with", _("Record contacts, goals and steps for the young people one can see")
    INVITE_YOUNG_PEOPLE = "invite_young_people", _("Invite young people one can see")
    INVITE_STAFF = "invite_staff", _("Invite staff")
    ALLOCATE = "allocate", _("Give young people an adviser")
    SEE_OVERVIEW = "see_overview", _("See the overview of teams and areas")
    ANSWER_CALLS = "answer_calls", _("See who does not feel safe until somebody has spoken with them, and record that")
