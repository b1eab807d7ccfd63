"""How gunicorn serves Ownpath; its address comes from the command line."""

import os
import signal
import time
from contextlib import suppress
from typing import Any

worker_class = "gthread"
workers = 2
threads = 4
preload_app = True
loglevel = "warning"
control_socket_disable = True  # nothing of ours outside this folder

DUE_WORK_SECONDS = 60


def when_ready(server: Any) -> None:
    """Say where it is, once it can be reached; then look every minute for work that is due."""
    address = f"http://{server.address[0][0]}:{server.address[0][1]}"
    print(f"\nOwnpath is at {address}/\nSign in as one of the invented people at {address}/demo/\nCtrl-C stops it.\n")
    parent = os.getpid()
    if os.fork() == 0:
        _do_due_work_while(parent)


def _do_due_work_while(parent: int) -> None:
    """A process of its own, which shares the loaded program's memory and ends with the server."""
    for each in signal.SIGTERM, signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGCHLD:
        signal.signal(each, signal.SIG_DFL)
    from django.db import OperationalError, connections

    from ownpath.organisations.due import do_due_work

    next_at = time.monotonic() + DUE_WORK_SECONDS
    while os.getppid() == parent:
        if time.monotonic() >= next_at:
            with suppress(OperationalError):  # the pages say already that the database does not answer
                do_due_work()
            connections.close_all()
            next_at = time.monotonic() + DUE_WORK_SECONDS
        time.sleep(1)
    os._exit(0)
