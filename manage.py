#!/usr/bin/env python
"""Run a command of Ownpath. `DJANGO_SETTINGS_MODULE` chooses the settings; the demonstration is the default."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ownpath.settings.demo")
    try:
        execute_from_command_line(sys.argv)
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
