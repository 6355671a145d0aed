"""A page is made again only if something that it was made from has changed since this program last made it.

What must be true: a page follows from its entry, from what `Asking` answered while it was made, from the terms that
its words could be, from its game and from the templates; and from nothing else that changes while a program runs. So
whoever makes a page sees the library through an `Asking` only. `tests/site/test_incremental.py` holds this.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeAlias, TypeVar

from generator.library import Entry, Library
from generator.models.kinds import Kind
from generator.outfile import OutFile
from generator.text import Glossary, plain

Question: TypeAlias = tuple[str, str | None]
Value = TypeVar("Value")

# What a page can ask; about None is about all at once.
ANSWERS: Mapping[str, Callable[[Library, Any], object]] = {
    "entries": lambda library, ref: library.entries.get(ref) if ref else tuple(library.entries.values()),
    "linked_from": lambda library, ref: library.linked_from.get(ref) if ref else tuple(library.linked_from.items()),
    "phones": lambda library, ref: library.phones.get(ref) if ref else tuple(library.phones.items()),
    "folder": lambda library, folder: library.folder(folder),
    "title": lambda library, ref: (found := library.entries.get(ref)) and found.title,
    "summary": lambda library, ref: (found := library.entries.get(ref)) and found.item.summary,
    "kind": lambda library, ref: (found := library.entries.get(ref)) and found.kind,
}


@dataclass(frozen=True)
class _Noted(Mapping[str, Value], Generic[Value]):
    """A mapping of a library that notes what is looked up in it."""

    name: str
    values_: Mapping[str, Value]
    asked: set[Question]

    def __getitem__(self, key: str) -> Value:
        self.asked.add((self.name, key))
        return self.values_[key]

    def __iter__(self) -> Iterator[str]:
        self.asked.add((self.name, None))
        return iter(self.values_)

    def __len__(self) -> int:
        self.asked.add((self.name, None))
        return len(self.values_)


@dataclass(frozen=True)
class Asking(Library):
    """The library as one page sees it; it notes what the page asks of it."""

    whole: Library = field(default_factory=lambda: Library({}))
    asked: set[Question] = field(default_factory=set)

    @classmethod
    def of(cls, library: Library) -> Asking:
        asked: set[Question] = set()
        return cls(
            _Noted("entries", library.entries, asked),
            _Noted("linked_from", library.linked_from, asked),
            library.settings,
            library.coverage,
            library.search_words,
            library,
            asked,
        )

    @cached_property
    def phones(self) -> Mapping[str, tuple[str, ...]]:
        return _Noted("phones", self.whole.phones, self.asked)

    def folder(self, folder: str) -> tuple[Entry, ...]:
        self.asked.add(("folder", folder))
        return self.whole.folder(folder)

    def title(self, target: str) -> str:
        """Return the title of the entry that `target` leads to; of an entry, fewer pages hang on that than on all."""
        return self._at("title", target).title

    def summary(self, target: str) -> str:
        """Return the summary of the entry that `target` leads to, as plain words."""
        return plain(self._at("summary", target).item.summary)

    def kind(self, target: str) -> Kind:
        """Return the kind of the entry that `target` leads to."""
        return self._at("kind", target).kind

    def has(self, ref: str) -> bool:
        """Return whether there is an entry `ref`."""
        self.asked.add(("kind", ref))
        return ref in self.whole.entries

    def _at(self, question: str, target: str) -> Entry:
        self.asked.add((question, target.partition("#")[0]))
        return self.whole.at(target)


@dataclass(frozen=True)
class MadePage:
    """A page, what it asked, and the words of it that a term could start with, with blanks between.

    As one text they are quick to keep and to read.
    """

    file: OutFile
    asked: frozenset[Question]
    words: str


@dataclass(frozen=True)
class Made:
    """A page with what it was made from."""

    entry: Entry
    play: Mapping[str, Any] | None
    page: MadePage


@dataclass
class Pages:
    """The pages that this program made last, by ref, with what they hang on."""

    made: dict[str, Made] = field(default_factory=dict)
    answers: dict[Question, object] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=lambda: Glossary({}))
    rest: Hashable = None
    new: int = 0

    def renew(self, library: Library, glossary: Glossary, rest: object) -> None:
        """Forget the pages that hang on something that changed; on `rest` every page does."""
        answers = {(name, about): ANSWERS[name](library, about) for name, about in self.answers}
        changed = {question for question, answer in answers.items() if answer != self.answers[question]}
        words = self.glossary.changed(glossary)
        known = self.made if rest == self.rest else {}
        self.made = {
            ref: made
            for ref, made in known.items()
            if library.entries.get(ref) is made.entry
            and made.page.asked.isdisjoint(changed)
            and (not words or words.isdisjoint(made.page.words.split()))
        }
        self.answers, self.glossary, self.rest = answers, glossary, rest

    def forget(self, refs: Iterable[str]) -> None:
        """Let the pages of `refs` be made again."""
        self.made = {ref: self.made[ref] for ref in self.made.keys() - set(refs)}

    def keep(self, library: Library, made: Made) -> None:
        """Remember a page."""
        self.new += 1
        self.made[made.entry.ref] = made
        for name, about in made.page.asked:
            if (name, about) not in self.answers:
                self.answers[name, about] = ANSWERS[name](library, about)
