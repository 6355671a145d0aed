"""Document, kind -> entry | Problems: pydantic holds each file against its model; the wording is ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError

from game_engine.scenario import KINDS as GAMES
from generator.annotations import bare
from generator.library import Entry, Settings
from generator.load import Document, KeyPath
from generator.models.fields import KEBAB
from generator.models.game import GameFacts
from generator.models.kinds import BY_FOLDER, BY_NAME, Kind
from generator.models.page import AWAY
from generator.models.play import Play
from generator.models.site import Site
from generator.problems import CODES, Problem, did_you_mean
from generator.text import html_in, pictures

SCENARIO = re.compile(r"scenarios/[^/]+/scenario\.yml")

# pydantic's error type -> our code and words. `{}` fields come from the error's context; `{found}` is the value.
WORDING = {
    "missing": ("missing-key", "key `{key}` is missing; add it"),
    "extra_forbidden": ("unknown-key", "no key `{key}` here"),
    "unexpected_keyword_argument": ("unknown-key", "no key `{key}` here"),
    "string_type": ("wrong-type", "expected text, found {found}"),
    "int_type": ("wrong-type", "expected a number, found {found}"),
    "float_type": ("wrong-type", "expected a number, found {found}"),
    "bool_type": ("wrong-type", "expected true or false, found {found}"),
    "tuple_type": ("wrong-type", "expected a list (lines that start with `- `), found {found}"),
    "mapping_type": ("wrong-type", "expected keys (`id: ...`), found {found}"),
    "dict_type": ("wrong-type", "expected keys (`id: ...`), found {found}"),
    "model_type": ("wrong-type", "expected keys (`key: ...`), found {found}"),
    "model_attributes_type": ("wrong-type", "expected keys (`key: ...`), found {found}"),
    "dataclass_type": ("wrong-type", "expected keys (`key: ...`), found {found}"),
    "date_type": ("wrong-type", 'expected a date such as "2026-11-21", found {found}'),
    "date_from_datetime_parsing": ("bad-date", '{found} is not a date; write it as "2026-11-21"'),
    "literal_error": ("not-a-choice", "{found} is not one of {expected}"),
    "too_short": ("out-of-range", "this needs at least {min_length}, and has {actual_length}; add more"),
    "too_long": ("out-of-range", "this takes at most {max_length}, and has {actual_length}; delete some"),
    "greater_than_equal": ("out-of-range", "{found} is too low; use {ge} or more"),
    "less_than_equal": ("out-of-range", "{found} is too high; use {le} or less"),
}


def validate(documents: tuple[Document, ...]) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """Return the entries by ref, and every mistake in the shape of a file."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    plays = {document.path: document for document in documents if document.path.endswith("/plays.yml")}
    for document in sorted(documents, key=_is_page):  # a page can take an item's address; the page is told
        if document.path in plays:
            continue
        found, mistakes = _entry(document, plays.get(document.path.replace("/scenario.yml", "/plays.yml")))
        problems.extend(mistakes)
        if found is None:
            continue
        if found.ref == AWAY:
            message = f"the site itself has the page `{AWAY}`, which quick exit leads to; give yours another name"
            problems.append(document.problem((), message, "duplicate-url"))
            continue
        if found.ref in entries:
            other = entries[found.ref].document.path
            problems.append(document.problem((), f"`{other}` has this address too; rename one", "duplicate-url"))
            continue
        entries[found.ref] = found
    scenarios = {document.path for document in documents}
    for path, document in plays.items():
        if path.replace("/plays.yml", "/scenario.yml") not in scenarios:
            problems.append(document.problem((), "there is no `scenario.yml` beside these plays", "stray-file"))
    return entries, tuple(problems)


