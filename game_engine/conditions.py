"""What a condition means, as a tree of plain JSON; nothing here evaluates text.

    a counter      "vertrouwen"
    a number       2
    sums           ["+", a, b]  ["-", a, b]
    comparisons    ["<", a, b] and so for <= > >= == !=
    conditions     ["and", p, q, ...]  ["or", p, q, ...]  ["not", p]

Text becomes a tree in `parse_conditions`, at build only.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any, TypeAlias

Tree: TypeAlias = Any  # str | int | list[Tree]: JSON, which mypy cannot narrow by its first element
Meaning: TypeAlias = Callable[[Any], int]

BINARY: dict[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


def names(tree: Tree) -> frozenset[str]:
    """Return the counters that `tree` mentions."""
    if isinstance(tree, str):
        return frozenset({tree})
    if isinstance(tree, list):
        return frozenset().union(*(names(part) for part in tree[1:]))
    return frozenset()


def meaning(tree: Tree, keys: Mapping[str, str] | Mapping[str, int]) -> Meaning:
    """Return a function from counters to the value of `tree`, so that a tree is walked once and asked often.

    The function gets any container; `keys` says under which key or index it holds each counter.
    """
    if isinstance(tree, str):
        return operator.itemgetter(keys[tree])
    if isinstance(tree, int):
        return lambda counters: tree
    parts = [meaning(part, keys) for part in tree[1:]]
    if tree[0] == "and":
        return reduce(_both, parts)
    if tree[0] == "or":
        return reduce(_either, parts)
    if tree[0] == "not":
        return lambda counters: not parts[0](counters)
    apply, (left, right) = BINARY[tree[0]], parts
    return lambda counters: apply(left(counters), right(counters))


def _both(left: Meaning, right: Meaning) -> Meaning:
    return lambda counters: left(counters) and right(counters)


def _either(left: Meaning, right: Meaning) -> Meaning:
    return lambda counters: left(counters) or right(counters)
