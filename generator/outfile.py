"""A file of the site, before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256


@dataclass(frozen=True)
class OutFile:
    """`path` is relative to `build/docs`, with forward slashes."""

    path: str
    data: bytes

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of `data`, in hexadecimal; a file that is known from the last build is not hashed again."""
        return sha256(self.data).hexdigest()

    @property
    def is_page(self) -> bool:
        """Whether the site builder makes a page of it; any other file is one of the site as it is."""
        return self.path.endswith(".md")

    @classmethod
    def text(cls, path: str, text: str) -> OutFile:
        """Return a file of UTF-8 text."""
        return cls(path, text.encode())
