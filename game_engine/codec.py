"""A play as one line of text: a save, a result code and a bug report are the same.

    B1~chips-als-ontbijt~0f3a9c21d4e7~0~noteren,overleggen~5b1c02aa
    |  game id           version      |  choices           CRC-32 of all before the last ~
    format of this line               seed, decimal

ASCII only. The CRC is zlib's, 8 lower-case hex digits. White space around the line is ignored.
"""

from __future__ import annotations

import zlib

from game_engine.play import IllegalMoveError, State, replay
from game_engine.rules import Rules

FORMAT = "B1"
LONGEST = 20_000  # characters
SEEDS = 2**32  # seeds run from 0 up to this


class SaveError(ValueError):
    """The text is not a play of this game. `reason` is a code, the message says it in words."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def encode(rules: Rules, state: State) -> str:
    """Return the line that holds `state`. Raises SaveError if the play is too long to save."""
    body = "~".join((FORMAT, rules.id, rules.version, str(state.seed), ",".join(state.log)))
    if len(body) + 9 > LONGEST:
        raise SaveError("too-long", "this play has more choices than a save can hold")
    return f"{body}~{_checksum(body)}"


def decode(rules: Rules, text: str) -> State:
    """Return the state that `text` holds, found by playing its choices again.

    Raises SaveError: `not-a-save`, `too-long`, `other-format-version`, `damaged`, `other-game`,
    `other-content-version` or `illegal-log`.
    """
    game, version, seed, log = _fields(text.strip())
    if game != rules.id:
        raise SaveError("other-game", f"this save is of the game `{game}`, not of `{rules.id}`")
    if version != rules.version:
        raise SaveError("other-content-version", "the game has changed since this save was made; start again")
    try:
        return replay(rules, seed, log)
    except IllegalMoveError as error:
        raise SaveError("illegal-log", f"this save holds a choice that cannot be made: {error}") from None


def _fields(line: str) -> tuple[str, str, int, list[str]]:
    """Return game, version, seed and choices, all still as `line` says them."""
    format, _, rest = line.partition("~")
    if not (rest and format[:1] == "B" and format[1:].isdecimal()):
        raise SaveError("not-a-save", "this is not a save of Baken")
    if len(line) > LONGEST:
        raise SaveError("too-long", f"a save has at most {LONGEST} characters")
    if format != FORMAT:
        raise SaveError("other-format-version", f"this save has format {format}; this version reads {FORMAT}")
    body, _, checksum = line.rpartition("~")
    parts = body.split("~")
    if len(parts) != 5 or not line.isascii() or checksum != _checksum(body):
        raise SaveError("damaged", "this save is damaged: a part is missing or has changed")
    _, game, version, seed, log = parts
    if not (seed.isdecimal() and len(seed) <= len(str(SEEDS)) and str(int(seed)) == seed and int(seed) < SEEDS):
        raise SaveError("damaged", "this save is damaged: its seed is not a number that Baken uses")
    return game, version, int(seed), log.split(",") if log else []


def _checksum(body: str) -> str:
    return f"{zlib.crc32(body.encode()):08x}"
