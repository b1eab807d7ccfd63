"""Seconds to load the demonstration, and a return."""

import os
from pathlib import Path

from .bench import Bench
from .figure import figure


@figure("Loading the demonstration")
def demonstration(bench: Bench) -> str:
    """460 people in two authorities."""
    return f"{bench.demonstration.seconds:.1f} s"


@figure("Loading 5,000 people and 150 other authorities")
def large(bench: Bench) -> str:
    """Only the bench ever does this."""
    return f"{bench.large.seconds:.1f} s"


@figure("Taking in a return")
def taking_in(bench: Bench) -> str:
    """The files of the folder that `make bench RETURN=folder` names, of the year to YEAR_END=2026-03-31."""
    folder = Path(os.environ.get("RETURN") or "/nowhere")
    files = {table: folder / f"{table}.csv" for table in ("header", "episodes", "oc3")}
    if not all(file.exists() for file in files.values()):
        return "not measured: name a folder with its header.csv, episodes.csv and oc3.csv by RETURN="
    options = [part for table, file in files.items() for part in (f"--{table}", str(file))]
    if year_end := os.environ.get("YEAR_END"):
        options += ["--year-end", year_end]
    seconds = bench.small.manage("import_ssda903", "--authority", "demo-little-1", *options)
    children = len(files["header"].read_text().splitlines()) - 1
    return f"{seconds:.1f} s for {children:,} children"
