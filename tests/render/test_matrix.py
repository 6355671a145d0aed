"""Who may share what with whom: a page that is made from the questions, so that it says what they say."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import yaml

from generator.models.sharing import Giver, Receiver
from generator.pipeline import read
from generator.render import render

QUESTION = "content/informatie-delen/vertellen.yml"


def page(project: Path, path: str = "informatie-delen/matrix.md") -> str:
    """Return a page of a project that has no Problems."""
    result = read(project)
    assert result.problems == ()
    assert result.library is not None
    return next(file.data.decode() for file in render(result.library) if file.path == path)


def changed(project: Path, **fields: object) -> Path:
    """Give the one question of a project other fields."""
    file = project / QUESTION
    file.write_text(yaml.safe_dump({**yaml.safe_load(file.read_text()), **fields}, allow_unicode=True, sort_keys=False))
    return project


@pytest.mark.parametrize("giver", get_args(Giver))
def test_every_giver_has_a_place(project: Path, giver: str) -> None:
    """Whoever may ask finds their own part, and a way to it; who has no question has none."""
    html = page(changed(project, givers=[giver], reviewed="2026-11-21"))
    assert html.count('<section class="matrix"') == 1
    assert f'<section class="matrix" id="{giver}"' in html
    assert html.count('class="chips__link"') == html.count(f'href="#{giver}"') == 1


@pytest.mark.parametrize("receiver", get_args(Receiver))
def test_every_receiver_has_a_row(project: Path, receiver: str) -> None:
    """Whoever may hear it has a row in the matrix, and a heading in the list of questions."""
    changed(project, receivers=[receiver], givers=["ggz"], reviewed="2026-11-21")
    assert page(project).count('<tr role="row"><th role="rowheader"') == 1
    assert f'<h2 id="{receiver}">' in page(project, "informatie-delen.md")


def test_a_row_says_what_the_question_says(project: Path) -> None:
    """The answers are those for the usual case and for acute danger."""
    row = page(project).partition('<tr role="row"><th role="rowheader"')[2].partition("</tr>")[0]
    usual, acute = row.split('<td role="cell" class="matrix__answer">')[1:]
    assert "verdict--nee-tenzij" in usual
    assert "Nee, tenzij" in usual
    assert "Je hebt geen toestemming" in usual
    assert "verdict--ja" in acute


@pytest.mark.parametrize(
    ("givers", "text", "calls"),
    [
        (["onderwijs"], "Bel 112. Daarna mag je delen.", True),
        (["onderwijs"], "Wacht tot 1121 keer.", False),
        (["onderwijs", "politie-justitie"], None, True),
        (["politie-justitie"], None, False),
    ],
)
def test_danger_comes_before_sharing(project: Path, givers: list[str], text: str | None, calls: bool) -> None:
    """In acute danger the row says to call 112 first where the answer does, and without one unless the police ask."""
    answers = yaml.safe_load((project / QUESTION).read_text())["answers"]
    acute = answers.pop("acuut-gevaar")
    if text:
        answers["acuut-gevaar"] = {**acute, "text": text}
    changed(project, givers=givers, answers=answers, reviewed="2026-11-21")
    html, own = page(project), page(project, "informatie-delen/vertellen.md")
    assert html.count("Bel eerst 112") == len(givers) * calls
    assert ("Bel eerst <a" in own) == calls
    assert ("#acuut-gevaar" in own.partition('class="item__body"')[0].partition("danger-line")[2]) == bool(
        text and calls
    )
    assert html.count("Geen apart antwoord") == int(not calls and text is None)
