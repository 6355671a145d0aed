"""A question about sharing information (AVG), with an answer for each situation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from generator.models.fields import Frozen, Id, Line, Prose, SourcedItem


class Answer(Frozen):
    """The answer in one situation (with consent, without, against it, acute danger, an age).

    `ground` is the legal ground with its article; `conditions` is what must hold; `say` what you can
    say; `record` what you write down.
    """

    situation: Line
    answer: Literal["ja", "ja-mits", "nee", "nee-tenzij"]
    text: Prose
    ground: Line | None = None
    conditions: tuple[Line, ...] = ()
    say: Prose | None = None
    record: Prose | None = None


class SharingQuestion(SourcedItem):
    """A question as a professional asks it (`title`), the short answer (`summary`) and one answer per situation."""

    answers: Annotated[Mapping[Id, Answer], Field(min_length=1)]
    in_doubt: Prose
