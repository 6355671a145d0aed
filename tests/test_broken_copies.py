"""Twenty ways in which editors really break real files: each is told with its file, its line and a way out.

`tests/problems/` has the smallest bad file for each code; here the whole real site is around the mistake.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from generator.load import Document, load, load_bytes
from generator.pipeline import understand
from tests.conftest import ROOT

MELDCODE = "content/protocollen/meldcode.yml"
VEILIG_THUIS = "content/sociale-kaart/organisaties/veilig-thuis.yml"
ASJA = "content/programmas/asja.yml"
CHIPS = "scenarios/chips-als-ontbijt/scenario.yml"
SHELTER = "content/sociale-kaart/organisaties/oranje-huis-flevoland.yml"


@dataclass(frozen=True)
class Break:
    """In `path` the first `old` becomes `new`; the Problem stands `below` lines under it and says `remedy`."""

    path: str
    old: str
    new: str
    code: str
    remedy: str
    below: int = 0


BREAKS = {
    "a misspelt source": Break(
        ASJA, "id: fier-jaarverslag-2020", "id: fier-jaarverslag-2002", "dangling-id", "did you mean"
    ),
    "a misspelt key": Break(ASJA, "getting_in:", "geting_in:", "unknown-key", "did you mean `getting_in`"),
    "a lost key": Break(ASJA, "for_whom:", "notes:", "unknown-key", "delete it"),
    "a wrong level": Break(ASJA, "level: beschreven", "level: bewezen", "not-a-choice", "is not one of"),
    "a year in quotes": Break(ASJA, "as_of: 2020", 'as_of: "2020"', "wrong-type", "expected a number"),
    "a date without quotes": Break(ASJA, 'reviewed: "2026-11-21"', "reviewed: 2026-11-21", "yaml-date", "put quotes"),
    "a date that is none": Break(ASJA, 'reviewed: "2026-11-21"', 'reviewed: "2026-13-21"', "bad-date", "write it as"),
    "a Norwegian title": Break(ASJA, "title: Asja", "title: NO", "yaml-boolean", "put quotes"),
    "a key twice": Break(ASJA, "title: Asja", "title: Asja\ntitle: Asja", "duplicate-key", "keep one", below=1),
    "a tab": Break(MELDCODE, "steps:\n  ", "steps:\n\t", "yaml-tab", "two spaces", below=1),
    "a bold tag": Break(MELDCODE, "for_whom: ", "for_whom: <b>Let op</b> ", "html-in-text", "plain Markdown"),
    "a misspelt step": Break(MELDCODE, "after: [signalen]", "after: [signaal]", "unknown-step", "signalen"),
    "a lettered phone number": Break(
        VEILIG_THUIS, 'value: "0800-2000"', "value: O8OO-2OOO", "bad-phone", "write it as"
    ),
    "another emergency number": Break(
        VEILIG_THUIS, 'value: "0800-2000"', "value: 0800-2001", "emergency-number", "0800-2001"
    ),
    "a secret street": Break(
        SHELTER,
        "secret_address: true",
        "secret_address: true\naddress: {street: Laan 1, postal_code: 1000 AA, city: Stad, province: Ergens}",
        "secret-address",
        "delete it",
        below=1,
    ),
    "a dangling scene": Break(CHIPS, "then: woensdag", "then: woensdagg", "dangling-scene", "did you mean `woensdag`"),
    "a misspelt counter": Break(CHIPS, "effects: {feiten: 1}", "effects: {feitn: 1}", "unknown-counter", "feiten"),
    "a wild counter": Break(CHIPS, "effects: {feiten: 1}", "effects: {feiten: 9}", "counter-out-of-bounds", "widen"),
    "a bad end to a good path": Break(CHIPS, "result: safe", "result: open", "good-path-not-safe", "path:"),
    "a see that leads nowhere": Break(
        CHIPS, "protocollen/meldcode#signalen", "protocollen/meldcode#signaal", "dangling-anchor", "signalen"
    ),
}


@cache
def real_site() -> dict[str, Document]:
    return {document.path: document for document in load(ROOT)[0]}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_copy_names_file_line_and_remedy(name: str) -> None:
    """The mistake is told where it was made, in words that say what to do."""
    broken = BREAKS[name]
    text = (ROOT / broken.path).read_text(encoding="utf-8")
    assert broken.old in text
    line = text[: text.index(broken.old)].count("\n") + 1 + broken.below
    document, problems = load_bytes(broken.path, text.replace(broken.old, broken.new, 1).encode())
    if document is not None:
        site, _ = load_bytes("mkdocs.yml", (ROOT / "mkdocs.yml").read_bytes())
        problems = understand(tuple({**real_site(), broken.path: document}.values()), site).problems
    told = [problem for problem in problems if problem.code == broken.code]
    assert told, [str(problem) for problem in problems]
    problem = told[0]
    assert broken.remedy in problem.message
    if broken.code == "emergency-number":  # told where the two disagree first: in the settings of every page
        assert problem.path == "mkdocs.yml"
    elif broken.code == "good-path-not-safe":  # told at the ending, which starts above its result
        assert problem.path == broken.path
        assert 0 < problem.line <= line
    else:
        assert (problem.path, problem.line) == (broken.path, line)
