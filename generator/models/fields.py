"""The types that fields of content are made of, with the rule that each keeps.

A value that breaks its rule raises a `PydanticCustomError` whose type is a Problem code. That no text
holds HTML or is empty is checked for all texts at once, in `validate`.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DATE = re.compile(r"20\d{2}-\d{2}-\d{2}")  # of this century: other years are slips of the pen
PHONE = re.compile(r"\+?[0-9][0-9 -]*[0-9]")
WEB = re.compile(r"https://[^\s/]+\.[^\s]+")
MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


class Frozen(BaseModel):
    """A value that never changes and refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, coerce_numbers_to_str=False)


@dataclass(frozen=True)
class RefTo:
    """Marks a field as the id of another item. `folder` is the kind's folder; empty means `folder/id#anchor`."""

    folder: str = ""


def _stripped(text: str) -> str:
    return text.strip()


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError(
            "more-than-one-line", "this text must fit on one line; shorten it, or fold it with `>-`", {}
        )
    return text


def _kebab(text: str) -> str:
    if not KEBAB.fullmatch(text):
        raise PydanticCustomError(
            "bad-id",
            "`{found}` is not a valid id; use lower-case letters, digits and single hyphens, as in `veilig-thuis`",
            {"found": text},
        )
    return text


def _date(value: object) -> object:
    """Return a date from quoted `YYYY-MM-DD` text."""
    if not isinstance(value, str):
        return value
    try:
        if not DATE.fullmatch(value):  # Python reads more forms than people do
            raise ValueError
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError(
            "bad-date", '`{found}` is not a date; write it as "2026-11-21"', {"found": value}
        ) from None


def _ascending(lines: tuple[int, int]) -> tuple[int, int]:
    if not 1 <= lines[0] <= lines[1]:
        raise PydanticCustomError(
            "bad-lines",
            "lines [{first}, {last}] do not run from low to high; write the first line first, from 1",
            {"first": lines[0], "last": lines[1]},
        )
    return lines


Id: TypeAlias = Annotated[str, AfterValidator(_kebab)]
Line: TypeAlias = Annotated[str, AfterValidator(_stripped), AfterValidator(_one_line)]
Prose: TypeAlias = Annotated[str, AfterValidator(_stripped)]
Date: TypeAlias = Annotated[datetime.date, BeforeValidator(_date)]
Lines: TypeAlias = Annotated[tuple[int, int], AfterValidator(_ascending)]

AnyRef: TypeAlias = Annotated[str, RefTo()]
SourceRef: TypeAlias = Annotated[Id, RefTo("bronnen")]
ProtocolRef: TypeAlias = Annotated[Id, RefTo("protocollen")]
OrganisationRef: TypeAlias = Annotated[Id, RefTo("sociale-kaart/organisaties")]
AreaRef: TypeAlias = Annotated[Id, RefTo("sociale-kaart/gebieden")]

Audience: TypeAlias = Literal[
    "iedereen", "slachtoffer", "jongere", "ouder", "omstander", "professional", "onderwijs", "kinderopvang", "jgz",
    "huisarts", "zorg", "ggz", "wijkteam", "jeugdhulp", "gezinshuis", "opvang", "politie-justitie", "gemeente",
    "werkgever", "trainer", "redactie",
]  # fmt: skip
Violence: TypeAlias = Literal[
    "huiselijk-geweld", "partnergeweld", "kindermishandeling", "verwaarlozing", "seksueel-geweld",
    "seksuele-uitbuiting", "mensenhandel", "ouderenmishandeling", "eergerelateerd-geweld", "complexe-scheiding",
]  # fmt: skip

Help: TypeAlias = Literal[
    "spoed", "advies", "melden", "luisteren", "opvang", "behandeling", "begeleiding", "medische-hulp",
    "politie-en-recht", "bescherming", "geld-en-wonen", "school-en-werk", "overleg", "kennis",
]  # fmt: skip
Group: TypeAlias = Literal[
    "iedereen", "kinderen", "jongeren", "vrouwen", "mannen", "ouders", "gezinnen", "ouderen", "plegers",
    "omstanders", "professionals",
]  # fmt: skip


class Citation(Frozen):
    """Where a fact stands.

    `id` is a source in `content/bronnen/`, `where` a place a reader can find (chapter, page, article),
    `lines` the first and last line in the source's text file (only for a source that has one).
    `verified: false` says that an editor still has to confirm it; a source without a text file must say which.
    """

    id: SourceRef
    where: Line
    lines: Lines | None = None
    verified: bool | None = None


class Item(Frozen):
    """What every page about one thing has.

    `summary` is one or two sentences that answer the reader's question on their own.
    `reviewed` is the day an editor last read it against its sources; `review_months` how long that holds.
    `related` are items as `folder/id`.
    """

    title: Line
    summary: Prose
    audience: Annotated[tuple[Audience, ...], Field(min_length=1)]
    reviewed: Date
    review_months: Annotated[int, Field(ge=1, le=60)]
    related: tuple[AnyRef, ...] = ()


class SourcedItem(Item):
    """An item that states facts, and so says where each stands.

    `derived` says how a number was worked out that its sources do not print.
    """

    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]
    derived: Prose | None = None
