"""What a benchmark hands over: its rows of the one table that `make bench` prints.

A benchmark is a module `bench_<name>.py` here with a function `run() -> list[Row]`. Its figures compare within one
run (see `timing.alternating`), and never decide a test.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One comparison: our figure for `what`, and `theirs`, the figure of `than`, both in `unit`.

    `aim` is the highest good ratio, `most` the highest good figure of ours, `least` the lowest; a row without them
    just informs.
    """

    what: str
    ours: float
    than: str
    theirs: float
    unit: str = "s"
    aim: float | None = None
    most: float | None = None
    least: float | None = None

    @property
    def ratio(self) -> float:
        """Ours as a share of theirs."""
        return self.ours / self.theirs if self.theirs else float("inf")

    @property
    def reached(self) -> bool | None:
        """Whether the aims are reached; None if there are none."""
        reached = (
            self.aim is None or self.ratio <= self.aim,
            self.most is None or self.ours <= self.most,
            self.least is None or self.ours >= self.least,
        )
        return None if self.aim is self.most is self.least is None else all(reached)
