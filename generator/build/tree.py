"""Folders of files, in which a file is replaced and never changed, since another folder may share it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.folders import read_file
from generator.outfile import OutFile


def write_files(folder: Path, files: Iterable[OutFile]) -> None:
    """Make `folder` hold `files`; a file that is already right is left alone."""
    for file in files:
        path = os.path.join(folder, file.path)
        if (found := _read(folder, file.path)) == file.data:
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if found is not None:
            os.unlink(path)
        with open(path, "xb") as out:
            out.write(file.data)


def _read(folder: Path, path: str) -> bytes | None:
    try:
        return read_file(folder, path)
    except FileNotFoundError:
        return None


def delete_files(folder: Path, paths: Iterable[str]) -> None:
    """Delete files in `folder`, and every folder that is empty then."""
    for path in paths:
        os.unlink(os.path.join(folder, path))
        while (path := os.path.dirname(path)) and not os.listdir(os.path.join(folder, path)):
            os.rmdir(os.path.join(folder, path))


def link_files(old: Path, new: Path, paths: Iterable[str]) -> None:
    """Put files of the folder `old` in the folder `new` too, in the place of any by the same name."""
    for path in paths:
        target = _place(new, path)
        if os.path.lexists(target):
            os.unlink(target)
        os.link(os.path.join(old, path), target)


def move_tree(old: str | Path, new: str | Path) -> None:
    """Move all that is in the folder `old` to the folder `new`, in the place of any by the same name; `old` goes.

    A folder that `new` does not have moves whole.
    """
    try:
        os.rename(old, new)
    except OSError:  # there is something in it
        for found in os.scandir(old):
            target = os.path.join(new, found.name)
            move_tree(found.path, target) if found.is_dir(follow_symlinks=False) else os.replace(found.path, target)
        os.rmdir(old)


def _place(folder: Path, path: str) -> str:
    target = os.path.join(folder, path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    return target
