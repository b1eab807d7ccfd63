"""How the service is right now, asked of the database each time that somebody looks."""

from collections.abc import Iterator

from django.db import DatabaseError, connection
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from ownpath.core import health


class StateOfService(Collector):
    """What Prometheus asks beside the counts: whether the database answers."""

    def collect(self) -> Iterator[Metric]:
        """One number a line; lines that only a database can tell are left out while it is away."""
        try:
            health.check_database()
        except DatabaseError:
            yield GaugeMetricFamily("ownpath_database_answers", "1 while the database answers.", 0)
            return
        finally:
            connection.close()
        yield GaugeMetricFamily("ownpath_database_answers", "1 while the database answers.", 1)
