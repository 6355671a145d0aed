"""A file of the site, before it is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OutFile:
    """`path` is relative to `build/docs`, with forward slashes."""

    path: str
    data: bytes

    @property
    def is_page(self) -> bool:
        """Whether the site builder makes a page of it; any other file is one of the site as it is."""
        return self.path.endswith(".md")

    @classmethod
    def text(cls, path: str, text: str) -> OutFile:
        """Return a file of UTF-8 text."""
        return cls(path, text.encode())
