"""The shape of everything people play: three kinds of game, as frozen dataclasses.

This is the only place where the shape is written. The generator lets pydantic validate YAML
against these classes and makes the JSON Schema from them; the engine plays them.

    decision      a training: scenes with choices that carry a verdict; scored in the debrief
    aid           a real case: scenes with choices that add lines to a note; no score, nothing kept
    conversation  a deck of cards for a group that passes one phone; passing is always allowed

Texts are Markdown. Ids are kebab-case and unique within their mapping. `when` is an expression
(see `conditions`), kept as written here; `parse_conditions` makes its tree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, TypeAlias

Verdict: TypeAlias = Literal["good", "acceptable", "weak", "harmful"]
Result: TypeAlias = Literal["safe", "open", "unsafe"]

# Tells pydantic, which game_engine itself does not import, to refuse unknown keys.
FORBID_UNKNOWN: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, kw_only=True)
class Citation:
    """Where a claim stands: a source's id, a place a reader can find, lines of the text file (from, to)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    id: str
    where: str
    lines: tuple[int, int] | None = None
    verified: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Counter:
    """A whole number that effects move; the proofs show that it stays within `min` and `max`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    start: int
    min: int
    max: int
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a player can do in a scene, and the id of the scene or ending it leads to."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    text: str
    then: str
    when: str = ""
    effects: Mapping[str, int] = field(default_factory=dict)
    see: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DecisionChoice(Choice):
    """A choice with a verdict, feedback and, where it takes one, a step of the practised protocol.

    `objective` is the objective that the choice says something about. `corrects` marks a choice that
    repairs the harm of an earlier harmful choice on the same path.
    """

    verdict: Verdict
    feedback: str
    step: str = ""
    objective: str = ""
    corrects: bool = False


@dataclass(frozen=True, kw_only=True)
class AidChoice(Choice):
    """An answer about a real case. `note` is the line it adds to the note that the reader can copy."""

    note: str = ""


@dataclass(frozen=True, kw_only=True)
class DecisionScene:
    """A moment in a training: what happens, the question, and what you can do."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    text: str
    ask: str
    choices: Mapping[str, DecisionChoice]


@dataclass(frozen=True, kw_only=True)
class AidScene:
    """A question about a real case, with the possible answers."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    text: str
    ask: str
    choices: Mapping[str, AidChoice]


@dataclass(frozen=True, kw_only=True)
class DecisionEnding:
    """How a training ends."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    title: str
    text: str
    result: Result
    see: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AidEnding:
    """What to do now in a real case; `note` closes the note."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    title: str
    text: str
    note: str
    see: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Card:
    """One card of a deck: a question or statement for the group, and a way on if the talk stalls."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    theme: str
    text: str
    deeper: str = ""


@dataclass(frozen=True, kw_only=True)
class Players:
    """How many people can play, passing one phone."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    min: int
    max: int


@dataclass(frozen=True, kw_only=True)
class Playable:
    """What every game has, whatever its kind.

    `warning` is said before the first scene: what may hit hard, and whom to call. `fiction` says what is made up.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    id: str
    title: str
    summary: str
    audience: tuple[str, ...]
    minutes: int
    sources: tuple[Citation, ...]
    reviewed: str
    review_months: int
    related: tuple[str, ...] = ()
    warning: str = ""
    fiction: str = ""


@dataclass(frozen=True, kw_only=True)
class Decision(Playable):
    """A decision trainer. `practises` is the id of a protocol whose steps are the yardstick."""

    kind: Literal["decision"] = "decision"
    role: str
    practises: str
    objectives: Mapping[str, str]
    start: str
    scenes: Mapping[str, DecisionScene]
    endings: Mapping[str, DecisionEnding]
    counters: Mapping[str, Counter] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Aid(Playable):
    """A decision aid for a real case. `supports` is the id of the protocol that it follows."""

    kind: Literal["aid"] = "aid"
    supports: str
    start: str
    scenes: Mapping[str, AidScene]
    endings: Mapping[str, AidEnding]
    counters: Mapping[str, Counter] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Conversation(Playable):
    """A conversation deck.

    `opening` is said before the first card, `rules` are the agreements, `themes` name the groups of
    cards, `closing` holds the questions of the closing round, one shared screen each.
    `for_adult` is for the adult who leads and never shows during play.
    """

    kind: Literal["conversation"] = "conversation"
    players: Players
    opening: str
    rules: tuple[str, ...]
    themes: Mapping[str, str]
    cards: Mapping[str, Card]
    closing: tuple[str, ...]
    farewell: str
    for_adult: str


Game: TypeAlias = Decision | Aid | Conversation
KINDS: dict[str, type[Decision] | type[Aid] | type[Conversation]] = {
    "decision": Decision,
    "aid": Aid,
    "conversation": Conversation,
}
