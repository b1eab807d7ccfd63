from django.db import migrations
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from ownpath.organisations import row_security


def say_when(apps, schema_editor):
    """What was shared so far could be read from the moment it was sent, or typed in from paper."""
    answers = apps.get_model("surveys", "AreaAnswer").objects
    paper = apps.get_model("surveys", "Paper").objects.filter(response=OuterRef("response"))
    response = apps.get_model("surveys", "Response").objects.filter(pk=OuterRef("response"))
    readable = answers.filter(sharing="shared", response__sent_at__isnull=False, shared_at=None)
    with row_security.everything(reason="A migration is about every authority."):
        readable.update(shared_at=Coalesce(Subquery(paper.values("entered_at")), Subquery(response.values("sent_at"))))


class Migration(migrations.Migration):
    dependencies = [("surveys", "0002_readings")]
    operations = [migrations.RunPython(say_when, migrations.RunPython.noop, elidable=True)]
