"""Path -> SourceTexts: what the editors keep beside the project, to hold the site against it.

A folder with the text files that `content/bronnen/` names, `systems.tsv` (the inventory of what they hold: source, row
and name) and `outside-facts.md` (what items may say from sources without a text). None of it is ever published.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

INVENTORY = "systems.tsv"
OUTSIDE_FACTS = "outside-facts.md"


@dataclass(frozen=True)
class SourceTexts:
    """The lines of each text file, by name; the names in the inventory, by source and row; and the outside facts."""

    lines: Mapping[str, tuple[str, ...]]
    inventory: Mapping[tuple[str, str], str]
    outside_facts: str

    def between(self, file: str, first: int, last: int) -> str | None:
        """Return the text from line `first` to `last`, counted from 1; None if there is no such file."""
        return "\n".join(self.lines[file][first - 1 : last]) if file in self.lines else None


def read_texts(folder: Path) -> SourceTexts:
    """Return what `folder` holds. Raises OSError if a file cannot be read."""
    with (folder / INVENTORY).open(encoding="utf-8", newline="") as table:
        rows = tuple(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return SourceTexts(
        {path.name: tuple(path.read_text("utf-8").split("\n")) for path in sorted(folder.glob("*.txt"))},
        {(row["source"], row["row"]): row["name"] for row in rows},
        (folder / OUTSIDE_FACTS).read_text("utf-8"),
    )
