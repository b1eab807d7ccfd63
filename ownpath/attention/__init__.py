"""Reasons why somebody may need time now: sentences, never a score."""
