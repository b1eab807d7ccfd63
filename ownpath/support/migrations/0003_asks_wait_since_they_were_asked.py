from django.db import migrations
from django.db.models import F

from ownpath.organisations import row_security


def wait_since_they_were_asked(apps, schema_editor):
    with row_security.everything(reason="Asks of every authority wait since they were asked."):
        apps.get_model("support", "Ask").objects.update(opened_at=F("asked_at"))


class Migration(migrations.Migration):
    dependencies = [("support", "0002_asks_and_standards")]

    operations = [migrations.RunPython(wait_since_they_were_asked, migrations.RunPython.noop)]
