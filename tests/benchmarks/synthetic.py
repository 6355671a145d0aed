"""Made-up items, the same at every run: real ones of tests/project in which each gets a text of its own.

A text is about 2 KB of words that do not exist, of which some are terms that the glossary explains, with links to
other items, a list and words in bold. The kinds are mixed roughly as the real content has them.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.load import KeyPath
from tests.conftest import PROJECT

SEED = 20261121
LENGTH = 2_000  # characters of a text
LINKS = 4  # in a text
TERMS = 4  # likewise: terms that the glossary explains
SYLLABLES = (
    "ba",
    "den",
    "fel",
    "gim",
    "ho",
    "kra",
    "lu",
    "mer",
    "nos",
    "oot",
    "pli",
    "ruk",
    "sta",
    "tin",
    "ves",
    "wol",
)


@dataclass(frozen=True)
class Example:
    """An item of tests/project to vary: its file, its folder in refs, where the text goes, how many of each fifty."""

    file: str
    ref: str
    text: KeyPath
    share: int

    @property
    def data(self) -> Any:
        return yaml.load((PROJECT / self.file).read_text("utf-8"), yaml.CSafeLoader)  # as `generator.load` reads it


EXAMPLES = (
    Example("content/begrippen/balie.yml", "begrippen", ("about",), 13),
    Example(
        "content/sociale-kaart/organisaties/loket.yml",
        "sociale-kaart/organisaties",
        ("services", "advies", "description"),
        9,
    ),
    Example("content/bronnen/wet.yml", "bronnen", ("about",), 6),
    Example("content/pages/protocollen.yml", "", ("text",), 6),
    Example("content/protocollen/stappen.yml", "protocollen", ("steps", "kijken", "text"), 3),
    Example("content/signalen/lijst.yml", "signalen", ("what_now",), 2),
    Example("content/informatie-delen/vertellen.yml", "informatie-delen", ("answers", "met-toestemming", "text"), 3),
    Example("content/sociale-kaart/gebieden/dorp.yml", "sociale-kaart/gebieden", ("about",), 2),
    Example("content/programmas/cursus.yml", "programmas", ("what_happens",), 2),
    Example("content/cijfers/aantallen.yml", "cijfers", ("takeaway",), 1),
    Example("scenarios/training/scenario.yml", "oefenen", ("scenes", "begin", "text"), 1),
    Example("scenarios/hulp/scenario.yml", "keuzehulp", ("scenes", "vraag", "text"), 1),
    Example("scenarios/kaarten/scenario.yml", "samen-spelen", ("cards", "een", "text"), 1),
)


def write_items(project: Path, items: int) -> None:
    """Write `items` made-up items, `voorbeeld-0001` and on, into `project`."""
    chance = random.Random(SEED)
    fifty = [example for example in EXAMPLES for _ in range(example.share)]
    plan = [(f"voorbeeld-{number + 1:04}", fifty[number % len(fifty)]) for number in range(items)]
    vocabulary = _words(chance, 3 * items + 500)
    names, words = vocabulary[:items], vocabulary[items:]
    terms = [name for name, (_, example) in zip(names, plan, strict=True) if example.ref == "begrippen"]
    refs = [f"{example.ref}/{id}".removeprefix("/") for id, example in plan]
    for name, (id, example) in zip(names, plan, strict=True):
        data = example.data
        data["title"] = name if name in terms else " ".join(chance.sample(words, 2)).capitalize()
        for key in ("synonyms", "abbreviation", "lists"):
            data.pop(key, None)
        _put(data, example.text, _text(chance, words, terms, refs))
        _write(project, example, id, data)
    _cover(project, refs)
    _group(project, refs)


def _write(project: Path, example: Example, id: str, data: Any) -> None:
    """Write an item beside its example, and the plays of a game beside it."""
    path = project / example.file
    is_game = path.name == "scenario.yml"
    path = path.parent.with_name(id) / path.name if is_game else path.with_name(f"{id}.yml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")
    if is_game:
        shutil.copy((PROJECT / example.file).with_name("plays.yml"), path.parent)


def _cover(project: Path, refs: Sequence[str]) -> None:
    """Say in the coverage list that each item is needed."""
    path = project / "content" / "dekking.yml"
    data = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    data["rows"] += [{"source": "900", "row": ref, "name": f"Rij {ref}", "items": [ref]} for ref in refs]
    path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")


def _group(project: Path, refs: Sequence[str]) -> None:
    """Put each signal list in the one group that the page of all lists has."""
    path = project / "content" / "pages" / "signalen.yml"
    data = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    data["groups"][0]["items"] += [ref.removeprefix("signalen/") for ref in refs if ref.startswith("signalen/")]
    path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")


def _words(chance: random.Random, count: int) -> Sequence[str]:
    """Return `count` different words of two to four syllables."""
    words: dict[str, None] = {}
    while len(words) < count:
        words["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))] = None
    return tuple(words)


def _text(chance: random.Random, words: Sequence[str], terms: Sequence[str], refs: Sequence[str]) -> str:
    """Return Markdown: a list and paragraphs, with links, terms and bold words."""
    parts = [f"Lees ook [{chance.choice(words)}]({ref})." for ref in chance.sample(refs, LINKS)]
    parts += [f"Dit heet {term}." for term in chance.sample(terms, TERMS)]
    length = sum(map(len, parts))
    while length < LENGTH:
        found = chance.sample(words, chance.randint(6, 14))
        found[2] = f"**{found[2]}**"
        parts.append(f"{' '.join(found).capitalize()}.")
        length += len(parts[-1]) + 1
    chance.shuffle(parts)
    points = "\n".join(f"- {part}" for part in parts[:4])
    paragraphs = (" ".join(parts[at : at + 4]) for at in range(4, len(parts), 4))
    return "\n\n".join((points, *paragraphs))


def _put(data: Any, where: KeyPath, value: str) -> None:
    for key in where[:-1]:
        data = data[key]
    data[where[-1]] = value
