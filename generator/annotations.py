"""What a type annotation says beneath `Annotated` and `| None`."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin


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
