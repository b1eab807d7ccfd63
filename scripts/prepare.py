"""Bring the demonstration's database and files up to date: three commands in one process, for a quick start."""

import django
from django.core.management import call_command

django.setup()
call_command("migrate", verbosity=0)
call_command("seed_demo")
call_command("collectstatic", interactive=False, verbosity=0)
