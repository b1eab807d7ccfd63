"""Wins: everyday successes, of any size."""

from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.photos import Photo
from ownpath.core.versions import StaleEdit
from ownpath.people.queries import young_person
from ownpath.plans.enums import WinSharing
from ownpath.plans.models import Win, WinPhoto, WinVersion
from ownpath.plans.queries.wins import win_rows
from ownpath.plans.rules import can_change_plan, can_change_win, is_own

from .saving import locked


@action
def record_win(
    *,
    actor: Actor,
    young_person_id: UUID,
    words: str,
    sharing: str = "",
    photo: Photo | None = None,
    alt: str = "",
) -> Audited[Win]:
    """Keep a win of today: the young person their own, for whom they choose, nothing chosen meaning for themselves; or
    staff who work with them, whose win is for both and waits for the young person to keep it or remove it.

    Raises `NotVisible` for a person the actor may not see.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    require(can_change_plan(actor, person))
    own = is_own(actor, person)
    win = Win(authority_id=person.authority_id, young_person=person, version=0, added_by_id=actor.user_id)
    win.sharing = (sharing or WinSharing.PRIVATE) if own else WinSharing.ADVISER
    win.kept_at = clock.now() if own else None
    _save(win, actor, words)
    if photo is not None:
        _keep_photo(win, photo, alt)
    return Audited(win, about=win, young_person_id=person.pk)


@action
def change_win(
    *,
    actor: Actor,
    win_id: UUID,
    words: str,
    sharing: str,
    version: int,
    photo: Photo | None = None,
    alt: str = "",
    is_photo_removed: bool = False,
) -> Audited[Win]:
    """The young person says a win of theirs in other words, shows it to others or no longer, changes its photo or takes
    it away. What it said before is kept for them alone; a photo taken away is gone.

    Saving one that staff noted keeps it. Raises `StaleEdit` when it was changed since `version`; `NotVisible` for
    everybody else.
    """
    win = locked(win_rows(actor=actor), win_id)
    require(can_change_win(actor, win.young_person))
    if win.version != version:
        raise StaleEdit(win)
    win.sharing, win.kept_at = sharing or WinSharing.PRIVATE, win.kept_at or clock.now()
    _save(win, actor, words)
    if is_photo_removed:
        WinPhoto.objects.filter(win=win).delete()
    if photo is not None:
        _keep_photo(win, photo, alt)
    elif not is_photo_removed:
        WinPhoto.objects.filter(win=win).update(alt=alt.strip())
    return Audited(win, about=win, young_person_id=win.young_person_id)


@action
def keep_win(*, actor: Actor, win_id: UUID) -> Audited[Win]:
    """The young person keeps a win that staff noted for them; pressing again changes nothing."""
    win = locked(win_rows(actor=actor), win_id)
    require(can_change_win(actor, win.young_person))
    if win.kept_at is None:
        win.kept_at = clock.now()
        win.save(update_fields=["kept_at"])
    return Audited(win, about=win, young_person_id=win.young_person_id)


@action
def remove_win(*, actor: Actor, win_id: UUID) -> Audited[None]:
    """The young person removes a win, whoever noted it: its words, what they said before and its photo are deleted.

    The audit keeps that a win was removed, by whom and when, and nothing of what it said.
    """
    win = locked(win_rows(actor=actor), win_id)
    require(can_change_win(actor, win.young_person))
    about = Win(pk=win.pk)
    win.delete()
    return Audited(None, about=about, young_person_id=win.young_person_id)


def _save(win: Win, actor: Actor, words: str) -> None:
    if words.strip() != win.words:
        win.words, win.written_by_id = words.strip(), actor.user_id
    win.version += 1
    win.save()
    WinVersion.objects.create(
        authority_id=win.authority_id,
        young_person_id=win.young_person_id,
        win=win,
        version=win.version,
        words=win.words,
        sharing=win.sharing,
        written_by_id=win.written_by_id,
        saved_by_id=actor.user_id,
    )


def _keep_photo(win: Win, photo: Photo, alt: str) -> None:
    row = WinPhoto.objects.filter(win=win).first()
    row = row or WinPhoto(authority_id=win.authority_id, young_person_id=win.young_person_id, win=win)
    row.alt = alt.strip()
    row.show(photo)
    row.save()
