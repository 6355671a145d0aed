"""A rule about places in a page: each has a name of its own, or a link to it would lead to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from generator.library import Entry, Library
from generator.link import anchors
from generator.load import KeyPath
from generator.memory import remembered
from generator.models.page import Page
from generator.problems import Problem
from generator.text import headings

TEMPLATES = Path(__file__).parent.parent / "templates"
SHELL = frozenset({"inhoud", "zoek"})  # in site_overrides/main.html
MACRO = re.compile(r"\{% macro (\w+)\((.*?)\{% endmacro %\}", re.S)
OWN = re.compile(r'(?:\bid="|section\(")([a-z]+(?:-[a-z]+)*)"')


def places_have_their_own_names(library: Library) -> Iterator[Problem]:
    """No step, part or heading has the name of a place that the page has anyway, or of another heading."""
    for entry in library.entries.values():
        for where, name in _taken(entry, _of_template(entry.template)):
            message = f"the page has a place `#{name}` already; give this another name"
            yield entry.document.problem(where, message, "taken-anchor")


@remembered
def _taken(entry: Entry, by_template: frozenset[str]) -> tuple[tuple[KeyPath, str], ...]:
    """Return the places in an entry whose name the page has already."""
    names = set(by_template)
    found: list[tuple[KeyPath, str]] = []
    for where, name in _places(entry):
        if name in names:
            found.append((where, name))
        names.add(name)
    return tuple(found)


def _places(entry: Entry) -> Iterator[tuple[KeyPath, str]]:
    """Yield the places in an entry that links can lead to, with where their names stand."""
    if isinstance(entry.item, Page):
        yield from ((("text",), name) for name, _ in headings(entry.item.text or ""))
        return
    led_to = anchors(entry.item)
    for key in ("steps", "answers", "groups", "services", "parts") if led_to else ():
        ids = getattr(entry.item, key, ())
        yield from (((key, name), name) for name in ids if isinstance(ids, Mapping) and name in led_to)


@lru_cache(maxsize=32)
def _of_template(name: str) -> frozenset[str]:
    """Return the places that every page of a template has, read from it and from the macros that it uses."""
    own = (TEMPLATES / f"{name}.md.j2").read_text("utf-8")
    macros = MACRO.findall((TEMPLATES / "_parts.j2").read_text("utf-8"))
    return SHELL.union(*map(OWN.findall, (own, *(text for macro, text in macros if f"{macro}(" in own))))
