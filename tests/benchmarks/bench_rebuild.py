"""A rebuild after one edit, as `baken serve` does it on every save, against our own clean build of the same items.

Both in one process, as `serve` is one: also the clean build remembers what it parsed before (`bench_build` does not).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import pipeline
from tests.benchmarks.projects import forget_build, real_project, synthetic_project
from tests.benchmarks.row import Row
from tests.benchmarks.timing import alternating, seconds

ROUNDS = 5
MOST = 2.0  # seconds, for one item
REAL_ITEM = "content/protocollen/meldcode.yml"
SYNTHETIC_ITEM = "content/begrippen/voorbeeld-0001.yml"
START_OF_SUMMARY = re.compile(r"\nsummary: (?:>-\n +)?")


def run() -> list[Row]:
    """Return a row for the real content, and one for 1,000 made-up items."""
    with TemporaryDirectory() as folder:
        real = real_project(Path(folder) / "real")
        made_up = synthetic_project(Path(folder) / "made-up", 1_000)
        return [*_rows("real", real, REAL_ITEM), *_rows("made-up", made_up, SYNTHETIC_ITEM)]


def _rows(name: str, project: Path, item: str) -> Iterator[Row]:
    reading = pipeline.read(project)
    if reading.library is None:
        raise SystemExit("\n".join(["the content has Problems:", *map(str, reading.problems)]))
    edits = _edits(project / item)

    def clean() -> float:
        forget_build(project)
        return seconds(lambda: pipeline.make(project))

    def rebuild() -> float:
        next(edits)
        return seconds(lambda: pipeline.make(project))

    times = alternating(ROUNDS, {"clean": clean, "rebuild": rebuild})
    what = f"rebuild after an edit, {len(reading.library.entries):,} {name} items"
    yield Row(what, times["rebuild"], "clean build", times["clean"], most=MOST)


def _edits(path: Path) -> Iterator[None]:
    """Change the summary of an item each time."""
    text = path.read_text("utf-8")
    for number in count(1):
        path.write_text(START_OF_SUMMARY.sub(rf"\g<0>Versie {number}. ", text, count=1), "utf-8")
        yield
