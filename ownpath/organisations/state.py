"""How the service is right now, asked of the database each time that somebody looks."""

from collections.abc import Iterator

from django.db import DatabaseError, connection
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from ownpath.core import health, heartbeats, outbox


class StateOfService(Collector):
    """What Prometheus asks beside the counts: whether the database answers, and what waits."""

    def collect(self) -> Iterator[Metric]:
        """One number a line; lines that only a database can tell are left out while it is away."""
        try:
            health.check_database()
            yield GaugeMetricFamily("ownpath_database_answers", "1 while the database answers.", 1)
            yield from _due_work()
            yield from _mail()
        except DatabaseError:
            yield GaugeMetricFamily("ownpath_database_answers", "1 while the database answers.", 0)
        finally:
            connection.close()


def _due_work() -> Iterator[Metric]:
    try:
        age = heartbeats.age(heartbeats.Of.DUE_WORK)
    except DatabaseError:
        return
    if age is not None:
        yield GaugeMetricFamily("ownpath_due_work_seconds", "Since due work was last done whole.", age.total_seconds())


def _mail() -> Iterator[Metric]:
    try:
        waiting = outbox.how_many_wait()
    except DatabaseError:
        return
    yield GaugeMetricFamily("ownpath_mail_waiting", "Mails that have not gone out yet.", waiting)
