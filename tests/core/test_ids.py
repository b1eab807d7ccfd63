import time
from uuid import RFC_4122

from ownpath.core.ids import new_id


def test_id_is_a_uuid_of_version_7_that_begins_with_its_millisecond() -> None:
    before = time.time_ns() // 1_000_000
    made = new_id()
    after = time.time_ns() // 1_000_000

    assert (made.version, made.variant) == (7, RFC_4122)
    assert before <= made.int >> 80 <= after


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id() for _ in range(5_000)}) == 5_000


def test_ids_sort_by_the_time_they_were_made() -> None:
    made = []
    for _ in range(5):
        made.append(new_id())
        time.sleep(0.002)

    assert made == sorted(made)


def test_ids_made_in_one_moment_sort_in_the_order_in_which_they_were_made() -> None:
    made = [new_id() for _ in range(5_000)]

    assert made == sorted(made)
