"""Writes to a plan. Every save of a goal or a step also keeps a version: who saved what, and when."""

from .asking import ask_for
from .contacts import AgreedStep, ReviewNote, record_contact_with_steps
from .goals import edit_goal, put_away_goal, reach_goal, reopen_goal, start_goal
from .not_meant import answer_not_meant, say_goal_not_meant, say_step_not_meant
from .own_words import see_goal_change, see_step_change, use_own_goal_words, use_own_step_words
from .people import start_goal_about
from .reviews import ReviewTooLate, hold_review, set_review
from .saving import StepContent
from .statements import say_what_doing_well_means
from .steps import add_step, edit_step, let_step_go, take_up_step, tick_step, untick_step
from .wins import change_win, keep_win, record_win, remove_win

__all__ = [
    "AgreedStep",
    "ReviewNote",
    "ReviewTooLate",
    "StepContent",
    "add_step",
    "answer_not_meant",
    "ask_for",
    "change_win",
    "edit_goal",
    "edit_step",
    "hold_review",
    "keep_win",
    "let_step_go",
    "put_away_goal",
    "reach_goal",
    "record_contact_with_steps",
    "record_win",
    "remove_win",
    "reopen_goal",
    "say_goal_not_meant",
    "say_step_not_meant",
    "say_what_doing_well_means",
    "see_goal_change",
    "see_step_change",
    "set_review",
    "start_goal",
    "start_goal_about",
    "take_up_step",
    "tick_step",
    "untick_step",
    "use_own_goal_words",
    "use_own_step_words",
]
