"""`python -m tests.benchmarks [name ...]`: measures everything, or the named benchmarks, and prints one table."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from tests.benchmarks.row import Row

BENCHMARKS = tuple(sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py")))

WIDTH = 130  # so that rows stay whole where the output is a file


def main(names: list[str]) -> None:
    """Print the table of the named benchmarks."""
    if unknown := set(names) - set(BENCHMARKS):
        sys.exit(f"no benchmark {', '.join(sorted(unknown))}; choose from: {', '.join(BENCHMARKS)}")
    errors = Console(stderr=True)
    rows: list[Row] = []
    # Nothing is deleted before all is measured (see `projects.set_aside`).
    with TemporaryDirectory() as folder:
        for name in names or BENCHMARKS:
            own = Path(folder) / name
            own.mkdir()
            with errors.status(f"measuring: {name}"):
                rows.extend(import_module(f"tests.benchmarks.bench_{name}").run(own))
    Console(width=max(Console().width, WIDTH)).print(table(rows))


def table(rows: list[Row]) -> Table:
    """Return the rows as a table: what, ours, compared with, ratio, aim."""
    made = Table(caption="Medians of alternating runs. Ratio: ours as a share of theirs.")
    for heading in ("what", "ours", "compared with", "theirs", "ratio", "aim"):
        made.add_column(heading, justify="left" if heading in ("what", "compared with") else "right")
    for row in rows:
        ours, theirs = (f"{figure(value)} {row.unit}" for value in (row.ours, row.theirs))
        made.add_row(row.what, ours, row.than, theirs, f"{row.ratio:.2f}", aim(row))
    return made


def figure(value: float) -> str:
    """Return a number with about three digits."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def aim(row: Row) -> str:
    """Return what was aimed at, and whether it was reached; nothing without an aim."""
    aims = [f"≤ {row.aim:.2f}"] if row.aim is not None else []
    if row.most is not None:
        aims.append(f"≤ {figure(row.most)} {row.unit}")
    if row.least is not None:
        aims.append(f"≥ {figure(row.least)} {row.unit}")
    return "" if row.reached is None else f"{', '.join(aims)} {'✓' if row.reached else '✗'}"


if __name__ == "__main__":
    main(sys.argv[1:])
