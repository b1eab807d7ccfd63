"""Where somebody goes on."""

from django.urls import NoReverseMatch, reverse

from ownpath.surveys.queries import Survey, ThenAndNow, Told


def area_url(area: str, *, otherwise: str) -> str:
    """The page of an area; another page by name where the text cannot be one."""
    try:
        return reverse("my:area", args=[area])
    except NoReverseMatch:
        return reverse(otherwise)


def go_on_url(draft: Told) -> str:
    """For somebody who comes back, on whatever phone: after the area saved last; at the end, what matters most, which
    a check-in does not ask.
    """
    area = draft.goes_on_at
    end = "my:priorities" if draft.response.is_whole else "my:summary"
    return area_url(area.id if area else "", otherwise=end)


def stops_of(survey: Survey, *, here: str) -> list[str]:
    """The areas of the draft as stops of a path, one of which is here; none without a draft."""
    return [_stop(one, here) for one in survey.areas()]


def _stop(one: ThenAndNow, here: str) -> str:
    if one.area.id == here:
        return "here"
    return "done" if one.is_answered else "not-now" if one.now else "ahead"
