"""Entries -> Library, Problems: every id that an item mentions resolves, and every item knows who mentions it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from game_engine.scenario import Aid, Conversation, Decision, Game
from generator.annotations import peeled
from generator.library import CoverageList, Entry, Library, SearchWordList, Settings
from generator.load import KeyPath, texts
from generator.memory import remembered
from generator.models.fields import RefTo
from generator.models.kinds import BY_NAME
from generator.models.organisation import Organisation
from generator.models.page import HOME, Page
from generator.models.programme import Programme
from generator.models.protocol import Protocol
from generator.models.sharing import Giver, SharingQuestion
from generator.models.signals import SignalList
from generator.models.term import Term
from generator.problems import Problem, did_you_mean
from generator.text import OUTSIDE, headings, links, parse_all

PROSE = 80  # characters: shorter texts are mostly names


def link(
    entries: Mapping[str, Entry],
    settings: Settings | None = None,
    coverage: CoverageList | None = None,
    search_words: SearchWordList | None = None,
) -> tuple[Library, tuple[Problem, ...]]:
    """Return the library, and a Problem for every mention of something that is not there."""
    mentions: dict[str, set[str]] = defaultdict(set)
    problems: list[Problem] = []
    parse_all(text for entry in entries.values() if not mentioned.knows(entry) for text in _prose(entry))
    for entry in entries.values():
        for where, target in mentioned(entry):
            problem = _problem(entries, entry, where, target)
            if problem:
                problems.append(problem)
            elif (ref := target.partition("#")[0]) and ref != entry.ref:
                mentions[ref].add(entry.ref)
    problems.extend(_unknown_in_coverage(entries, coverage) if coverage else ())
    problems.extend(_unknown_in_search_words(entries, search_words) if search_words else ())
    problems.extend(_double_terms(entries))
    problems.extend(_unknown_lists(entries))
    problems.extend(_unknown_places(entries, settings) if settings else ())
    linked_from = {ref: tuple(sorted(sources)) for ref, sources in mentions.items()}
    words = search_words.item if search_words else {}
    return Library(entries, linked_from, settings, coverage, words), tuple(problems)


def _unknown_in_coverage(entries: Mapping[str, Entry], coverage: CoverageList) -> Iterator[Problem]:
    """Yield a Problem for every item in the coverage list that is not there."""
    for where, target in _covering(coverage):
        if problem := _problem(entries, coverage, where, target):
            yield problem


@remembered
def _covering(coverage: CoverageList) -> tuple[tuple[KeyPath, str], ...]:
    """Return every place in the coverage list that mentions an item, with the item's ref."""
    return tuple(_in_model(type(coverage.item), (), coverage.item, ()))


def _unknown_in_search_words(entries: Mapping[str, Entry], words: SearchWordList) -> Iterator[Problem]:
    """Yield a Problem for every item in the list of everyday words that is not there."""
    for ref in words.item:
        if ref not in entries:
            message = f"no item `{ref}`{did_you_mean(ref, entries)}"
            yield words.document.problem((ref,), message, "dangling-id")


def _unknown_places(entries: Mapping[str, Entry], settings: Settings) -> Iterator[Problem]:
    """Yield what every page links to and is not there: home, and the places in the menu and at the foot."""
    if HOME not in entries:
        message = f"the site has no home; write `content/pages/{HOME}.yml`"
        yield settings.document.problem(("nav",), message, "dangling-id")
    extra = settings.site.extra
    menu = ((("extra", "menu", index, "section"), shown.section) for index, shown in enumerate(extra.menu))
    footer = ((("extra", "footer", index, "path"), shown.ref) for index, shown in enumerate(extra.footer))
    for where, ref in (*menu, *footer):
        if ref not in entries and ref != HOME:
            message = f"no page `{ref}`{did_you_mean(ref, entries)}; mend the link, or write `content/pages/{ref}.yml`"
            yield settings.document.problem(where, message, "dangling-id")


