from django.db import models

from ownpath.core.fields import personal, plain
from ownpath.core.models import Row


class Authority(Row):
    """A council: the tenant, with the standards that it set itself."""

    name = plain(models.CharField(max_length=120))
    code = plain(models.SlugField(unique=True))
    survey_pack = plain(models.SlugField(max_length=60, blank=True, help_text="Empty: the starter pack."))
    contact_every_days = plain(models.PositiveSmallIntegerField(default=56))
    review_every_months = plain(models.PositiveSmallIntegerField(default=6))
    help_now_name = personal(models.CharField(max_length=120, blank=True))
    help_now_phone = personal(models.CharField(max_length=30, blank=True))

    class Meta:
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.name


class OfAuthority(Row):
    """A row that belongs to one authority. On PostgreSQL, row-level security keeps it there."""

    authority = plain(models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+"))

    class Meta:
        abstract = True


class Team(OfAuthority):
    """A group of advisers with one manager's view over it."""

    name = plain(models.CharField(max_length=80))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "name"], name="team_name_once")]

    def __str__(self) -> str:
        return self.name
