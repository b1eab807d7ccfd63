"""The people whom the demonstration introduces by name: who they are, and what there is to see as each."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from .cards import Card
from .stories import Story

SALTMARROW, PENNYWHISTLE = "demo-saltmarrow", "demo-pennywhistle"


@dataclass(frozen=True, slots=True)
class Guide:
    """Somebody of the tour. `part` says what they are in the authority."""

    name: str
    authority_code: str
    part: str
    who: Any
    see: Any


@dataclass(frozen=True, slots=True)
class YoungGuide(Guide):
    """A young person of the tour, with the card and the story that are theirs."""

    card: Card
    story: Story


AMARA = Story(
    "someone whose home got steadier",
    homes=("W2",),
    activities=("G5",),
    joined_days_ago=410,
    new_adviser_days_ago=240,
    present_since_days=(214, 214),
    told="amara",
)
KAI = Story("someone new", is_new=True, is_asked=True)
NOUR = Story("someone who reads and answers in Arabic", joined_days_ago=300, told="nour")
YONAS = Story(
    "a former unaccompanied young person finding their feet",
    arcs={"who-i-am": (3, 4, 4), "family": (1, 2, 2), "everyday": (2, 3, 4), "friends": (2, 3, 4)},
    matters=("family", "days", "hopes"),
    homes=("E1",),
    talks=0.7,
    is_on_paper=True,
)

GUIDES: tuple[Guide, ...] = (
    YoungGuide(
        "Amara Cloudberry", SALTMARROW, "young_person",
        _("A young person, 20. Works in a bakery."),
        _("Two surveys sent, a third half done. A plan with small steps, wins, and the people in her life on a map."),
        Card(20, activity="F5", home="U", suitability="1"), AMARA,
    ),
    YoungGuide(
        "Kai Emberwick", SALTMARROW, "young_person",
        _("A young person, 18. New here."),
        _("The first visit: nothing answered yet."),
        Card(18, activity="F2", home="D", suitability="1"), KAI,
    ),
    YoungGuide(
        "Nour Almondgrove", SALTMARROW, "young_person",
        _("A young person, 19. Came to England alone, and reads Arabic."),
        _("The same pages in Arabic, from right to left. Rosa reads the answers in English."),
        Card(19, came_alone=True, activity="F2", home="D", suitability="1"), NOUR,
    ),
    Guide(
        "Rosa Quillfeather", SALTMARROW, "adviser",
        _("Adviser of Amara, Kai, Nour and 21 more young people."),
        _("Today's list with its reasons, the conversation guide, a contact in under a minute."),
    ),
    Guide(
        "Mo Lanternmoss", SALTMARROW, "manager",
        _("Manager of Rosa's team."),
        _("Team by team: who is waiting, and what young people say. Young people who have no adviser."),
    ),
    Guide(
        "Wren Duskfeather", SALTMARROW, "duty",
        _("A duty worker, for evenings and weekends."),
        _("Who doesn’t feel safe now, a number to ring, and nothing else. First press “I don’t feel safe” as Kai."),
    ),
    Guide(
        "Linton Owlfeather", SALTMARROW, "former_adviser",
        _("Was Amara's adviser before Rosa. Has other young people now."),
        _("His own list. Amara's record is closed to him now."),
    ),
    Guide(
        "Bev Thistledown", PENNYWHISTLE, "adviser",
        _("An adviser of the other council."),
        _("Her own list. Nothing of Saltmarrow can be seen from here."),
    ),
    YoungGuide(
        "Yonas Starlingale", PENNYWHISTLE, "young_person",
        _("A young person, 19, of the other council. Came to England alone."),
        _("Another life, another council, the same pages."),
        Card(19, came_alone=True, activity="F2", home="D", suitability="1"), YONAS,
    ),
)  # fmt: skip


def staff(authority_code: str) -> dict[str, str]:
    """The names of the tour's staff at one authority, by their part."""
    return {guide.part: guide.name for guide in GUIDES if guide.authority_code == authority_code}


def young_people(authority_code: str) -> list[YoungGuide]:
    """The young people of the tour at one authority."""
    return [guide for guide in GUIDES if isinstance(guide, YoungGuide) and guide.authority_code == authority_code]
