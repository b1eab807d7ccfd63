from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.core.clock import held_at
from ownpath.core.models import AuditEvent
from ownpath.core.versions import StaleEdit
from ownpath.plans import actions, queries
from ownpath.plans.enums import WinSharing
from ownpath.plans.models import Win, WinPhoto, WinVersion
from tests import factories
from tests.factories import WholePlan

PRIVATE, ADVISER, TOGETHER = WinSharing.PRIVATE, WinSharing.ADVISER, WinSharing.TOGETHER


def words(found: queries.Wins) -> list[str]:
    return [win.words for win in found.wins]


def test_win_is_of_today_in_london_and_says_who_added_it(plan: WholePlan) -> None:
    with held_at(datetime(2026, 6, 1, 23, 30, tzinfo=UTC)):
        own = actions.record_win(actor=plan.owner, young_person_id=plan.yara.pk, words=" Got up at 8 ")
    added = actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Rang the bank")

    assert (own.words, own.on_date, own.added_by) == ("Got up at 8", date(2026, 6, 2), plan.yara.user)
    assert (added.words, added.added_by) == ("Rang the bank", plan.ines)


def test_win_for_whom_nobody_chose_is_for_oneself_and_one_that_staff_noted_is_for_both(plan: WholePlan) -> None:
    own = actions.record_win(actor=plan.owner, young_person_id=plan.yara.pk, words="Mine")
    added = actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Ours", sharing=PRIVATE)

    assert (own.sharing, own.kept_at is None) == (PRIVATE, False)
    assert (added.sharing, added.kept_at is None) == (ADVISER, True)


def test_who_may_record_a_win(plan: WholePlan) -> None:
    for actor in plan.people_who_may().values():
        actions.record_win(actor=actor, young_person_id=plan.yara.pk, words="Yes")
    for actor in plan.people_who_may_not().values():
        with pytest.raises(NotVisible):
            actions.record_win(actor=actor, young_person_id=plan.yara.pk, words="No")

    assert list(Win.objects.values_list("words", flat=True)) == ["Yes"] * 3


def test_staff_never_read_a_win_that_is_for_oneself(plan: WholePlan) -> None:
    yara = plan.yara.pk
    for sharing in WinSharing:
        kept = actions.record_win(
            actor=plan.owner, young_person_id=yara, words=sharing.name, sharing=sharing, photo=factories.photo()
        )
        if sharing == PRIVATE:
            private = kept.pk

    assert words(queries.wins(actor=plan.owner, young_person_id=yara)) == ["TOGETHER", "ADVISER", "PRIVATE"]
    for staff in (plan.adviser, plan.people_who_may()["manager"]):
        assert words(queries.wins(actor=staff, young_person_id=yara)) == ["TOGETHER", "ADVISER"]
        found = queries.plan(actor=staff, young_person_id=yara)
        assert [win.words for win in found.latest_wins] == ["TOGETHER", "ADVISER"]
        reviewing = queries.reviewing(actor=staff, young_person_id=yara)
        assert [win.words for win in reviewing.to_celebrate] == ["TOGETHER"]
        for read in (queries.win, queries.win_photo):
            with pytest.raises(NotVisible):
                read(actor=staff, young_person_id=yara, win_id=private)


def test_own_plan_shows_the_wins_that_the_adviser_reads_there_too(plan: WholePlan) -> None:
    actions.record_win(actor=plan.owner, young_person_id=plan.yara.pk, words="Mine")
    actions.record_win(actor=plan.owner, young_person_id=plan.yara.pk, words="Ours", sharing=ADVISER)

    found = queries.plan(actor=plan.owner, young_person_id=plan.yara.pk)

    assert [win.words for win in found.latest_wins] == ["Ours"]


def test_what_was_celebrated_at_the_last_review_does_not_come_up_again(plan: WholePlan) -> None:
    factories.review(plan.yara, date(2026, 5, 1), held_date=date(2026, 5, 1))
    for day in (date(2026, 4, 30), date(2026, 5, 2)):
        row = actions.record_win(actor=plan.owner, young_person_id=plan.yara.pk, words=str(day), sharing=TOGETHER)
        Win.objects.filter(pk=row.pk).update(on_date=day)

    found = queries.reviewing(actor=plan.adviser, young_person_id=plan.yara.pk)

    assert [win.words for win in found.to_celebrate] == ["2026-05-02"]


