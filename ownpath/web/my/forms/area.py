"""One area of life: four small questions, one's own words, and who may read them. Each may be left open."""

from django.utils.translation import gettext_lazy as _

from ownpath.surveys.enums import NOW_RANGE, STEADINESS_RANGE, Change, Sharing
from ownpath.surveys.packs import Area, Questions
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import ChoiceField, HiddenField, TextField, VersionField

from .asked import AskedField, IdField, PlaceField

QUESTIONS = ("scenario", "now", "change", "steadiness", "words", "sharing")
SKIP = _("I’d rather not say")


class AreaForm(Form):
    """What the page of one area asks."""

    response_id = IdField(required=False)
    version = VersionField()
    next_area = HiddenField(required=False)
    language = HiddenField(required=False)
    scenario = AskedField(required=False, skip=SKIP)
    now = PlaceField(required=False, skip=SKIP, choices=[(place, place) for place in NOW_RANGE])
    change = ChoiceField(required=False, skip=SKIP, choices=Change.choices)
    steadiness = PlaceField(required=False, skip=SKIP, choices=[(place, place) for place in STEADINESS_RANGE])
    words = TextField(required=False, rows=4)
    sharing = ChoiceField(
        required=False,
        label=_("Who may read this?"),
        hint=_("If you choose nothing, it is just for you."),
        choices=Sharing.choices,
        hints={
            Sharing.PRIVATE: _("Nobody else can read it."),
            Sharing.SHARED: _("Your adviser and their manager can read it after you send."),
        },
    )

    def ask(self, area: Area, questions: Questions) -> None:
        """Put the pack's questions and words in."""
        self._ask("scenario", questions.scenario, [(one.id, one.words) for one in area.scenarios])
        self._ask("now", questions.now, list(enumerate(area.now, start=1)))
        self._ask("change", questions.change, list(area.change.items()))
        self._ask("steadiness", questions.steadiness, list(enumerate(area.steadiness, start=1)))
        self._label("words", area.invitation)

    def _ask(self, name: str, question: str, choices: list[tuple[str, str]] | list[tuple[int, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, ChoiceField)
        field.choices = choices
        self._label(name, question)

    def _label(self, name: str, words: str) -> None:
        """A form that was checked has taken its labels already, so both places are told."""
        self.fields[name].label = self[name].label = words
