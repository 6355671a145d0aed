"""A page: free text, such as an entry page, an index or the editors' guide."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.models.fields import AnyRef, Citation, Frozen, Id, Item, Line, Prose

HOME = "index"
SHARING = "informatie-delen"  # the folder of the questions that a matrix is made from
GUIDE = "redactie"  # the page of the editors' guide, and the folder of its others
AWAY = "weg"  # the ref of the one page that is no item: the neutral one that quick exit leads to without a network


class Card(Frozen):
    """A link with a reason to follow it, shown as a card. `to` is an item as `folder/id`."""

    title: Line
    text: Line
    to: AnyRef


class Part(Frozen):
    """A part of a page under its own heading: `cards` as rows of links, or `items` of the folder that it lists, by id.

    `items` are no links of their own: an item that only a list shows is still one that no page needs.
    """

    title: Line
    cards: tuple[Card, ...] = ()
    items: tuple[Id, ...] = ()


class Page(Item):
    """Text with optional cards below it. `lists` is the folder whose items this page lists, by title or by `groups`.

    `derived` says where a number comes from that no cited line holds, as in a sourced item.
    """

    layout: Literal["page", "home", "search", "finder", "matrix", "report", "open-data"] = "page"
    text: Prose | None = None
    cards: tuple[Card, ...] = ()
    lists: Line | None = None
    groups: tuple[Part, ...] = ()
    sources: tuple[Citation, ...] = ()
    derived: Prose | None = None

    @model_validator(mode="after")
    def _lists_what_it_is_made_of(self) -> Page:
        if self.layout == "matrix" and self.lists != SHARING:
            words = f"a matrix is made from the questions about sharing; write `lists: {SHARING}`"
            raise PydanticCustomError("missing-key", words, {"at": ("lists",)})
        if self.lists is None and any(group.items for group in self.groups):
            words = "`items` are those of the folder that a page lists; add `lists`, or write `cards`"
            raise PydanticCustomError("missing-key", words, {"at": ("groups",)})
        return self
