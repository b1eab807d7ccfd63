"""About me: written once, read by whoever comes new."""

from functools import cached_property
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from ownpath.about_me import actions, queries
from ownpath.about_me.enums import Heading
from ownpath.accounts.enums import Permission
from ownpath.core.access import NotVisible
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.about_me import AboutMeForm, SafeContactForm
from ownpath.web.views.base import FormPage, Page


class AboutMe(Page):
    """All that I wrote, and who has read it."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/about_me.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        return self.page(found=queries.about_me(actor=self.actor))


class AboutMePart(FormPage):
    """One heading, and what it said before."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    form_class = AboutMeForm
    template = "my/about_me_part.html"

    @cached_property
    def heading(self) -> Heading:
        """Which."""
        if self.kwargs["part"] not in Heading.values:
            raise NotVisible
        return Heading(self.kwargs["part"])

    @cached_property
    def written(self) -> queries.Written:
        """What stands there."""
        return queries.written(actor=self.actor, heading=self.heading)

    def form(self, **options: Any) -> Form:
        """With the two questions more where it is about reaching me."""
        form_class = SafeContactForm if self.heading == Heading.CONTACT else AboutMeForm
        return form_class(options.get("data"), initial=options.get("initial"), heading=self.heading)

    def initial(self) -> dict[str, Any]:
        """As it stands."""
        return {name: getattr(self.written.now, name) for name in SafeContactForm.base_fields}

    def context(self) -> dict[str, Any]:
        """What it said before, and which heading comes after."""
        order = list(Heading)
        return {"before": self.written.before, "is_last": self.heading == order[-1]}

    def save(self, form: Form) -> None:
        """Write it."""
        actions.tell(actor=self.actor, heading=self.heading, **form.cleaned_data)

    def done_url(self, form: Form) -> str:
        """The next heading where that was pressed, else the whole page at this one."""
        order = list(Heading)
        if self.request.POST.get("go") == "next" and self.heading != order[-1]:
            return reverse("my:about-me-part", args=[order[order.index(self.heading) + 1].value])
        return f"{reverse('my:about-me')}#{self.heading.value}"
