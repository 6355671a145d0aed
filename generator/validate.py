"""Documents -> entries, Problems: each file is of the kind that its place says, and held against that kind's model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from game_engine.scenario import KINDS as GAMES
from generator.library import CoverageList, Entry, SearchWordList, Settings
from generator.load import Document, KeyPath, texts
from generator.memory import remembered
from generator.models.coverage import Coverage
from generator.models.fields import KEBAB
from generator.models.game import GameFacts
from generator.models.kinds import BY_FOLDER, BY_NAME, Kind
from generator.models.page import AWAY
from generator.models.play import Play
from generator.models.search_words import SearchWords
from generator.models.site import Site
from generator.parse import parse, shown
from generator.problems import Problem, did_you_mean
from generator.text import html_in, pictures

COVERAGE = "content/dekking.yml"
SEARCH_WORDS = "content/zoekwoorden.yml"
LISTS = {COVERAGE, SEARCH_WORDS}  # about items, and no item themselves
SCENARIO = re.compile(r"scenarios/[^/]+/scenario\.yml")


def validate(documents: tuple[Document, ...]) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """Return the entries by ref, and every mistake in the shape of a file."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    plays = {document.path: document for document in documents if document.path.endswith("/plays.yml")}
    others = [document for document in documents if document.path not in plays and document.path not in LISTS]
    for document in sorted(others, key=_is_page):  # a page can take an item's address; the page is told
        beside = plays.pop(document.path.replace("/scenario.yml", "/plays.yml"), None)
        found, mistakes = _entry(document, beside)
        problems.extend(mistakes)
        if found is None:
            continue
        if taken := _taken(entries, found):
            problems.append(document.problem((), taken, "duplicate-url"))
        else:
            entries[found.ref] = found
    for document in plays.values():
        problems.append(document.problem((), "there is no `scenario.yml` beside these plays", "stray-file"))
    return entries, tuple(problems)


def _taken(entries: dict[str, Entry], found: Entry) -> str:
    """Return why the address of an entry is not free, or nothing."""
    if found.ref == AWAY:
        return f"the site itself has the page `{AWAY}`, which quick exit leads to; give yours another name"
    other = entries.get(found.ref)
    return f"`{other.document.path}` has this address too; rename one" if other else ""


def validate_site(document: Document) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Return what `mkdocs.yml` says that every page needs, or None and what is wrong with it."""
    site, problems = parse(document, Site, document.data)
    return (None if problems else Settings(site, document)), tuple(problems)


def validate_coverage(documents: tuple[Document, ...]) -> tuple[CoverageList | None, tuple[Problem, ...]]:
    """Return the coverage list, if the project has one, or what is wrong with it."""
    document = next((document for document in documents if document.path == COVERAGE), None)
    return _coverage(document) if document else (None, ())


@remembered
def _coverage(document: Document) -> tuple[CoverageList | None, tuple[Problem, ...]]:
    coverage, problems = parse(document, Coverage, document.data)
    problems += _empty_texts(document)  # and no more: the names are the inventory's, and no page shows them
    return (None if problems else CoverageList(coverage, document)), tuple(problems)


def validate_search_words(documents: tuple[Document, ...]) -> tuple[SearchWordList | None, tuple[Problem, ...]]:
    """Return the everyday words by item, if the project has them, or what is wrong with them."""
    document = next((document for document in documents if document.path == SEARCH_WORDS), None)
    return _search_words(document) if document else (None, ())


@remembered
def _search_words(document: Document) -> tuple[SearchWordList | None, tuple[Problem, ...]]:
    words, problems = parse(document, SearchWords, document.data)
    problems += _text_problems(document)
    return (None if problems else SearchWordList(words, document)), tuple(problems)


def _is_page(document: Document) -> bool:
    return document.path.startswith("content/pages/")


@remembered
def _entry(document: Document, plays: Document | None) -> tuple[Entry | None, list[Problem]]:
    """Return the entry in one file, or None and what is wrong with it."""
    kind, name = _place(document)
    if kind is None:
        return None, [_no_place(document)]
    if not all(KEBAB.fullmatch(part) for part in name.split("/")):
        message = f"`{name}` cannot be an id; name the file in lower case with hyphens, as in `veilig-thuis.yml`"
        return None, [document.problem((), message, "bad-file-name")]
    item, problems = _game(document, kind, name) if kind.is_game else parse(document, kind.model, document.data)
    scripted, mistakes = parse(plays, tuple[Play, ...], plays.data) if plays else ((), [])
    problems += [*_text_problems(document), *mistakes, *(_text_problems(plays) if plays else ())]
    if problems:
        return None, problems
    ref = name if kind.name == "page" else f"{kind.folder}/{name}"
    return Entry(ref, name, kind, item, document, scripted, plays), []


def _game(document: Document, kind: Kind, name: str) -> tuple[Any, list[Problem]]:
    """Return the game in a file: its shape is the engine's, what it shares with items has the rules of items."""
    if "id" in document.data:
        return None, [document.problem(("id",), "the folder's name is the id; leave this key out", "unknown-key")]
    item, problems = parse(document, kind.model, {**document.data, "id": name})
    if item is not None:
        shared = {key: document.data[key] for key in GameFacts.model_fields if key in document.data}
        problems += parse(document, GameFacts, shared)[1]
    return item, problems


def _place(document: Document) -> tuple[Kind | None, str]:
    """Return the kind of a file by where it stands, and its id."""
    root, _, rest = document.path.partition("/")
    rest = rest.removesuffix(".yml")
    if root == "scenarios":
        kind = document.data.get("kind")
        known = SCENARIO.fullmatch(document.path) and isinstance(kind, str) and kind in GAMES
        return BY_NAME[kind] if known else None, rest.partition("/")[0]
    for folder, kind in BY_FOLDER.items():
        name = rest.removeprefix(f"{folder}/")
        if name != rest and ("/" not in name or kind.name == "page"):
            return kind, name
    return None, rest


def _no_place(document: Document) -> Problem:
    if SCENARIO.fullmatch(document.path):
        if "kind" not in document.data:
            return document.problem((), "key `kind` is missing; add it", "missing-key")
        found, choices = document.data["kind"], ", ".join(f"`{name}`" for name in GAMES)
        hint = did_you_mean(str(found), GAMES)
        return document.problem(("kind",), f"{shown(found)} is not one of {choices}{hint}", "not-a-choice")
    folders = ", ".join(f"`content/{folder}`" for folder in BY_FOLDER)
    message = f"no kind of item lives here; move it to one of {folders}, or to `scenarios/<id>/scenario.yml`"
    return document.problem((), message, "stray-file")


def _named(where: KeyPath) -> str:
    """Return the key that a text stands under, also if it is one of a list."""
    return next((str(part) for part in reversed(where) if isinstance(part, str)), "text")


def _text_problems(document: Document) -> Iterator[Problem]:
    """Yield a Problem for every text that holds HTML, a picture, or nothing at all."""
    yield from _empty_texts(document)
    for where, text in texts(document.data):
        if found := html_in(text):
            yield document.problem(where, f"no HTML in text: `{found[:40]}`; write plain Markdown", "html-in-text")
        for target in pictures(text):
            message = f"no pictures in text: `{target[:40]}`; say in words what it shows, or make it a figure"
            yield document.problem(where, message, "bad-link")


def _empty_texts(document: Document) -> Iterator[Problem]:
    for where, text in texts(document.data):
        if not text.strip():
            yield document.problem(where, f"`{_named(where)}` is empty; write it, or leave the key out", "empty-text")
