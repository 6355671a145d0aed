"""Every Problem code has its smallest bad file in tests/problems/, and is reported where that file says.

A bad file is put into a copy of tests/project, which has no Problems of its own. Its first line says where it goes
and what must be said of it; more lines say so of more:

    # content/protocollen/stappen.yml:12 dangling-id
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.pipeline import read
from generator.problems import CODES
from generator.source_texts import read_texts
from tests.conftest import TEXTS

FOLDER = Path(__file__).parent / "problems"
EXPECTED = re.compile(rb"# (?P<path>\S+):(?P<line>\d+) (?P<code>[a-z0-9-]+)")


@dataclass(frozen=True)
class Expected:
    """Where a bad file goes, and the line and code of the Problem that it causes."""

    path: str
    line: int
    code: str


def expected(bad: bytes) -> Expected:
    """Return what the first line of a bad file says."""
    match = EXPECTED.match(bad)
    assert match, "the first line must be `# <path>:<line> <code>`"
    return Expected(match["path"].decode(), int(match["line"]), match["code"].decode())


@pytest.mark.parametrize("bad", sorted(FOLDER.iterdir()), ids=lambda path: path.stem)
def test_bad_file(project: Path, bad: Path) -> None:
    """The smallest bad file gives its Problem, at its line, and no other."""
    wanted = expected(bad.read_bytes())
    assert bad.stem == wanted.code
    target = project / wanted.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(bad.read_bytes())
    found = [(problem.path, problem.line, problem.code) for problem in read(project, read_texts(TEXTS)).problems]
    assert found == [(wanted.path, wanted.line, wanted.code)]


def test_every_code_has_a_bad_file() -> None:
    """No code without the smallest file that shows it, and no file for a code that is gone."""
    assert {path.stem for path in FOLDER.iterdir()} == set(CODES)


def test_the_small_project_is_good(project: Path) -> None:
    """What the bad files are put into has no Problems itself."""
    assert read(project, read_texts(TEXTS)).problems == ()
