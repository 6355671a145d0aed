"""Plain data -> model | Problems: pydantic does the work, the wording is ours."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.annotations import keys_of, type_at
from generator.load import Document, KeyPath
from generator.problems import CODES, Problem, did_you_mean

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


def parse(document: Document, model: Any, data: Any) -> tuple[Any, list[Problem]]:
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
    return did_you_mean(str(where[-1]), keys_of(type_at(model, where[:-1])))


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
    message = words.format(key=key, found=shown(found), **details.get("ctx", {}))
    if code == "unknown-key":
        message += _meant(model, where) or "; delete it"
    if code == "wrong-type" and found is None:
        message += "; fill it in, or leave the key out"
    elif kind == "string_type" and isinstance(found, int | float):
        message += "; put quotes around it"
    if kind == "literal_error":
        hint = did_you_mean(str(found), details["ctx"]["expected"].replace(" or ", ", ").strip("'").split("', '"))
        message = f"{shown(found)} is not on the list{hint}" if hint else message
    return document.problem(where, message, code)


def shown(value: Any) -> str:
    """Return a value as its author would recognise it."""
    if isinstance(value, dict):
        return "keys"
    if isinstance(value, list | tuple):
        return "a list"
    return "nothing" if value is None else f"`{json.dumps(value, ensure_ascii=False)[:60]}`"
