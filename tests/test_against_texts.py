"""Every number of an item is looked up, in whatever field and form it stands; what is no claim is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import read
from generator.source_texts import read_texts
from tests.conftest import TEXTS

COURSE = "content/programmas/cursus.yml"


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        pytest.param("In het dorp.", "Op 24/7 plekken.", ["24", "7"], id="numbers with a slash, as in a link"),
        pytest.param("In het dorp.", "24/7", ["24", "7"], id="nothing but these"),
        pytest.param("as_of: 2020", "as_of: 2031", ["2031"], id="a number that is no text"),
        pytest.param("In het dorp.", "Al zeven jaar.", ["zeven"], id="a word before a unit"),
        pytest.param("In het dorp.", "Met zeven dingen.", [], id="a word before anything else"),
        pytest.param(
            "In het dorp.", "Bel [het loket](sociale-kaart/organisaties/loket) op 0800-0000.", [], id="a phone"
        ),
        pytest.param("In het dorp.", "Bel 0800-0001.", ["0800-0001"], id="a phone that nobody has"),
        pytest.param("In het dorp.", "Zie [de site](https://www.example.nl/77).", [], id="where a link leads"),
        pytest.param("In het dorp.", "1. Bel.\n  2. Ga.", [], id="the numbers of a list"),
        pytest.param("In het dorp.", "Op 77 plekken.\nderived: Geteld, 77.", [], id="what was worked out"),
    ],
)
def test_numbers_are_looked_up(project: Path, old: str, new: str, missing: list[str]) -> None:
    """Each number that the cited lines do not have is a Problem, and no other is."""
    file = project / COURSE
    assert file.read_text().count(old) == 1
    file.write_text(file.read_text().replace(old, new if "\n  " not in new else f"|\n  {new}"))
    problems = read(project, read_texts(TEXTS)).problems
    assert [problem.code for problem in problems] == ["number-not-in-source"] * len(missing)
    assert [problem.message.split("`")[1] for problem in problems] == missing
