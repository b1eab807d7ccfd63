"""What matters most now."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownpath.surveys.packs import Area
from ownpath.surveys.rules import are_few
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import HiddenField

from .asked import AskedManyField, IdField


class PrioritiesForm(Form):
    """Ticks for up to three areas."""

    response_id = IdField(required=False)
    areas = AskedManyField(
        required=False, label=_("What matters most to you right now?"), hint=_("Tick up to three."), is_heading=True
    )

    def ask(self, areas: Iterable[Area]) -> None:
        """Put the pack's areas in."""
        field = self.fields["areas"]
        assert isinstance(field, AskedManyField)
        field.choices = [(area.id, area.title) for area in areas]

    def clean_areas(self) -> list[str]:
        """At most three."""
        areas: list[str] = self.cleaned_data["areas"]
        if not are_few(areas):
            sentence = gettext("You ticked %(many)s. Keep the three that matter most, and untick the others.")
            raise ValidationError(sentence, params={"many": len(areas)})
        return areas


class MoveForm(Form):
    """The buttons beside each area: one of the two carries the area that moves."""

    response_id = IdField(required=False)
    up = HiddenField(required=False)
    down = HiddenField(required=False)
