"""What render makes of one item of every kind, kept in tests/golden/. `make golden` writes it again; read the diff."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from generator.models.kinds import BY_NAME
from generator.pipeline import read
from generator.render import render, render_search
from tests.conftest import PROJECT

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "protocol": "protocollen/stappen.md",
    "signals": "signalen/lijst.md",
    "sharing": "informatie-delen/vertellen.md",
    "organisation": "sociale-kaart/organisaties/loket.md",
    "area": "sociale-kaart/gebieden/dorp.md",
    "programme": "programmas/cursus.md",
    "figure": "cijfers/aantallen.md",
    "term": "begrippen/balie.md",
    "source": "bronnen/boek.md",
    "page": "index.md",
    "decision": "oefenen/training.md",
    "aid": "keuzehulp/hulp.md",
    "conversation": "samen-spelen/kaarten.md",
}
OTHERS = {
    "list-page.md": "protocollen.md",
    "questions.md": "informatie-delen.md",
    "groups.md": "signalen.md",
    "matrix.md": "informatie-delen/matrix.md",
    "finder.md": "sociale-kaart.md",
    "report.md": "nakijken.md",
    "hsds.json": "open-data/hsds.json",
    "decision.json": "play/training.json",
    "aid.json": "play/hulp.json",
    "conversation.json": "play/kaarten.json",
    "search.jsonl": "search/documents.jsonl",
    "protocol.schema.json": "schema/protocol.schema.json",
}
FILES = {**{f"{kind}.md": path for kind, path in PAGES.items()}, **OTHERS}


@cache
def rendered() -> dict[str, bytes]:
    library = read(PROJECT).library
    assert library is not None
    return {file.path: file.data for file in (*render(library), render_search(library))}


@pytest.mark.parametrize("name", FILES)
def test_golden(name: str) -> None:
    """A page changes only when somebody means it to."""
    made = rendered()[FILES[name]]
    if name == "conversation.json":
        made = made[:4000]  # the start says it all; the rest are the tables of the prepared deals
    if os.environ.get("BAKEN_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / name).write_bytes(made)
    assert (GOLDEN / name).read_bytes() == made


def test_every_kind_has_a_golden_page() -> None:
    """A kind without a golden page can change unseen."""
    assert set(PAGES) == set(BY_NAME)


def test_rendering_twice_gives_the_same_bytes() -> None:
    """The same input gives the same output."""
    first = dict(rendered())
    rendered.cache_clear()
    assert rendered() == first
