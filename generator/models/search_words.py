"""The list `content/zoekwoorden.yml`: what people type who look for an item that does not use that word itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from generator.models.fields import Line

# By the ref of an item: everyday words and short questions, as people type them.
SearchWords: TypeAlias = Mapping[str, tuple[Line, ...]]
