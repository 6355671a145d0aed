"""A first version of an item or scenario, for an author to fill in; `baken check` then says what is still empty."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.annotations import bare
from generator.models.fields import KEBAB
from generator.models.kinds import Kind

KNOWN: dict[str, Callable[[], str]] = {
    "reviewed": lambda: f'"{datetime.date.today().isoformat()}"',
    "review_months": lambda: "12",
    "as_of": lambda: str(datetime.date.today().year),
    "verified": lambda: "false",
    "audience": lambda: "[professional]",
}


def new(root: Path, kind: Kind, name: str) -> Path:
    """Return the path of the new file.

    Raises ValueError if `name` cannot be an id, FileExistsError if there is such an item already.
    """
    if not all(KEBAB.fullmatch(part) for part in name.split("/")):
        raise ValueError(f"`{name}` kan geen id zijn: gebruik kleine letters, cijfers en koppeltekens")
    if "/" in name and kind.name != "page":
        raise ValueError(f"`{name}` kan geen id zijn: alleen een page staat in een map in een map")
    if kind.is_game:
        path = root / "scenarios" / name / "scenario.yml"
    else:
        path = root / "content" / kind.folder / f"{name}.yml"
    if path.exists():
        raise FileExistsError(f"{path.relative_to(root)} bestaat al")
    path.parent.mkdir(parents=True, exist_ok=True)
    first = [f"kind: {kind.name}"] if kind.is_game else []
    path.write_text("\n".join([*first, *_lines(kind.model, 0, skip=("id", "kind"))]) + "\n", encoding="utf-8")
    if kind.is_game:
        path.with_name("plays.yml").write_text('- name: ""\n  choices: []\n  ending: ""\n', encoding="utf-8")
    return path


def _lines(model: Any, depth: int, skip: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the required keys of a model, each with a value of the right type to fill in."""
    for key, annotation in _required(model):
        if key in skip:
            continue
        if key in KNOWN:
            yield f"{'  ' * depth}{key}: {KNOWN[key]()}"
        else:
            yield from _value(key, annotation, depth)


def _required(model: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(model, type) and issubclass(model, BaseModel):
        for name, field in model.model_fields.items():
            if field.is_required():
                yield name, field.annotation
    elif is_dataclass(model) and isinstance(model, type):
        hints = get_type_hints(model)
        for part in fields(model):
            if part.default is MISSING and part.default_factory is MISSING:
                yield part.name, hints[part.name]


def _value(key: str, annotation: Any, depth: int) -> Iterator[str]:
    pad = "  " * depth
    annotation = bare(annotation)
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        yield f"{pad}{key}: {inside[0]}  # of: {', '.join(map(str, inside[1:]))}"
    elif origin is tuple and inside[-1] is not Ellipsis:
        yield f"{pad}{key}: [1, 1]"
    elif origin is tuple:
        yield f"{pad}{key}:"
        entry = list(_lines(inside[0], depth + 2)) or [_blank(inside[0])]
        yield f"{pad}  - {entry[0].strip()}"
        yield from entry[1:]
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        yield f"{pad}{key}:"
        entry = list(_lines(inside[1], depth + 2))
        yield f"{pad}  eerste:" if entry else f'{pad}  eerste: ""'
        yield from entry
    elif nested := list(_lines(annotation, depth + 1)):
        yield f"{pad}{key}:"
        yield from nested
    else:
        yield f"{pad}{key}: {_blank(annotation)}"


def _blank(annotation: Any) -> str:
    """Return the value to start from where one number or text belongs."""
    return "0" if bare(annotation) in (int, float) else '""'
