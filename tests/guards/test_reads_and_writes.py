"""No read and no write without an actor; no write without its audit event."""

import inspect

from ownpath.core.actor import Actor

from .rooms import Function, public_functions

KEYWORD_ONLY = inspect.Parameter.KEYWORD_ONLY

ACTIONS_WITHOUT_AUDIT = {
    "accounts.actions.make_invitation": "A part of two actions in two rooms; each writes its own event.",
    "people.actions.accept_invitation": "It finds the authority of the link; the action it calls there is audited.",
}
DOOR = "Nobody is signed in at the door of the demonstration, and everyone behind it is invented."
QUERIES_WITHOUT_ACTOR = {
    "accounts.queries.invitation": "Nobody is signed in yet; whoever holds the link is whom it was sent to.",
    "demonstration.queries.authorities": DOOR,
    "demonstration.queries.found": DOOR,
    "demonstration.queries.guides": DOOR,
    "demonstration.queries.user": DOOR,
    "organisations.queries.authority_with_code": "For commands on the server, which name an authority by its code.",
    "people.queries.actor_of": "It makes the actor.",
    "people.queries.actor_signing_in": "It finds who the actor is going to be, at sign-in.",
    "people.queries.actor_with_address": "A mail to an address is in the language of whoever it belongs to.",
    "people.queries.user_with_roles": "It loads the user that the actor is made from.",
}


def takes_actor_first(function: Function) -> bool:
    parameters = list(inspect.signature(function).parameters.values())
    first = parameters[0] if parameters else None
    is_actor = first is not None and first.name == "actor" and first.annotation is Actor
    return is_actor and all(parameter.kind == KEYWORD_ONLY for parameter in parameters)


def takes_actor_by_name(function: Function) -> bool:
    actor = inspect.signature(function).parameters.get("actor")
    return actor is not None and actor.kind == KEYWORD_ONLY and actor.annotation is Actor


def test_every_write_is_an_action_of_an_actor() -> None:
    faulty = {
        name
        for name, function in public_functions("actions")
        if not (getattr(function, "is_action", False) and takes_actor_first(function))
    }

    assert faulty == set(ACTIONS_WITHOUT_AUDIT)


def test_every_read_takes_an_actor() -> None:
    faulty = {name for name, function in public_functions("queries") if not takes_actor_by_name(function)}

    assert faulty == set(QUERIES_WITHOUT_ACTOR)


def test_the_nets_above_look_at_something() -> None:
    assert "support.actions.raise_ask" in dict(public_functions("actions"))
    assert "plans.actions.start_goal" in dict(public_functions("actions"))
    assert "people.queries.young_people" in dict(public_functions("queries"))
