"""The files in a folder; by `os`, since `pathlib` takes several times as long for some thousands of files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def read_file(folder: str | Path, path: str) -> bytes:
    """Return what is in the file `path` under `folder`. Raises OSError."""
    with open(os.path.join(folder, path), "rb") as file:
        return file.read()


def files_in(folder: Path) -> Iterator[str]:
    """Yield the path under `folder` of every file in it, with forward slashes; of a folder that is not there none."""
    start = len(str(folder)) + 1
    for place, _, names in os.walk(folder):
        within = place[start:].replace(os.sep, "/")
        yield from (f"{within}/{name}" if within else name for name in names)
