"""Reads of plans. Each returns only what the actor may see; what is not visible is `NotVisible`."""

from .answering import Answering, answering
from .asking import ToAskAbout, to_ask_about
from .by_area import goals_by_area
from .conversation import Conversation, Talk, conversation
from .lines import goal, goals, not_meant, said_not_meant, step, steps
from .own_words import Change, changed_words
from .plan import Plan, PlanGoal, PlanStep, plan
from .recording import AtHand, at_hand
from .road import Road, RoadOfArea, Stop, Stretch, Time, road, road_of_area
from .shared import Beginning, beginning
from .statements import Meaning, meaning
from .wins import Reviewing, Wins, own_wins, reviewing, said_before, win, win_photo, win_rows, wins

__all__ = [
    "Answering",
    "AtHand",
    "Beginning",
    "Change",
    "Conversation",
    "Meaning",
    "Plan",
    "PlanGoal",
    "PlanStep",
    "Reviewing",
    "Road",
    "RoadOfArea",
    "Stop",
    "Stretch",
    "Talk",
    "Time",
    "ToAskAbout",
    "Wins",
    "answering",
    "at_hand",
    "beginning",
    "changed_words",
    "conversation",
    "goal",
    "goals",
    "goals_by_area",
    "meaning",
    "not_meant",
    "own_wins",
    "plan",
    "reviewing",
    "road",
    "road_of_area",
    "said_before",
    "said_not_meant",
    "step",
    "steps",
    "to_ask_about",
    "win",
    "win_photo",
    "win_rows",
    "wins",
]
