#!/usr/bin/env python
"""Run a command of Ownpath. `DJANGO_SETTINGS_MODULE` chooses the settings; the demonstration is the default."""

import logging
import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ownpath.settings.demo")
    try:
        execute_from_command_line(sys.argv)
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
    except ImproperlyConfigured as wrong:
        sys.exit(str(wrong))
    except Exception:
        if "--traceback" in sys.argv:
            raise
        # As the server's logs: by kind and place. What a database says may be words of a record.
        logging.getLogger("ownpath.commands").exception(
            "This command failed. --traceback shows all, also from records."
        )
        sys.exit(1)
