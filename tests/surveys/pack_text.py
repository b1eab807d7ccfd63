"""A small right pack, as a file has it; tests break it at a line that they know."""

TEXT = """\
id: test-pack
version: 1
language: en
title: A small survey
about: Made for tests.
credit: Nobody
licence: CC0
questions:
  scenario: Which one?
  now: How is it?
  change: Is it different?
  steadiness: Is it steady?
areas:
  - id: home
    title: Home
    meaning: Where I live.
    scenarios:
      - {id: mine, words: It is mine.}
      - {id: shared, words: I share it.}
      - {id: moving, words: I move a lot.}
    now: [Very hard, Hard, So so, Good, Great]
    change: {better: Better, same: The same, worse: Worse, up_and_down: Up and down}
    steadiness: [Shaky, A bit shaky, Fairly steady, Steady]
    invitation: Say more.
  - id: money
    title: Money
    meaning: What I have.
    scenarios:
      - {id: enough, words: I have enough.}
      - {id: some, words: I have some.}
      - {id: none, words: I have none.}
    now: [Very hard, Hard, So so, Good, Great]
    change: {better: Better, same: The same, worse: Worse, up_and_down: Up and down}
    steadiness: [Shaky, A bit shaky, Fairly steady, Steady]
    invitation: Say more.
"""


def with_change(old: str, new: str) -> bytes:
    """The pack with its first such words changed."""
    assert old in TEXT
    return TEXT.replace(old, new, 1).encode()
