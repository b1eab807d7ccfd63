"""Reads of plans. Each returns only what the actor may see; what is not visible is `NotVisible`."""

from .lines import goals, steps

__all__ = ["goals", "steps"]
