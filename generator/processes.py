"""Work for two processors: a copy of this process does some of it."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST = 200  # items: below, a copy takes longer than it saves
OWN_SHARE = 0.56  # of the items: a copy also copies the memory that it touches, and writes down what it found


def in_halves(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    first_do: Callable[[], object] = lambda: None,
) -> list[Result]:
    """Return `work(items)`, of which a copy of this process does the second half, where there are two processors.

    `work` gives a result per item, which can be pickled and does not depend on who makes it. If the copy fails, this
    process does its half too, so what goes wrong goes wrong here. Before its own half it does `first_do`.
    """
    if len(items) < FEWEST:
        first_do()
        return work(items)
    middle = int(len(items) * OWN_SHARE)
    with beside(lambda: work(items[middle:])) as answer:
        first_do()
        first = work(items[:middle])
        second = answer()
    return [*first, *(work(items[middle:]) if second is None else second)]


@contextmanager
def beside(work: Callable[[], Result]) -> Iterator[Callable[[], Result | None]]:
    """Let a copy of this process do `work` in the meantime; what is lent waits for its result, which can be pickled.

    It gives None if the copy failed, or where there is but one processor: a copy would only take this one's time.
    When the context ends, so does a copy that nobody asked.
    """
    if not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2:
        yield lambda: None
        return
    reader, writer = os.pipe()
    copy = os.fork()
    if copy == 0:
        os.close(reader)  # or nothing would end it when nobody reads its answer
        _answer(writer, work)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        asked = False

        def result() -> Result | None:
            nonlocal asked
            data = answer.read()
            asked = True
            _, status = os.waitpid(copy, 0)
            found: Result | None = pickle.loads(data) if status == 0 else None
            return found

        try:
            yield result
        finally:
            if not asked:
                os.kill(copy, signal.SIGKILL)
                os.waitpid(copy, 0)


def _answer(writer: int, work: Callable[[], object]) -> None:
    """Write the result of `work` and end this process, without the clean-up that is for the first one to do."""
    status = 1
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):  # what goes wrong here is said by the first process, which then does it itself
            os.dup2(silence, stream)
        data = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writer, "wb") as answer:
            answer.write(data)
        status = 0
    finally:
        os._exit(status)
