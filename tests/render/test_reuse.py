"""A page that is kept is the page that would be made, and an edit makes few pages again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import dropwhile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.outfile import OutFile
from generator.pipeline import read
from generator.render import pages, render
from generator.render.reuse import Pages
from tests.conftest import PROJECT

TERM = "content/begrippen/balie.yml"
ORGANISATION = "content/sociale-kaart/organisaties/loket.yml"
CONTACT = "{channel: telefoon, description: dag en nacht, verified: false,"
COURSE = "content/programmas/cursus.yml"


def put(root: Path, path: str, key: str, value: str) -> None:
    """Put `value` in the place of what the first line with `key` says, and the indented lines below it."""
    file = root / path
    before, found, after = file.read_text("utf-8").partition(key)
    assert found, f"{path} has no {key!r}"
    rest = after[after.index("\n") + 1 :].splitlines(keepends=True)
    rest = list(dropwhile(lambda line: line.startswith("  "), rest))
    file.write_text(f"{before}{key} {value}\n{''.join(rest)}", "utf-8")


def copy_of(root: Path, path: str, word: str) -> None:
    """Add a copy of an item under another name; the names of a term are its own."""
    text = (root / path).read_text("utf-8").replace("abbreviation: SGN\n", "").replace("synonyms: [aanwijzing]\n", "")
    copy = (root / path).with_name(f"{word}.yml")
    copy.write_text(text, "utf-8")
    put(root, str(copy.relative_to(root)), "title:", f"{word} een")


def without(root: Path, path: str, word: str) -> None:
    (root / path).with_name(f"{word}.yml").unlink(missing_ok=True)


EDITS: dict[str, Callable[[Path, str], None]] = {
    "summary": lambda root, word: put(root, COURSE, "summary:", f"Een cursus over {word}."),
    "title": lambda root, word: put(root, "content/protocollen/stappen.yml", "title:", f"Stappen {word}"),
    "title of a source": lambda root, word: put(root, "content/bronnen/boek.yml", "title:", f"Boek {word}"),
    "summary of a term": lambda root, word: put(root, TERM, "summary:", f"Wat je merkt, en {word}."),
    "name of a term": lambda root, word: put(root, TERM, "title:", word),
    "other names of a term": lambda root, word: put(root, TERM, "synonyms:", f"[stap {word}, telefoon]"),
    "phone": lambda root, word: put(root, ORGANISATION, "contacts:", f"[{CONTACT} value: 0800-{len(word)}000}}]"),
    "use of a word": lambda root, word: put(root, COURSE, "what_happens:", f"Een {word} met een stap {word}."),
    "link": lambda root, word: put(root, COURSE, "what_happens:", "[het loket](sociale-kaart/organisaties/loket)"),
    "game": lambda root, word: put(root, "scenarios/training/scenario.yml", "title:", f"Oefening {word}"),
    "new term": lambda root, word: copy_of(root, TERM, word),
    "no such term": lambda root, word: without(root, TERM, word),
    "new source": lambda root, word: copy_of(root, "content/bronnen/wet.yml", word),
    "no such source": lambda root, word: without(root, "content/bronnen/wet.yml", word),
}


def rendered(root: Path) -> tuple[OutFile, ...] | None:
    """Return the files of a project; none if an edit made a mistake."""
    library = read(root).library
    return render(library) if library else None


@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.sampled_from(["appel", "peer"])), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_equals_pages_made_anew(edits: list[tuple[str, str]]) -> None:
    """After any sequence of edits the files are those of a program that remembers no page."""
    with TemporaryDirectory() as folder:
        root = Path(shutil.copytree(PROJECT, Path(folder) / "project"))
        for name, word in edits:
            EDITS[name](root, word)
            found = rendered(root)
            kept, pages._last = pages._last, Pages()
            assert found == rendered(root)
            pages._last = kept


@pytest.mark.parametrize(
    ("edit", "ref", "again"),
    [
        pytest.param("summary", "programmas/cursus", True, id="its own text"),
        pytest.param("summary", "bronnen/boek", False, id="a text it does not show"),
        pytest.param("title", "oefenen/training", True, id="a title it links with"),
        pytest.param("title", "sociale-kaart/gebieden/dorp", False, id="a title it has nothing to do with"),
        pytest.param("new term", "begrippen/balie", False, id="a term of which it has no word"),
        pytest.param("phone", "sociale-kaart/organisaties/loket", True, id="its own number"),
    ],
)
def test_makes_again_what_hangs_on_it(project: Path, edit: str, ref: str, again: bool) -> None:
    """A page is made again if, and only if, something changed that it shows or could show."""
    assert rendered(project)
    before = pages._last.made[ref]
    EDITS[edit](project, "appel")
    assert rendered(project)
    assert (pages._last.made[ref] is not before) == again
