from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

from ownpath.organisations.state import StateOfService

THIS_MACHINE = "127.0.0.1"


class Command(BaseCommand):
    """Serves what is counted to a Prometheus on this machine, and to nobody else, until it is stopped."""

    help = "Serve what is counted about the service, in the Prometheus format, on a port of this machine only."

    def add_arguments(self, parser: CommandParser) -> None:
        """The port."""
        parser.add_argument("--port", type=int, default=9464)

    def handle(self, *_args: Any, port: int, **_options: Any) -> None:
        """Serve until stopped; refuses to start where the workers' counts cannot be found."""
        registry = CollectorRegistry()
        try:
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        except ValueError as no_folder:
            raise CommandError(
                "Let PROMETHEUS_MULTIPROC_DIR name the folder in which the server's workers count."
            ) from no_folder
        registry.register(StateOfService())
        server, thread = start_http_server(port, THIS_MACHINE, registry)
        self.stdout.write(f"Metrics are at http://{THIS_MACHINE}:{server.server_port}/metrics")
        thread.join()
