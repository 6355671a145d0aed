"""Work for two processors: a copy of this process does half of it."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST = 200  # items: below, a copy takes longer than it saves


def in_halves(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> list[Result]:
    """Return `work(items)`, of which a copy of this process does the second half, where there are two processors.

    `work` gives a result per item, which can be pickled and does not depend on who makes it. If the copy fails, this
    process does its half too, so what goes wrong goes wrong here.
    """
    if len(items) < FEWEST or not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2:
        return work(items)
    middle = len(items) // 2
    reader, writer = os.pipe()
    copy = os.fork()
    if copy == 0:
        os.close(reader)  # or nothing would end it when nobody reads its answer
        _answer(writer, lambda: work(items[middle:]))
    os.close(writer)
    try:
        first = work(items[:middle])
        with os.fdopen(reader, "rb", closefd=False) as answer:
            data = answer.read()
    finally:
        os.close(reader)  # a copy that still has something to say then ends
        _, status = os.waitpid(copy, 0)
    second: list[Result] = pickle.loads(data) if status == 0 else work(items[middle:])
    return [*first, *second]


def _answer(writer: int, work: Callable[[], object]) -> None:
    """Write the result of `work` and end this process, without the clean-up that is for the first one to do."""
    status = 1
    try:
        data = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writer, "wb") as answer:
            answer.write(data)
        status = 0
    finally:
        os._exit(status)
