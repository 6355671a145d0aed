"""What the tests of play read from pages and games."""

from __future__ import annotations

import html
import re

from tests.browser.games import BuiltGame


def text(html_text: str) -> str:
    """Return the words of a piece of HTML."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", html_text)).split())


def first_harm(game: BuiltGame) -> tuple[str, ...]:
    """Return the way to an ending that is not safe."""
    ways = game.endings()
    return next(way for ending, way in ways.items() if game.rules.endings[ending].result != "safe")
