"""`serve` notices every save, in whatever way the editor's program writes the file."""

from __future__ import annotations

import threading
from pathlib import Path
from queue import Queue

import pytest

from generator.serve import changes

PATIENCE = 10  # seconds


def replaced(path: Path) -> None:
    """Save as most programs do: a new file takes the place of the old one."""
    new = path.with_suffix(".new")
    new.write_bytes(path.read_bytes() + b"# more\n")
    new.replace(path)


@pytest.mark.parametrize("name", ["mkdocs.yml", "content/protocollen/stappen.yml"])
def test_a_file_that_is_replaced_is_noticed_every_time(project: Path, name: str) -> None:
    """The second save is seen as well as the first."""
    seen: Queue[tuple[str, ...]] = Queue()
    threading.Thread(target=lambda: [seen.put(names) for names in changes(project)], daemon=True).start()
    threading.Event().wait(1)  # until the watch stands
    for _ in range(2):
        replaced(project / name)
        assert name in seen.get(timeout=PATIENCE)
