"""A short check-in: which parts of life."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownpath.surveys.rules import are_few
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import MultipleChoiceField


class CheckInForm(Form):
    """Ticks for up to three areas."""

    asks = MultipleChoiceField(
        label=_("Which parts do you want to talk about?"),
        hint=_("Tick up to three."),
        missing=_("Tick at least one part, or answer the whole survey."),
        is_heading=True,
    )

    def clean_asks(self) -> list[str]:
        """At most three."""
        asks: list[str] = self.cleaned_data["asks"]
        if not are_few(asks):
            sentence = gettext("You ticked %(many)s. Keep up to three for a check-in, or answer the whole survey.")
            raise ValidationError(sentence, params={"many": len(asks)})
        return asks
