"""What a model says of its keys, and a type annotation beneath `Annotated` and `| None`."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel


def bare(annotation: Any) -> Any:
    """Return a type without `Annotated` and without `| None`; of another union, its first type."""
    return peeled(annotation)[0]


def peeled(annotation: Any, marks: tuple[Any, ...] = ()) -> tuple[Any, tuple[Any, ...]]:
    """Return the bare type, and what `Annotated` adds to it on the way, after `marks`."""
    while get_origin(annotation) in (Annotated, Union, types.UnionType):
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks = (*marks, *more)
        else:
            annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation, marks


def type_at(model: Any, where: tuple[str | int, ...]) -> Any:
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
