"""Mechanisms that every room stands on: who acts, what is audited, what time it is. No domain words."""