def validate_site(document: Document) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Return what `mkdocs.yml` says that every page needs, or None and what is wrong with it."""
    site, problems = _parsed(document, Site, document.data)
    return (None if problems else Settings(site, document)), tuple(problems)


def _is_page(document: Document) -> bool:
    return document.path.startswith("content/pages/")


def _entry(document: Document, plays: Document | None) -> tuple[Entry | None, list[Problem]]:
    """Return the entry in one file, or None and what is wrong with it."""
    kind, name = _place(document)
    if kind is None:
        return None, [_no_place(document)]
    if not all(KEBAB.fullmatch(part) for part in name.split("/")):
        message = f"`{name}` cannot be an id; name the file in lower case with hyphens, as in `veilig-thuis.yml`"
        return None, [document.problem((), message, "bad-file-name")]
    is_game = kind.name in GAMES
    data = {**document.data, "id": name} if is_game else document.data
    problems = list(_text_problems(document))
    if is_game and "id" in document.data:
        problems.append(document.problem(("id",), "the folder's name is the id; leave this key out", "unknown-key"))
    item, mistakes = _parsed(document, kind.model, data)
    problems.extend(mistakes)
    if is_game and item is not None:
        shared = {key: data[key] for key in GameFacts.model_fields if key in data}
        problems.extend(_parsed(document, GameFacts, shared)[1])
    scripted: tuple[Play, ...] = ()
    if plays is not None:
        problems.extend(_text_problems(plays))
        parsed, mistakes = _parsed(plays, tuple[Play, ...], plays.data)
        problems.extend(mistakes)
        scripted = parsed or ()
    if problems:
        return None, problems
    ref = name if kind.name == "page" else f"{kind.folder}/{name}"
    return Entry(ref, name, kind, item, document, scripted, plays), []


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
        return document.problem(("kind",), f"{_shown(found)} is not one of {choices}{hint}", "not-a-choice")
    folders = ", ".join(f"`content/{folder}`" for folder in BY_FOLDER)
    message = f"no kind of item lives here; move it to one of {folders}, or to `scenarios/<id>/scenario.yml`"
    return document.problem((), message, "stray-file")


def _parsed(document: Document, model: Any, data: Any) -> tuple[Any, list[Problem]]:
    """Return `data` as a `model`, or None and a Problem for each way in which it is not one.

    By way of JSON, since pydantic's strict mode then still takes a list for a tuple.
    """
    try:
        return _adapter(model).validate_json(json.dumps(data), strict=True), []
    except ValidationError as error:
        errors = _without_echoes(model, error.errors(include_url=False))
        return None, list({_problem(document, model, details): None for details in errors})


def _without_echoes(model: Any, errors: Sequence[Any]) -> Iterator[Any]:
    """Yield the errors but those that another causes: a bad entry makes its list short, a misspelt key misses."""
    meant = {(*error["loc"][:-1], _meant(model, error["loc"])) for error in errors if _is_unknown_key(error)}
    for error in errors:
        where = error["loc"]
        below = (other["loc"][: len(where)] == where != other["loc"] for other in errors)
        if error["type"] == "missing" and (*where[:-1], f"; did you mean `{where[-1]}`?") in meant:
            continue
        if error["type"] != "too_short" or not any(below):
            yield error


def _is_unknown_key(error: Any) -> bool:
    return WORDING.get(error["type"], ("", ""))[0] == "unknown-key"


def _meant(model: Any, where: KeyPath) -> str:
    """Return the hint for an unknown key: the key that it looks like, if any."""
    return did_you_mean(str(where[-1]), keys_of(_type_at(model, where[:-1])))


@lru_cache(maxsize=32)
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _problem(document: Document, model: Any, details: Any) -> Problem:
    """Return pydantic's error as a Problem in our words."""
    where: KeyPath = details["loc"]
    key = str(where[-1]) if where else ""
    kind = details["type"]
    if key == "sources" and kind in ("missing", "too_short"):
        message = "no source; add `sources:` with an `id`, `where` and `lines`"
        return document.problem(where, message, "missing-source")
    if kind in CODES:
        return document.problem((*where, *details.get("ctx", {}).get("at", ())), details["msg"], kind)
    if kind not in WORDING:
        return document.problem(where, details["msg"], "wrong-type")
    if kind == "missing" and isinstance(where[-1], int):
        return document.problem(where, "this needs two numbers, as in `[12, 34]`", "out-of-range")
    code, words = WORDING[kind]
    found = details["input"]
    message = words.format(key=key, found=_shown(found), **details.get("ctx", {}))
    if code == "unknown-key":
        message += _meant(model, where) or "; delete it"
    if code == "wrong-type" and found is None:
        message += "; fill it in, or leave the key out"
    elif kind == "string_type" and isinstance(found, int | float):
        message += "; put quotes around it"
    if kind == "literal_error":
        hint = did_you_mean(str(found), details["ctx"]["expected"].replace(" or ", ", ").strip("'").split("', '"))
        message = f"{_shown(found)} is not on the list{hint}" if hint else message
    return document.problem(where, message, code)


def _shown(value: Any) -> str:
    """Return a value as its author would recognise it."""
    if isinstance(value, dict):
        return "keys"
    if isinstance(value, list | tuple):
        return "a list"
    return "nothing" if value is None else f"`{json.dumps(value, ensure_ascii=False)[:60]}`"


def _type_at(model: Any, where: KeyPath) -> Any:
    """Return the model, dataclass or other type that describes the place `where` in `model`."""
    for part in where:
        model = bare(model)
        arguments = get_args(model)
        if isinstance(part, str) and not arguments:
            model = keys_of(model).get(part)
        elif arguments:
            model = arguments[-1] if isinstance(part, str) else arguments[0]
    return bare(model)


def keys_of(model: Any) -> Mapping[str, Any]:
    """Return the keys that a model or dataclass has, with the type of each."""
    if isinstance(model, type) and issubclass(model, BaseModel):
        return {name: field.annotation for name, field in model.model_fields.items()}
    if is_dataclass(model) and isinstance(model, type):
        hints = get_type_hints(model)
        return {field.name: hints[field.name] for field in fields(model)}
    return {}


def _text_problems(document: Document) -> Iterator[Problem]:
    """Yield a Problem for every text that holds HTML, a picture, or nothing at all."""
    for where, text in texts(document.data):
        if not text.strip():
            yield document.problem(where, "this text is empty; write it or leave the key out", "empty-text")
        elif found := html_in(text):
            yield document.problem(where, f"no HTML in text: `{found[:40]}`; write plain Markdown", "html-in-text")
        for target in pictures(text):
            message = f"no pictures in text: `{target[:40]}`; say in words what it shows, or make it a figure"
            yield document.problem(where, message, "bad-link")


def texts(data: Any, where: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text in plain data, with its place."""
    if isinstance(data, str):
        yield where, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, (*where, key))
    elif isinstance(data, tuple):
        for index, value in enumerate(data):
            yield from texts(value, (*where, index))