def _prose(entry: Entry) -> tuple[str, ...]:
    """Return the longer texts of an entry."""
    return tuple(text for _, text in texts(entry.document.data) if len(text) >= PROSE)


@remembered
def mentioned(entry: Entry) -> tuple[tuple[KeyPath, str], ...]:
    """Return every place in an entry that mentions an item, with the item's ref (and `#anchor`, if any)."""
    return tuple(_mentioned(entry))


def _mentioned(entry: Entry) -> Iterator[tuple[KeyPath, str]]:
    item = entry.item
    yield from _in_model(type(item), (), item, ()) if isinstance(item, BaseModel) else _in_game(item)
    for where, text in texts(entry.document.data):
        for target in links(text):
            if not target.startswith(OUTSIDE):
                yield where, target


def _in_model(annotation: Any, marks: tuple[Any, ...], value: Any, where: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield the mentions in a value of a pydantic model, found by the `RefTo` in its field types."""
    annotation, marks = peeled(annotation, marks)
    if value is None:
        return
    target = next((mark for mark in marks if isinstance(mark, RefTo)), None)
    if target is not None:
        yield where, f"{target.folder}/{value}" if target.folder else value
    elif isinstance(value, BaseModel):
        for name, kept, more in _with_mentions(type(value)):
            yield from _in_model(kept, more, getattr(value, name), (*where, name))
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _in_model(get_args(annotation)[1], (), part, (*where, key))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _in_model(get_args(annotation)[0], (), part, (*where, index))


@lru_cache(maxsize=64)
def _with_mentions(model: type[BaseModel]) -> tuple[tuple[str, Any, tuple[Any, ...]], ...]:
    """Return the fields of a model in which a mention can stand: name, annotation, what `Annotated` adds to it."""
    fields = ((name, field.annotation, tuple(field.metadata)) for name, field in model.model_fields.items())
    return tuple((name, kept, more) for name, kept, more in fields if _can_mention(kept, more, (model,)))


def _can_mention(annotation: Any, marks: tuple[Any, ...], seen: tuple[type[BaseModel], ...]) -> bool:
    """Return whether a value of this type can hold a mention; `seen` are the models that it stands in."""
    annotation, marks = peeled(annotation, marks)
    if any(isinstance(mark, RefTo) for mark in marks):
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.values() if annotation not in seen else ()
        return any(_can_mention(field.annotation, tuple(field.metadata), (*seen, annotation)) for field in fields)
    return any(_can_mention(part, (), seen) for part in get_args(annotation))


def _in_game(game: Game) -> Iterator[tuple[KeyPath, str]]:
    """Yield the mentions in a game."""
    for index, citation in enumerate(game.sources):
        yield ("sources", index, "id"), f"bronnen/{citation.id}"
    yield from _listed((), "related", game.related)
    if isinstance(game, Decision):
        yield ("practises",), f"protocollen/{game.practises}"
    if isinstance(game, Aid):
        yield ("supports",), f"protocollen/{game.supports}"
    if isinstance(game, Conversation):
        return
    for scene_id, scene in game.scenes.items():
        for choice_id, choice in scene.choices.items():
            yield from _listed(("scenes", scene_id, "choices", choice_id), "see", choice.see)
    for ending_id, ending in game.endings.items():
        yield from _listed(("endings", ending_id), "see", ending.see)


def _listed(where: KeyPath, key: str, refs: tuple[str, ...]) -> Iterator[tuple[KeyPath, str]]:
    for index, ref in enumerate(refs):
        yield (*where, key, index), ref


def anchors(item: object) -> set[str]:
    """Return the places in an item that a link can point to after `#`."""
    match item:
        case Protocol():
            return set(item.steps)
        case SharingQuestion():
            return set(item.answers)
        case SignalList():
            return set(item.groups)
        case Organisation():
            return set(item.services)
        case Programme():
            return set(item.parts)
        case Page(layout="matrix"):
            return set(get_args(Giver))
        case Page(text=str(text)):
            return {name for name, _ in headings(text)}
        case _:
            return set()


def _problem(entries: Mapping[str, Entry], entry: Entry | CoverageList, where: KeyPath, target: str) -> Problem | None:
    """Return what is wrong with a mention, if anything."""
    ref, hash_, anchor = target.partition("#")
    document = entry.document
    if not target or "://" in target or ref.startswith(("/", ".", "http:")):
        message = f"`{target}` is no link we know; write `folder/id` for an item or `https://...` for another site"
        return document.problem(where, message, "bad-link")
    found = entries.get(ref) if ref else entry
    if found is None:
        return document.problem(where, _no_item(entries, ref, entry), "dangling-id")
    if hash_ and anchor not in (places := anchors(found.item)):
        hint = did_you_mean(anchor, places) or (f"; it has: {', '.join(sorted(places))}" if places else "")
        return document.problem(where, f"`{found.ref}` has no place `#{anchor}`{hint}", "dangling-anchor")
    return None


def _no_item(entries: Mapping[str, Entry], ref: str, entry: Entry | CoverageList) -> str:
    """Return the sentence for an id that is not there, in the form in which its author wrote it.

    Items of the same kind are nearest, then those with the same name, then any.
    """
    folder, _, name = ref.rpartition("/")
    if not any(ref in text for _, text in texts(entry.document.data)):
        return f"no item `{name}` in `{folder}`" + did_you_mean(name, _ids(entries, folder))
    siblings = [f"{folder}/{id}" for id in _ids(entries, folder)]
    namesakes = [other.ref for other in entries.values() if other.id == name]
    nearest = did_you_mean(ref, siblings) or did_you_mean(ref, namesakes) or did_you_mean(ref, entries)
    return f"no item `{ref}`{nearest}"


def _ids(entries: Mapping[str, Entry], folder: str) -> list[str]:
    return [entry.id for entry in entries.values() if entry.kind.folder == folder]


def _double_terms(entries: Mapping[str, Entry]) -> Iterator[Problem]:
    claimed: dict[str, str] = {}
    for entry in entries.values():
        if isinstance(entry.item, Term):
            for where, word in term_names(entry.item):
                other = claimed.setdefault(word.casefold(), entry.ref)
                if other != entry.ref:
                    message = f"`{word}` is already a name of `{other}`; keep it in one of them"
                    yield entry.document.problem(where, message, "duplicate-term")


def _unknown_lists(entries: Mapping[str, Entry]) -> Iterator[Problem]:
    """Yield a Problem for every page that lists a folder that no kind has, or groups items that its folder has not."""
    folders = [kind.folder for kind in BY_NAME.values() if kind.name != "page"]
    for entry in entries.values():
        if not isinstance(entry.item, Page) or entry.item.lists is None:
            continue
        if entry.item.lists in folders:
            yield from _unknown_in_groups(entry, entry.item, _ids(entries, entry.item.lists))
        else:
            hint = did_you_mean(entry.item.lists, folders) or f"; choose from: {', '.join(folders)}"
            message = f"no kind has the folder `{entry.item.lists}`{hint}"
            yield entry.document.problem(("lists",), message, "dangling-id")


def _unknown_in_groups(entry: Entry, page: Page, known: list[str]) -> Iterator[Problem]:
    for index, group in enumerate(page.groups):
        for place, name in enumerate(group.items):
            if name not in known:
                message = f"no item `{name}` in `{page.lists}`{did_you_mean(name, known)}"
                yield entry.document.problem(("groups", index, "items", place), message, "dangling-id")


def term_names(term: Term) -> Iterator[tuple[KeyPath, str]]:
    """Yield every name of a term, with its place: title, abbreviation and synonyms."""
    yield ("title",), term.title
    if term.abbreviation:
        yield ("abbreviation",), term.abbreviation
    for index, word in enumerate(term.synonyms):
        yield ("synonyms", index), word
