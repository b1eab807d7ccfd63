"""Who is signed in: some of each role, as people of the demonstration. Django is set up before this is imported."""

from django.conf import settings

from ownpath.organisations import row_security
from tests.benchmarks.asking import begin_answering, busiest, signed_in

SESSION = settings.SESSION_COOKIE_NAME


def sessions() -> dict[str, list[str]]:
    """Session keys by role; each young person has begun to answer."""
    with row_security.everything(reason="It looks for the busiest people of an invented authority."):
        people = busiest()
    clients = {role: [signed_in(user) for user in users] for role, users in people.items()}
    for client in clients["young_person"]:
        begin_answering(client)
    return {role: [client.cookies[SESSION].value for client in some] for role, some in clients.items()}
