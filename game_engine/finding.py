"""What a check of a game finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something wrong with a game.

    `code` names the rule, `where` is the path of keys in `scenario.yml`, `message` says what to do (English,
    without file or code), `path` is a counter-example: the choices that show it, from the start.
    """

    code: str
    where: tuple[str, ...]
    message: str
    path: tuple[str, ...] = ()
