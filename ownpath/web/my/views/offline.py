"""Answering without signal: a page that a phone may keep, and where it sends what was said on it."""

from pathlib import Path

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token

from ownpath.accounts.enums import Permission
from ownpath.core.once import once
from ownpath.core.versions import StaleEdit
from ownpath.surveys import actions, queries
from ownpath.web import kept
from ownpath.web.access import Needs, Public
from ownpath.web.my.forms.area import QUESTIONS, AreaForm
from ownpath.web.views.base import CONFLICT, UNPROCESSABLE, Page

WORKER = Path(settings.STATICFILES_DIRS[0]) / "worker.js"
FORBIDDEN = 403


class Offline(Page):
    """The questions and nothing else: no name, and nothing that was ever answered. Script keeps and sends what is
    typed on it.
    """

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/away.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        pack = queries.asked(actor=self.actor)
        forms = []
        for area in pack.areas:
            form = AreaForm(auto_id=f"{area.id}-%s", initial={"language": pack.language})
            form.ask(area, pack.questions)
            forms.append((area, form))
        return self.page(forms=forms)


class OfflineSend(Page):
    """Takes one answer that a phone kept. The phone sends each until it hears what became of it."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    def get(self, *_args: object) -> HttpResponse:
        """Who is signed in, as a token, and the token against forgery."""
        return JsonResponse({"owner": kept.token_for(self.actor), "token": get_token(self.request)})

    def post(self, *_args: object) -> HttpResponse:
        """Save it into the draft, once; 409 where something else was said there, which stands until somebody chose."""
        if not kept.is_of(self.request.POST.get(kept.FIELD, ""), self.actor):
            return JsonResponse({}, status=FORBIDDEN)
        form = AreaForm(self.request.POST)
        if not form.is_valid():
            return JsonResponse({}, status=UNPROCESSABLE)
        draft = actions.start_response(actor=self.actor)
        said = {name: form.cleaned_data[name] for name in ("language", *QUESTIONS)}
        try:
            with once(self.actor, self.request.POST.get("once", "")[:40]) as is_first:
                if is_first:
                    area = self.request.POST.get("area", "")
                    actions.save_answer(
                        actor=self.actor, response_id=draft.pk, area=area, is_not_now=False, version=0, **said
                    )
        except StaleEdit:
            return JsonResponse({"response_id": draft.pk}, status=CONFLICT)
        return JsonResponse({})


class OfflineWorker(Page):
    """The script that shows the kept page without signal. It lies below `/my/`, and is allowed all of our addresses."""

    access = Public("A file of script, the same for everybody; a browser asks for it also when nobody is signed in.")

    def get(self, *_args: object) -> HttpResponse:
        """The file."""
        headers = {"Service-Worker-Allowed": "/", "Cache-Control": "no-cache"}
        return HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8", headers=headers)
