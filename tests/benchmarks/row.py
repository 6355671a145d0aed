"""What a benchmark hands over: its rows of the one table that `make bench` prints.

A benchmark is a module `bench_<name>.py` here with a function `run() -> list[Row]`. Its figures compare within one
run (see `timing.alternating`), and never decide a test.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One comparison: our figure for `what`, and `theirs`, the figure of `than`, both in `unit`.

    `aim` is the highest good ratio, `most` the highest good figure of ours; a row without them just informs.
    """

    what: str
    ours: float
    than: str
    theirs: float
    unit: str = "s"
    aim: float | None = None
    most: float | None = None

    @property
    def ratio(self) -> float:
        """Ours as a share of theirs."""
        return self.ours / self.theirs

    @property
    def reached(self) -> bool | None:
        """Whether the aims are reached; None if there are none."""
        if self.aim is None and self.most is None:
            return None
        return (self.aim is None or self.ratio <= self.aim) and (self.most is None or self.ours <= self.most)
