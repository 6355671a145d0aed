"""Fair figures on a machine that does other things too: what is compared takes turns, and the median counts."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

Name = TypeVar("Name")


@dataclass(frozen=True)
class Cost:
    """What work took: seconds by the clock, and seconds of processors, its child processes' too."""

    clock: float
    processors: float


def seconds(work: Callable[[], object]) -> float:
    """Return how many seconds `work` takes."""
    return cost(work).clock


def cost(work: Callable[[], object]) -> Cost:
    """Return what `work` takes. Others on the machine lengthen the clock's figure more than the processors'."""
    start, before = time.perf_counter(), processors()
    work()
    return Cost(time.perf_counter() - start, processors() - before)


def processors() -> float:
    """Return the seconds that this program and its children took of processors so far."""
    found = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in found)


def alternating(rounds: int, measures: Mapping[str, Callable[[], float]]) -> dict[str, float]:
    """Return the median of `rounds` figures of each measure; in every round each has its turn."""
    figures = [{name: measure() for name, measure in measures.items()} for _ in range(rounds)]
    return {name: median(figure[name] for figure in figures) for name in measures}


def alternating_costs(rounds: int, measures: Mapping[Name, Callable[[], Cost]]) -> dict[Name, Cost]:
    """Return the medians of `rounds` costs of each measure; in every round each has its turn."""
    found = [{name: measure() for name, measure in measures.items()} for _ in range(rounds)]
    return {
        name: Cost(median(costs[name].clock for costs in found), median(costs[name].processors for costs in found))
        for name in measures
    }
