"""How gunicorn serves Ownpath; its address comes from the command line."""

from typing import Any

worker_class = "gthread"
workers = 2
threads = 4
preload_app = True
loglevel = "warning"
control_socket_disable = True  # nothing of ours outside this folder


def when_ready(server: Any) -> None:
    """Say where it is, once it can be reached."""
    address = f"http://{server.address[0][0]}:{server.address[0][1]}"
    print(f"\nOwnpath is at {address}/\nSign in as one of the invented people at {address}/demo/\nCtrl-C stops it.\n")