def change(actor: Actor, win: Win, **values: object) -> Win:
    said = {"words": win.words, "sharing": win.sharing, "version": win.version}
    return actions.change_win(actor=actor, win_id=win.pk, **said | values)


def test_changed_win_keeps_what_it_said_for_its_owner_alone(plan: WholePlan) -> None:
    win = actions.record_win(actor=plan.owner, young_person_id=plan.yara.pk, words="Cried", sharing=PRIVATE)
    change(plan.owner, win, words="Slept", sharing=ADVISER)

    before = queries.said_before(actor=plan.owner, win_id=win.pk)

    assert [(kept.words, kept.sharing) for kept in before] == [("Cried", PRIVATE)]
    assert queries.said_before(actor=plan.adviser, win_id=win.pk) == []
    assert words(queries.wins(actor=plan.adviser, young_person_id=plan.yara.pk)) == ["Slept"]


def test_second_of_two_edits_is_refused(plan: WholePlan) -> None:
    win = actions.record_win(actor=plan.owner, young_person_id=plan.yara.pk, words="One")
    change(plan.owner, win, words="Two")

    with pytest.raises(StaleEdit):
        change(plan.owner, win, words="Three")
    assert Win.objects.get().words == "Two"


def test_photo_comes_changes_and_goes(plan: WholePlan) -> None:
    win = actions.record_win(
        actor=plan.owner, young_person_id=plan.yara.pk, words="Mop", photo=factories.photo(), alt=" A mop "
    )
    first = queries.win_photo(actor=plan.owner, young_person_id=plan.yara.pk, win_id=win.pk)
    assert (first.alt, first.width, bytes(first.small[:4])) == ("A mop", 60, b"RIFF")

    win = change(plan.owner, win, alt="My mop")
    assert WinPhoto.objects.get().alt == "My mop"
    win = change(plan.owner, win, photo=factories.photo(), alt="Another mop")
    assert WinPhoto.objects.get().alt == "Another mop"
    change(plan.owner, win, is_photo_removed=True)
    assert not WinPhoto.objects.exists()


def test_win_of_the_adviser_waits_until_it_is_kept(plan: WholePlan) -> None:
    win = actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Rang")
    with held_at(datetime(2026, 6, 1, tzinfo=UTC)):
        actions.keep_win(actor=plan.owner, win_id=win.pk)
    actions.keep_win(actor=plan.owner, win_id=win.pk)

    assert Win.objects.get().kept_at == datetime(2026, 6, 1, tzinfo=UTC)


def test_removed_win_is_gone_with_all_that_it_said_and_only_the_audit_knows_that_there_was_one(plan: WholePlan) -> None:
    win = actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Rang")
    win = change(plan.owner, win, words="Rang twice", photo=factories.photo())

    actions.remove_win(actor=plan.owner, win_id=win.pk)

    assert [model.objects.count() for model in (Win, WinVersion, WinPhoto)] == [0, 0, 0]
    event = AuditEvent.objects.get(verb="plans.remove_win")
    assert (event.thing, event.thing_id, event.actor_id) == ("plans.Win", win.pk, plan.yara.user_id)


def test_only_the_young_person_changes_keeps_or_removes_a_win(plan: WholePlan) -> None:
    win = actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Rang")
    writes: list[Callable[[Actor], object]] = [
        lambda actor: change(actor, win, words="Taken"),
        lambda actor: actions.keep_win(actor=actor, win_id=win.pk),
        lambda actor: actions.remove_win(actor=actor, win_id=win.pk),
    ]
    others = plan.people_who_may_not() | plan.people_who_may()
    del others["owner"]

    for actor in others.values():
        for write in writes:
            with pytest.raises(NotVisible):
                write(actor)
    assert (Win.objects.get().words, Win.objects.get().kept_at) == ("Rang", None)


@pytest.mark.parametrize("count", [1, 30])
def test_wins_take_two_queries_however_many(plan: WholePlan, count: int, django_assert_num_queries: Any) -> None:
    owner = plan.owner
    for _ in range(count):
        actions.record_win(actor=owner, young_person_id=plan.yara.pk, words="Yes", photo=factories.photo())

    with django_assert_num_queries(2):
        found = queries.wins(actor=owner, young_person_id=plan.yara.pk)
        assert [win.photo.width for win in found.wins] == [60] * count
