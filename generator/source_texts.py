"""Path -> SourceTexts: what the editors keep beside the project, to hold the site against it.

A folder with the text files that `content/bronnen/` names, `systems.tsv` (the inventory of what they hold: source, row
and name) and `outside-facts.md` (what items may say from sources without a text). None of it is ever published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

INVENTORY = "systems.tsv"
COLUMNS = ("source", "row", "name")
OUTSIDE_FACTS = "outside-facts.md"


class UnreadableTextsError(ValueError):
    """A file in the folder of texts is not what it should be; the message says which, in words for an editor."""


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
    """Return what `folder` holds. Raises OSError or UnreadableTextsError if a file cannot be read."""
    return SourceTexts(
        {path.name: tuple(_text(path).split("\n")) for path in sorted(folder.glob("*.txt"))},
        {(source, row): name for source, row, name in _inventory(_text(folder / INVENTORY))},
        _text(folder / OUTSIDE_FACTS),
    )


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableTextsError(f"{path.name} is geen UTF-8") from error


def _inventory(table: str) -> Iterator[tuple[str, str, str]]:
    """Yield the source, row and name of each line of the table, of which the first line names the columns."""
    head, *lines = (line.split("\t") for line in table.split("\n"))
    if lacking := [name for name in COLUMNS if name not in head]:
        raise UnreadableTextsError(f"{INVENTORY} mist de kolom {lacking[0]}")
    places = [head.index(name) for name in COLUMNS]
    for number, line in enumerate(lines, start=2):
        if line == [""]:
            continue
        if len(line) <= max(places):
            raise UnreadableTextsError(f"{INVENTORY}, regel {number} heeft te weinig kolommen")
        source, row, name = (line[place] for place in places)
        yield source, row, name
