"""A form that was saved is not saved again, on whichever connection the retry comes."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from ownpath.core.actor import Actor, system
from ownpath.core.ids import new_id
from ownpath.core.models import SavedPost
from ownpath.core.once import once

pytestmark = pytest.mark.django_db


def somebody() -> Actor:
    return Actor(role="manager", authority_id=new_id(), user_id=new_id())


def is_first(actor: Actor, key: str) -> bool:
    with once(actor, key) as first:
        return first


def test_second_post_of_the_same_form_is_no_save() -> None:
    me = somebody()

    assert [is_first(me, "a"), is_first(me, "a"), is_first(me, "b"), is_first(me, "a")] == [True, False, True, False]


def test_two_people_may_carry_the_same_key() -> None:
    assert [is_first(somebody(), "a"), is_first(somebody(), "a")] == [True, True]


@pytest.mark.parametrize(("actor", "key"), [(somebody(), ""), (system(None), "a")], ids=["no key", "no person"])
def test_without_key_or_person_nothing_is_a_repeat(actor: Actor, key: str) -> None:
    assert [is_first(actor, key), is_first(actor, key)] == [True, True]
    assert not SavedPost.objects.exists()


def test_save_that_failed_may_be_tried_again_with_the_same_key() -> None:
    me = somebody()

    with pytest.raises(ValueError, match="no"), once(me, "a"):
        raise ValueError("no")

    assert is_first(me, "a")


@pytest.mark.django_db(transaction=True)
def test_of_two_posts_at_the_same_moment_one_is_the_first() -> None:
    me, barrier = somebody(), Barrier(2)

    def post() -> bool:
        try:
            barrier.wait()
            return is_first(me, "a")
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(post) for _ in range(2)]

    assert sorted(answer.result() for answer in answers) == [False, True]
