"""JSON Schema of every kind, made from the models, so that an editor's program can help while typing."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import TypeAdapter

from generator.memory import remembered
from generator.models.kinds import BY_NAME
from generator.outfile import OutFile


@remembered
def render_schemas() -> tuple[OutFile, ...]:
    """Return `schema/<kind>.schema.json` for every kind of item and game."""
    return tuple(_schemas())


def _schemas() -> Iterator[OutFile]:
    for kind in BY_NAME.values():
        schema = TypeAdapter(kind.model).json_schema()
        if kind.is_game:
            # The id of a game is the name of its folder, so its file does not hold one.
            schema["required"].remove("id")
            del schema["properties"]["id"]
        yield OutFile.text(f"schema/{kind.name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
