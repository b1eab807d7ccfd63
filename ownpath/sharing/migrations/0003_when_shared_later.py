from django.db import migrations
from django.db.models import Exists, OuterRef, Subquery

from ownpath.organisations import row_security


def say_when(apps, schema_editor):
    """What was shared after it was sent could be read from that moment."""
    answers = apps.get_model("surveys", "AreaAnswer").objects.filter(sharing="shared")
    chosen = apps.get_model("sharing", "AnswerSharing").objects.filter(answer=OuterRef("pk"), sharing="shared")
    with row_security.everything(reason="A migration is about every authority."):
        latest = Subquery(chosen.order_by("-chosen_at").values("chosen_at")[:1])
        answers.filter(Exists(chosen)).update(shared_at=latest)


class Migration(migrations.Migration):
    dependencies = [("sharing", "0002_end_of_a_record"), ("surveys", "0003_when_shared")]
    operations = [migrations.RunPython(say_when, migrations.RunPython.noop, elidable=True)]
