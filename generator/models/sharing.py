"""A question about sharing information (AVG), with an answer for each situation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.models.fields import Frozen, Id, Line, Prose, SourcedItem
from generator.problems import did_you_mean

ACUTE = "acuut-gevaar"  # the id of the answer that the matrix shows beside the usual one
ALARM = re.compile(r"\b112\b")

Giver: TypeAlias = Literal[
    "onderwijs", "kinderopvang", "jgz", "huisarts", "zorg", "ggz", "wijkteam", "jeugdhulp", "gezinshuis", "opvang",
    "chat-hulp", "politie-justitie", "veilig-thuis", "gemeente", "werkgever", "vrijwilliger",
]  # fmt: skip
Receiver: TypeAlias = Literal[
    "veilig-thuis", "politie-justitie", "raad-of-jeugdbescherming", "school", "zorg", "wijkteam-of-gemeente", "opvang",
    "casusoverleg", "collega", "ouder", "client", "naaste", "melder", "dossier", "buitenstaander",
]  # fmt: skip


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
    """A question as a professional asks it (`title`), the short answer (`summary`) and one answer per situation.

    The matrix is made from three fields: `givers` are who may be asking, `receivers` who would then know, the
    first of them the one that the question is about most; `usual` is the id of the answer for the usual case.
    """

    givers: Annotated[tuple[Giver, ...], Field(min_length=1)]
    receivers: Annotated[tuple[Receiver, ...], Field(min_length=1)]
    usual: Id
    answers: Annotated[Mapping[Id, Answer], Field(min_length=1)]
    in_doubt: Prose

    @property
    def usual_answer(self) -> Answer:
        """The answer that the matrix gives first."""
        return self.answers[self.usual]

    @property
    def acute_answer(self) -> Answer | None:
        """The answer in acute danger, if that changes anything."""
        return self.answers.get(ACUTE)

    @property
    def calls_first(self) -> bool:
        """Whether the asker first calls 112 in acute danger: as the answer says, or without one all but the police."""
        if self.acute_answer:
            return bool(ALARM.search(self.acute_answer.text))
        return set(self.givers) != {"politie-justitie"}

    @model_validator(mode="after")
    def _usual_is_answered(self) -> SharingQuestion:
        if self.usual not in self.answers:
            hint = did_you_mean(self.usual, self.answers) or f"; choose one of: {', '.join(self.answers)}"
            raise PydanticCustomError(
                "dangling-anchor",
                "this question has no answer `{found}`{hint}",
                {"found": self.usual, "hint": hint, "at": ("usual",)},
            )
        return self
