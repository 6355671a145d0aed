"""Two processes make what one would have made, in the same order, and a copy that fails changes nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

import pytest

from generator import processes
from generator.processes import beside, in_halves


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "FEWEST", 2)
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 1})


@pytest.mark.parametrize("count", [0, 1, 2, 3, 1_000])
def test_same_as_one_process(count: int) -> None:
    """Every item has its result, in order, however many there are and however long the results."""
    assert in_halves(lambda some: [f"{item}" * 1_000 for item in some], range(count)) == [
        f"{item}" * 1_000 for item in range(count)
    ]


def test_the_second_half_is_another_process() -> None:
    """Otherwise nothing is gained."""
    made_by = in_halves(lambda some: [os.getpid() for _ in some], range(10))
    assert made_by[:5] == [os.getpid()] * 5
    assert os.getpid() not in made_by[5:]


def test_a_copy_that_ends_early_leaves_its_half_to_us() -> None:
    """Memory can run out in a copy; the result is the same."""
    own = os.getpid()

    def work(some: Sequence[int]) -> list[int]:
        if os.getpid() != own:
            os._exit(9)
        return list(some)

    assert in_halves(work, range(10)) == list(range(10))


def test_a_copy_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """Else an editor would read of a mistake twice: the first process finds it too."""
    own = os.getpid()

    def work(some: Sequence[int]) -> list[int]:
        if os.getpid() != own:
            os.write(2, b"a warning")
            os.write(1, b"a word")
            raise KeyError
        return list(some)

    assert in_halves(work, range(10)) == list(range(10))
    assert capfd.readouterr() == ("", "")


def test_a_copy_that_nobody_asks_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that stops at a Problem does not wait for templates to be compiled."""
    copies: list[int] = []
    monkeypatch.setattr(os, "fork", lambda fork=os.fork: copies.append(fork()) or copies[-1])
    with beside(lambda: time.sleep(60)):
        pid = copies[-1]
        os.kill(pid, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.parametrize("bad", [1, 8], ids=["in the first half", "in the second half"])
def test_what_goes_wrong_goes_wrong_here(bad: int) -> None:
    """An error of either half is raised as it is in one process."""

    def work(some: Sequence[int]) -> list[int]:
        if bad in some:
            raise KeyError(bad)
        return list(some)

    with pytest.raises(KeyError):
        in_halves(work, range(10))


def test_an_error_here_waits_for_no_answer() -> None:
    """A copy with more to say than a pipe holds does not keep an error of the first half from being raised."""
    own = os.getpid()

    def work(some: Sequence[int]) -> list[str]:
        if os.getpid() == own:
            raise KeyError(own)
        return ["x" * 1_000_000 for _ in some]

    with pytest.raises(KeyError):
        in_halves(work, range(10))
