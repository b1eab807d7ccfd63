"""Print every figure, as it is found."""

import sys

from . import asked, loading, serving, wire  # noqa: F401 - each adds its figures to the table
from .bench import bench
from .figure import FIGURES


def main() -> None:
    """One line a figure. A figure that cannot be found says why, and the others go on."""
    with bench() as made:
        for name, measure in FIGURES:
            try:
                value = measure(made)
            except Exception as fault:
                value = f"not measured: {type(fault).__name__} {fault}"
            sys.stdout.write(f"{name:<50}{value}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
