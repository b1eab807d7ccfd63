"""Pages about one young person."""

from typing import Any, ClassVar

from django.urls import reverse

from ownpath.core.access import NotVisible
from ownpath.people import queries as people
from ownpath.web.forms.base import Form
from ownpath.web.views.base import FormPage


class AboutYoungPerson(FormPage):
    """A form about one young person, whose page one comes back to. Whoever may not see them gets no form; nor does
    anybody where it is `only_current` and the record has ended.
    """

    only_current: ClassVar[bool] = False

    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """Find the person first."""
        self.person = people.young_person(actor=self.actor, young_person_id=kwargs["young_person_id"])
        if self.only_current and self.person.has_ended:
            raise NotVisible
        return super().dispatch(*args, **kwargs)

    def context(self) -> dict[str, Any]:
        """The person."""
        return {"person": self.person}

    def done_url(self, form: Form) -> str:
        """Back to the person's page."""
        return reverse("staff:person", kwargs={"young_person_id": self.person.pk})
