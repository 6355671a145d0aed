"""A compiled game with finished HTML for its texts: for its page, which reads without JavaScript, and its player."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.text import PageText

# In scenes, cards and endings these are blocks; in choices only `feedback` is.
BLOCKS = {"text", "feedback", "deeper"}
INLINE = {"ask", "title"}


def with_html(compiled: Mapping[str, Any], page: PageText) -> dict[str, Any]:
    """Return `compiled` (see `game_engine.compile`) with HTML where it has Markdown. `note` stays plain text."""
    return {
        **compiled,
        "scenes": {id: _scene(scene, page) for id, scene in compiled["scenes"].items()},
        "endings": {id: _texts(ending, page) for id, ending in compiled["endings"].items()},
    }


def _scene(scene: Mapping[str, Any], page: PageText) -> dict[str, Any]:
    choices = [{**_texts(choice, page), "text": page.inline(choice["text"])} for choice in scene["choices"]]
    return {**_texts(scene, page), "choices": choices}


def _texts(part: Mapping[str, Any], page: PageText) -> dict[str, Any]:
    return {key: _html(key, value, page) for key, value in part.items()}


def _html(key: str, value: Any, page: PageText) -> Any:
    if key in BLOCKS:
        return page.prose(value)
    return page.inline(value) if key in INLINE else value
