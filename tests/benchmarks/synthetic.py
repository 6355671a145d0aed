"""Made-up items, the same at every run: real ones of tests/project in which each gets a text of its own.

A text is about 2 KB of words that do not exist, of which some are terms that the glossary explains, with links to
other items, a list and words in bold. The kinds are mixed roughly as the real content has them.
"""

from __future__ import annotations

import copy
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
SYLLABLES = "ba den fel gim ho kra lu mer nos oot pli ruk sta tin ves wol zom aar bre duin".split()


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
    words = _words(chance, 2 * items + 500)
    fifty = [example for example in EXAMPLES for _ in range(example.share)]
    plan = [(f"voorbeeld-{number + 1:04}", fifty[number % len(fifty)]) for number in range(items)]
    refs = [f"{example.ref}/{id}".removeprefix("/") for id, example in plan]
    for number, (id, example) in enumerate(plan):
        data = copy.deepcopy(example.data)
        # A term is called by a word that the texts use; other titles are two words.
        data["title"] = words[number] if example.ref == "begrippen" else " ".join(chance.sample(words, 2)).capitalize()
        for key in ("synonyms", "abbreviation", "lists", "related"):
            data.pop(key, None)
        _put(data, example.text, _text(chance, words, refs))
        path = project / example.file
        path = path.parent.with_name(id) / path.name if path.parts[-3] == "scenarios" else path.with_name(f"{id}.yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")
        if path.name == "scenario.yml":
            shutil.copy((PROJECT / example.file).with_name("plays.yml"), path.with_name("plays.yml"))


def _words(chance: random.Random, count: int) -> Sequence[str]:
    """Return `count` different words of two to four syllables."""
    words: dict[str, None] = {}
    while len(words) < count:
        words["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))] = None
    return tuple(words)


def _text(chance: random.Random, words: Sequence[str], refs: Sequence[str]) -> str:
    """Return Markdown: paragraphs and a list, with links and bold words."""
    parts = [f"Lees ook [{chance.choice(words)}]({ref})." for ref in chance.sample(refs, LINKS)]
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
