"""The same pages as a plain mkdocs-material site: what an author would have who wrote them as Markdown by hand.

Every word that a page of ours shows stands in its Markdown, and nothing that our shell adds (`test_plain_site`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from generator.library import Library
from generator.models.page import HOME
from generator.render import render
from generator.text import OUTSIDE
from tests.benchmarks.markdown import markdown


def write_plain_site(folder: Path, library: Library, lean: bool) -> Path:
    """Return `folder` with a site of stock mkdocs-material: its theme, its search, a page for each entry.

    By default every page stands in the menu of every page; a `lean` menu holds only the indexes of sections.
    """
    fronts = {file.path: front_of(file.data) for file in render(library) if file.is_page}
    pages = {ref: _path(library, ref) for ref in library.entries}
    for ref, page in pages.items():
        front = fronts[f"{ref}.md"]
        path = folder / "docs" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_text(front, ref, pages), "utf-8")
    indexes = [path for path in pages.values() if path.endswith("index.md")]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(_settings(indexes if lean else None)), "utf-8")
    return folder


def front_of(data: bytes) -> Mapping[str, str]:
    """Return the front matter of a page of ours, in which `body` is its HTML."""
    front = yaml.load(data.decode().removeprefix("---\n").removesuffix("---\n"), yaml.CSafeLoader)
    assert isinstance(front, dict)
    return front


def _settings(nav: list[str] | None) -> Mapping[str, Any]:
    settings = {
        "site_name": "Gewoon",
        "theme": {"name": "material", "language": "nl"},
        "plugins": ["search"],
        "markdown_extensions": ["abbr"],
    }
    if nav is None:
        return settings
    settings["theme"]["features"] = ["navigation.indexes"]  # type: ignore[index]
    return {**settings, "nav": nav, "validation": {"nav": {"omitted_files": "ignore"}}}


def _path(library: Library, ref: str) -> str:
    """Return the file of a page: `x/index.md` if pages stand below it, else `x.md`."""
    has_pages = any(other.startswith(f"{ref}/") for other in library.entries)
    return f"{ref}/index.md" if has_pages else f"{ref}.md"


def _text(front: Mapping[str, str], ref: str, pages: Mapping[str, str]) -> str:
    """Return the Markdown of a page; a link names the file of the page it leads to, as MkDocs wants it."""
    own = PurePosixPath("/") if ref == HOME else PurePosixPath("/", ref)

    def to(href: str) -> str:
        path, hash_, anchor = href.partition("#")
        target = os.path.normpath(own / path).strip("/") or HOME
        if href.startswith(OUTSIDE) or not path or target not in pages:
            return href
        return os.path.relpath(pages[target], PurePosixPath(pages[ref]).parent) + hash_ + anchor

    return f"---\ndescription: {front.get('description', front['title'])!r}\n---\n\n{markdown(front['body'], to)}"
