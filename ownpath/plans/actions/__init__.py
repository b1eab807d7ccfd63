"""Writes to a plan. Every save of a goal or a step also keeps a version: who saved what, and when."""

from .goals import start_goal
from .steps import add_step

__all__ = ["add_step", "start_goal"]
