"""A rebuild after one edit against our own clean build: as `baken serve` does it on a save, and as `baken build` does.

`serve` is a program that remembers what it read, linked and made; `build` starts anew and has what is kept on disk.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from generator import pipeline
from tests.benchmarks.projects import forget_build, real_project, synthetic_project
from tests.benchmarks.row import Row
from tests.benchmarks.timing import Cost, alternating_costs, cost

BAKEN = (str(Path(sys.executable).with_name("baken")), "build")
ROUNDS = 5
SHARE = 0.1  # of a clean build
MOST = 2.0  # seconds, for one item
REAL_ITEM = "content/protocollen/meldcode.yml"
SYNTHETIC_ITEM = "content/begrippen/voorbeeld-0001.yml"
START_OF_SUMMARY = re.compile(r"\nsummary: (?:>-\n +)?")


def run(folder: Path) -> list[Row]:
    """Return the rows for the real content, and those for 1,000 made-up items."""
    real = real_project(folder / "real")
    made_up = synthetic_project(folder / "made-up", 1_000)
    return [*_rows("real", real, REAL_ITEM), *_rows("made-up", made_up, SYNTHETIC_ITEM)]


def _rows(name: str, project: Path, item: str) -> Iterator[Row]:
    reading = pipeline.read(project)
    if reading.library is None:
        raise SystemExit("\n".join(["the content has Problems:", *map(str, reading.problems)]))
    edits = _edits(project / item)

    def clean() -> Cost:
        forget_build(project)
        return cost(lambda: _program(project))

    def build() -> Cost:
        next(edits)
        return cost(lambda: _program(project))

    def serve() -> Cost:
        next(edits)
        return cost(lambda: pipeline.make(project))

    pipeline.make(project)  # as `serve` does when it starts
    costs = alternating_costs(ROUNDS, {"clean": clean, "build": build, "serve": serve})
    what = f"{len(reading.library.entries):,} {name} items"
    for how in ("serve", "build"):
        found, whole = costs[how], costs["clean"]
        yield Row(
            f"rebuild after an edit by `{how}`, {what}", found.clock, "clean build", whole.clock, "s", SHARE, MOST
        )
        if how == "build":  # of `serve`, Node's are not known until it ends
            yield Row("  processors", found.processors, "clean build", whole.processors)


def _program(project: Path) -> None:
    subprocess.run(BAKEN, cwd=project, check=True, capture_output=True)


def _edits(path: Path) -> Iterator[None]:
    """Change the summary of an item each time."""
    text = path.read_text("utf-8")
    for number in count(1):
        path.write_text(START_OF_SUMMARY.sub(rf"\g<0>Versie {number}. ", text, count=1), "utf-8")
        yield
