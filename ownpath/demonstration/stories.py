"""Kinds of lives. Each says only where it differs from a life that goes on with its ordinary ups and downs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from .cards import Card

type Arcs = dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Story:
    """How a life went over two years.

    `arcs` hold, for some areas, how it was from first to latest answer (1 hardest, 5 best); `matters` the areas that
    come first for them; `homes` and `activities` the codes of the return before the present ones, oldest first.
    The present ones hold since `present_since_days` ago. `told` names the file of a life that is told by hand.
    """

    name: str
    fits: Callable[[Card], bool] = lambda card: True
    weight: int = 0
    arcs: Arcs = field(default_factory=dict)
    usual: float = 3.3
    matters: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    keeps_private: float = 0.15
    talks: float = 0.55
    contact_every_days: int = 28
    silent_days: tuple[int, int] = (2, 30)
    answers_until_days_ago: tuple[int, int] = (4, 170)
    is_new: bool = False
    is_asked: bool = False
    joined_days_ago: int | None = None
    new_adviser_days_ago: int | None = None
    present_since_days: tuple[int, int] = (20, 150)
    told: str = ""
    has_late_promise: bool = False
    is_on_paper: bool = False


# Where a fact of the card settles what the life is about: the first that fits.
SETTLED = (
    Story(
        "someone who stopped answering",
        fits=lambda card: card.is_out_of_touch,
        arcs={"people": (3, 2), "days": (3, 2, 2), "mind": (3, 2)},
        matters=("days", "money", "people"),
        homes=("D1",),
        activities=("G5",),
        talks=0.3,
        silent_days=(65, 150),
        answers_until_days_ago=(230, 520),
    ),
    Story(
        "someone in custody",
        fits=lambda card: card.home == "X",
        arcs={
            "home": (2, 1, 1, 2),
            "family": (2, 2, 3),
            "hopes": (2, 1, 2, 3),
            "belonging": (2, 1, 2),
            "days": (2, 1, 2, 3),
        },
        matters=("hopes", "family", "home"),
        homes=("D1", "S2"),
    ),
    Story(
        "someone without a home of their own",
        fits=lambda card: card.home in {"S", "V", "W"} or card.suitability == "2",
        arcs={"home": (3, 2, 1, 1), "belonging": (3, 2, 2, 1), "money": (2, 2, 1), "mind": (3, 2, 2)},
        usual=2.5,
        matters=("home", "belonging", "money"),
        homes=("D1", "U1"),
        contact_every_days=14,
    ),
    Story(
        "someone who started university",
        fits=lambda card: card.activity in {"F1", "P1"},
        arcs={"days": (3, 4, 4, 5), "money": (3, 3, 2, 3), "friends": (3, 4, 2, 4), "hopes": (4, 4, 5, 5)},
        usual=3.7,
        matters=("money", "friends", "days"),
        homes=("Z1",),
        activities=("F2",),
    ),
    Story(
        "a young parent",
        fits=lambda card: card.activity == "G6",
        arcs={"days": (3, 4, 4), "family": (2, 3, 4), "mind": (3, 2, 3), "hopes": (3, 4, 5), "money": (3, 2, 2)},
        matters=("home", "family", "money"),
        activities=("F2",),
        contact_every_days=21,
    ),
)

# Where it does not: any that fits, the likelier ones more often.
OTHERS = (
    Story(
        "someone whose health gets in the way",
        fits=lambda card: card.activity == "G4",
        weight=400,
        arcs={"health": (3, 2, 2, 3), "mind": (2, 1, 2, 2), "days": (2, 2, 2)},
        usual=2.8,
        matters=("mind", "health", "people"),
        contact_every_days=21,
    ),
    Story(
        "a former unaccompanied young person finding their feet",
        fits=lambda card: card.came_alone,
        weight=120,
        arcs={
            "who-i-am": (3, 3, 4, 4),
            "family": (1, 2, 2),
            "everyday": (2, 3, 4),
            "friends": (2, 3, 4),
            "belonging": (3, 4, 4),
        },
        matters=("family", "days", "hopes"),
        homes=("E1",),
        activities=("F2",),
    ),
    Story(
        "someone new",
        fits=lambda card: card.age <= 18,
        weight=14,
        is_new=True,
    ),
    Story(
        "someone whose home got steadier",
        fits=lambda card: card.home == "U" and card.age >= 19 and card.activity != "F1",
        weight=40,
        arcs={"home": (1, 2, 3, 4, 4), "belonging": (2, 2, 3, 4, 4), "money": (2, 2, 3, 3), "mind": (2, 2, 3, 3, 4)},
        matters=("home", "belonging", "money"),
        homes=("W2", "D1"),
    ),
    Story(
        "someone doing well who dips",
        fits=lambda card: not card.is_looked_after,
        weight=12,
        arcs={"days": (4, 4, 5, 2), "mind": (4, 4, 4, 2), "money": (4, 4, 4, 2), "people": (4, 4, 4, 3)},
        usual=3.8,
        matters=("mind", "days", "money"),
    ),
    Story(
        "someone who went quiet",
        fits=lambda card: not card.is_looked_after,
        weight=10,
        arcs={"people": (4, 3, 2), "days": (3, 3, 2)},
        talks=0.35,
        silent_days=(58, 110),
        answers_until_days_ago=(220, 480),
    ),
    Story(
        "someone to whom we owe something",
        weight=9,
        arcs={"everyday": (3, 3, 3), "people": (4, 4, 3)},
        matters=("money", "home", "people"),
        has_late_promise=True,
    ),
    Story(
        "someone who keeps most things private",
        weight=10,
        keeps_private=0.8,
        talks=0.5,
    ),
    Story(
        "someone with ups and downs",
        weight=15,
        arcs={"mind": (3, 2, 4, 2, 3), "love": (2, 4, 1, 3), "friends": (4, 2, 4, 3)},
        usual=3.0,
        matters=("mind", "love", "friends"),
    ),
    Story(
        "someone for whom work came good",
        fits=lambda card: card.activity in {"F5", "P5", "F4", "P4"},
        weight=30,
        arcs={"days": (2, 2, 4, 4, 5), "money": (2, 2, 3, 4), "hopes": (2, 3, 4), "health": (3, 3, 3)},
        matters=("days", "money", "hopes"),
        activities=("G5",),
    ),
    Story("someone who goes on", weight=30),
)


def story_for(rng: Random, card: Card) -> Story:
    """A story that the card fits."""
    for story in SETTLED:
        if story.fits(card):
            return story
    fitting = [story for story in OTHERS if story.fits(card)]
    return rng.choices(fitting, [story.weight for story in fitting])[0]
