"""What is remembered is what would be worked out, and a file that cannot be trusted is as good as none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import memory
from generator.memory import FILE, Remembered, forget, recall, retain


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let nothing but the function of the test be remembered."""
    monkeypatch.setattr(memory, "_parts", {})
    yield


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / FILE).parent.mkdir(parents=True)
    return tmp_path


def counting() -> tuple[Remembered[[int], int], list[int]]:
    """Return a remembered function that doubles, and the list of what it worked out."""
    worked: list[int] = []

    def double(number: int) -> int:
        worked.append(number)
        return 2 * number

    return Remembered(double), worked


def test_worked_out_once(root: Path) -> None:
    """Also by the next program, which starts with what the file kept."""
    double, worked = counting()
    assert [double(1), double(1), double(2)] == [2, 2, 4]
    retain(root)
    forget()
    recall(root)
    assert double.knows(1)
    assert [double(1), double(2)] == [2, 4]
    assert worked == [1, 2]


def test_forgets_what_a_build_did_not_ask_for(root: Path) -> None:
    """Else `serve` would hold every version of a file that an editor saved."""
    double, worked = counting()
    double(1)
    retain(root)
    double(2)
    retain(root)
    double(1)
    assert worked == [1, 2, 1]


def test_few_changes_leave_the_file_alone(root: Path) -> None:
    """Writing it takes longer than working a few things out again."""
    double, _ = counting()
    list(map(double, range(100)))
    retain(root)
    first = (root / FILE).read_bytes()
    list(map(double, range(1, 101)))
    retain(root)
    assert (root / FILE).read_bytes() == first
    list(map(double, range(20, 120)))
    retain(root)
    assert (root / FILE).read_bytes() != first


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[:-1], id="cut short"),
        pytest.param(lambda data: data[:-5] + bytes([data[-5] ^ 1]) + data[-4:], id="one bit in its rest"),
        pytest.param(lambda data: bytes([data[0] ^ 1]) + data[1:], id="one bit in its hash"),
        pytest.param(lambda data: b"x" * 1_000, id="something else"),
    ],
)
def test_a_damaged_file_is_as_none(root: Path, damage: Callable[[bytes], bytes]) -> None:
    """Nothing of it is read, and a good one takes its place."""
    double, worked = counting()
    double(1)
    retain(root)
    good = (root / FILE).read_bytes()
    (root / FILE).write_bytes(damage(good))
    forget()
    recall(root)
    assert double(1) == 2
    assert worked == [1, 1]
    retain(root)
    assert (root / FILE).read_bytes() == good


def test_a_file_of_other_code_is_as_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of our code or of a library worked out may be wrong now."""
    double, worked = counting()
    double(1)
    retain(root)
    forget()
    monkeypatch.setattr(memory, "_fingerprint", lambda: b"other")
    recall(root)
    double(1)
    assert worked == [1, 1]


def test_the_fingerprint_follows_every_module_and_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one of an older library, or with one module changed, is another."""
    found = {memory._fingerprint.__wrapped__()}
    with monkeypatch.context() as patch:
        patch.setattr(memory, "version", lambda name: "0")
        found.add(memory._fingerprint.__wrapped__())
    read = Path.read_bytes
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda path: read(path) + b"#" * (path.name == "text.py"))
        found.add(memory._fingerprint.__wrapped__())
    assert len(found) == 3


def test_keyword_arguments_count(root: Path) -> None:
    """What is asked in another way is another question."""

    def scaled(number: int, by: int = 1) -> int:
        return number * by

    remember = Remembered(scaled)
    assert [remember(2), remember(2, by=3), remember(2)] == [2, 6, 2]


def test_a_part_that_this_program_lacks_is_lost(root: Path) -> None:
    """A file may hold what only another command works out."""
    double, _ = counting()
    double(1)
    retain(root)
    memory._parts.clear()
    other, _ = counting()
    memory._parts.clear()
    memory.keep("another", other)
    recall(root)
    assert len(other) == 0


def test_code_saved_during_a_build_makes_what_it_kept_worthless(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is of the code that ran, not of the code that is there when it is written."""
    code = root / "code" / "generator"
    code.mkdir(parents=True)
    (code / "a.py").write_text("1")
    monkeypatch.setattr(memory, "CODE", root / "code")
    memory._fingerprint.cache_clear()
    double, worked = counting()
    recall(root)
    double(1)
    (code / "a.py").write_text("2")
    retain(root)
    memory._fingerprint.cache_clear()  # the next program has the new code
    forget()
    recall(root)
    double(1)
    assert worked == [1, 1]
    memory._fingerprint.cache_clear()
