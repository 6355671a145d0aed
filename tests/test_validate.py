"""One mistake of an author gives one Problem, where the mistake stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.pipeline import read

FIGURE = "content/cijfers/aantallen.yml"
PROTOCOL = "content/protocollen/stappen.yml"
SHARING = "content/informatie-delen/vertellen.yml"
SITE = "mkdocs.yml"
WORDS = "content/zoekwoorden.yml"
LIST = "content/pages/protocollen.yml"
GROUP = "groups:\n  - {title: Nu, items: [stappen]}"
ROWS = "content/dekking.yml"
TRAINING = "scenarios/training/scenario.yml"


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        pytest.param(PROTOCOL, "for_whom:", "for_whon:", "10: no key `for_whon` here", id="a misspelt key misses"),
        pytest.param(PROTOCOL, "[professional]", "[profesional]", "3: `\"profesional\"`", id="a bad entry shortens"),
        pytest.param(PROTOCOL, "[1, 10]", "[1]", "8: this needs two numbers", id="half a pair"),
        pytest.param(PROTOCOL, "[kijken]\n  doen", "[kijk]\n  doen", "24: this protocol has no step", id="after"),
        pytest.param(PROTOCOL, "title: Drie stappen", "title:", "1: expected text, found nothing; fill", id="nothing"),
        pytest.param(FIGURE, "[3, null]", "[3]", "16: row `Buren`", id="the row that is too short"),
        pytest.param(TRAINING, '"2026-11-21"', '"2026-02-30"', "6: `2026-02-30` is not a date", id="date of a game"),
        pytest.param(TRAINING, "[professional]", "[docent]", "4: `\"docent\"` is not one of", id="audience of a game"),
        pytest.param(TRAINING, "minutes: 3", "minutes: 0", "5: `0` is too low", id="minutes of a game"),
        pytest.param(PROTOCOL, "Vraag wat", "Zie ![x](https://x.nl/x.png)", "22: no pictures in text", id="picture"),
        pytest.param(PROTOCOL, "(signalen/lijst#gedrag)", "()", "16: `` is no link we know", id="a link to nothing"),
        pytest.param(WORDS, "protocollen/", "protocol/", "1: no item `protocol/stappen`; did you mean", id="words"),
        pytest.param(WORDS, "[vermoeden, wat nu]", "vermoeden", "1: expected a list", id="words that are no list"),
        pytest.param(WORDS, "wat nu", "<b>wat</b>", "1: no HTML in text", id="HTML in words"),
        pytest.param(SITE, "exit_url: https:", "exit_url: http:", "20: `http://www.example.nl/` cannot be", id="exit"),
        pytest.param(SITE, '"tel:08000000"', '"0800"', "22: `0800` cannot be dialled", id="an emergency number"),
        pytest.param(SITE, "emergency:", "emergencies:", "18: key `emergency` is missing", id="no emergency numbers"),
        pytest.param(PROTOCOL, '"2026-11-21"', '"20261121"', "4: `20261121` is not a date", id="a date in one word"),
        pytest.param(SITE, "section: protocollen", "section: protocol", "24: no page `protocol`; did", id="the menu"),
        pytest.param(SITE, "path: ./", "path: over/", "26: no page `over`", id="the foot"),
        pytest.param(SITE, "extra:", "extras:", "1: key `extra` is missing", id="no settings of ours"),
        pytest.param(SHARING, "usual: z", "usual: x", "10: this question has no answer `xonder-toest", id="usual"),
        pytest.param(LIST, "lists: p", "lists: q", "6: no kind has the folder", id="lists"),
        pytest.param(LIST, "lists: protocollen", GROUP, "6: `items` are those of", id="groups of no folder"),
        pytest.param(LIST, "lists: protocollen", f"lists: x\n{GROUP}", "6: no kind has", id="of what is none"),
        pytest.param(LIST, "lists: p", "layout: matrix\nlists: p", "7: a matrix is made", id="a matrix of other items"),
        pytest.param(LIST, "lists: protocollen", "layout: matrix", "1: a matrix is made", id="a matrix of nothing"),
        pytest.param(LIST, '"2026-11-21"', '"9999-12-31"', "4: `9999-12-31` is not a date", id="no such year"),
        pytest.param(LIST, "lists: protocollen", f"lists: oefenen\n{GROUP}", "8: no item `stappen`", id="a group"),
        pytest.param(ROWS, "Gaat over de eigen kantine.", '" "', "3: `because` is empty", id="no reason at all"),
    ],
)  # fmt: skip
def test_one_problem(project: Path, path: str, old: str, new: str, expected: str) -> None:
    """What follows from a mistake is not told as another."""
    file = project / path
    assert file.read_text().count(old) == 1
    file.write_text(file.read_text().replace(old, new))
    (problem,) = read(project).problems
    assert str(problem).startswith(f"{path}:{expected}")


def test_a_scenario_in_a_folder_too_deep_is_told_where_it_belongs(project: Path) -> None:
    """A scenario that is in order but in the wrong place is not told that its kind is wrong."""
    (project / "scenarios" / "map").mkdir()
    (project / "scenarios" / "training").rename(project / "scenarios" / "map" / "training")
    (problem,) = read(project).problems
    assert (problem.path, problem.code) == ("scenarios/map/training/scenario.yml", "stray-file")
    assert "`scenarios/<id>/scenario.yml`" in problem.message


def test_no_page_takes_the_place_of_the_neutral_one(project: Path) -> None:
    """Quick exit leads to a page of the site itself; an author's page cannot have its address."""
    shutil.copy(project / "content/pages/protocollen.yml", project / "content/pages/weg.yml")
    (problem,) = read(project).problems
    assert (problem.path, problem.code) == ("content/pages/weg.yml", "duplicate-url")


def test_a_site_has_a_home(project: Path) -> None:
    """Without the page that everything starts from there is no site."""
    (project / "content/pages/index.yml").unlink()
    (problem,) = read(project).problems
    assert str(problem).startswith("mkdocs.yml:12: the site has no home")
