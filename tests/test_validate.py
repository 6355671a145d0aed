"""One mistake of an author gives one Problem, where the mistake stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import read

FIGURE = "content/cijfers/aantallen.yml"
PROTOCOL = "content/protocollen/stappen.yml"
TRAINING = "scenarios/training/scenario.yml"


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        pytest.param(PROTOCOL, "for_whom:", "for_whon:", "10: no key `for_whon` here", id="a misspelt key misses"),
        pytest.param(PROTOCOL, "[professional]", "[profesional]", "3: `\"profesional\"`", id="a bad entry shortens"),
        pytest.param(PROTOCOL, "[1, 10]", "[1]", "8: this needs two numbers", id="half a pair"),
        pytest.param(PROTOCOL, "[kijken]\n  doen", "[kijk]\n  doen", "24: this protocol has no step", id="after"),
        pytest.param(PROTOCOL, "title: Drie stappen", "title:", "1: expected text, found nothing; fill", id="nothing"),
        pytest.param(FIGURE, "[3, null]", "[3]", "15: row `Buren`", id="the row that is too short"),
        pytest.param(TRAINING, '"2026-11-21"', '"2026-02-30"', "6: `2026-02-30` is not a date", id="date of a game"),
        pytest.param(TRAINING, "[professional]", "[docent]", "4: `\"docent\"` is not one of", id="audience of a game"),
        pytest.param(TRAINING, "minutes: 3", "minutes: 0", "5: `0` is too low", id="minutes of a game"),
        pytest.param("content/pages/protocollen.yml", "lists: p", "lists: q", "6: no kind has the folder", id="lists"),
    ],
)  # fmt: skip
def test_one_problem(project: Path, path: str, old: str, new: str, expected: str) -> None:
    """What follows from a mistake is not told as another."""
    file = project / path
    assert file.read_text().count(old) == 1
    file.write_text(file.read_text().replace(old, new))
    (problem,) = read(project).problems
    assert str(problem).startswith(f"{path}:{expected}")
