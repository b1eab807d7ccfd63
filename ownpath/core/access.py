"""The two refusals that any floor may raise. Web turns both into the same 404: what one may not see does not exist."""


class NotVisible(Exception):
    """The thing is not there, or the actor may not see it. Never tell which."""


class NotAllowed(NotVisible):
    """The actor may see the thing but may not do this with it."""


def require(is_allowed: bool) -> None:
    """Raise `NotAllowed` unless the rule said yes."""
    if not is_allowed:
        raise NotAllowed
