"""How gunicorn serves Ownpath; its address comes from the command line."""

import logging
import time
from threading import Thread
from typing import Any

worker_class = "ownpath.web.serving.worker.PatientWorker"
workers = 2
threads = 4
preload_app = True
loglevel = "warning"
control_socket_disable = True  # nothing of ours outside this folder

LOOKS_EVERY = 5


def when_ready(server: Any) -> None:
    """Read what the workers will need, and say where it is. Whoever comes meanwhile waits, and is not turned away."""
    from django.conf import settings

    from ownpath.web.preloading import preload

    preload()
    if "ownpath.demonstration" in settings.INSTALLED_APPS:
        address = f"http://{server.address[0][0]}:{server.address[0][1]}"
        print(
            f"\nOwnpath is at {address}/\nSign in as one of the invented people at {address}/demo/\nCtrl-C stops it.\n"
        )


def post_worker_init(worker: Any) -> None:
    """Each worker looks for work that is due, and one of them does it. Gunicorn starts another for one that dies."""
    Thread(target=_do_due_work_while, args=(worker,), daemon=True).start()


def _do_due_work_while(worker: Any) -> None:
    from django.db import connections

    from ownpath.organisations.due import do_due_work_in_turn

    while worker.alive:
        try:
            do_due_work_in_turn()
        except Exception as fault:  # by kind alone: its words may hold what is in a record
            logging.getLogger(__name__).error("Due work could not be done: %s.", type(fault).__name__)
        connections.close_all()
        time.sleep(LOOKS_EVERY)
