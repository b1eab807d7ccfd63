"""Reads of plans. Each returns only what the actor may see; what is not visible is `NotVisible`."""

from .lines import goals, said_not_meant, steps

__all__ = ["goals", "said_not_meant", "steps"]
