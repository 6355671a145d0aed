"""Fair figures on a machine that does other things too: what is compared takes turns, and the median counts."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from statistics import median


def seconds(work: Callable[[], object]) -> float:
    """Return how many seconds `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def alternating(rounds: int, measures: Mapping[str, Callable[[], float]]) -> dict[str, float]:
    """Return the median of `rounds` figures of each measure; in every round each has its turn."""
    figures = [{name: measure() for name, measure in measures.items()} for _ in range(rounds)]
    return {name: median(figure[name] for figure in figures) for name in measures}
