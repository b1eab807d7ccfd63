from django.db import models

from ownpath.core.fields import personal, plain
from ownpath.organisations.models import OfAuthority


class ReturnedDeath(OfAuthority):
    """That the return of a year left somebody out because they had died: kept so that no later return adds them. It
    holds their number in the return and nothing else.
    """

    child_id = personal(models.CharField(max_length=12))
    year_end = plain(models.DateField())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "child_id", "year_end"], name="returned_death_once_a_year")
        ]
