"""The same pages as a plain mkdocs-material site: what an author would have who wrote them as Markdown by hand."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.library import Entry, Library
from generator.load import texts
from generator.models.page import Page
from generator.text import OUTSIDE

LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
# Keys whose texts are no sentences on a page.
UNSAID = {"title", "summary", "audience", "reviewed", "sources", "related", "see", "then", "to", "when", "lists"}


def write_plain_site(folder: Path, library: Library, lean: bool) -> Path:
    """Return `folder` with a site of stock mkdocs-material: its theme, its search, a page for each entry.

    By default every page stands in the menu of every page; a `lean` menu holds only the indexes of sections.
    """
    pages = {entry.ref: _path(library, entry.ref) for entry in library.entries.values()}
    for entry in library.entries.values():
        path = folder / "docs" / pages[entry.ref]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_markdown(library, pages, entry), "utf-8")
    indexes = [path for path in pages.values() if path.endswith("index.md")]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(_settings(indexes if lean else None)), "utf-8")
    return folder


def _settings(nav: list[str] | None) -> Mapping[str, Any]:
    settings = {"site_name": "Gewoon", "theme": {"name": "material", "language": "nl"}, "plugins": ["search"]}
    if nav is None:
        return settings
    settings["theme"]["features"] = ["navigation.indexes"]  # type: ignore[index]
    return {**settings, "nav": nav, "validation": {"nav": {"omitted_files": "ignore"}}}


def _path(library: Library, ref: str) -> str:
    """Return the file of a page: `x/index.md` if pages stand below it, else `x.md`."""
    has_pages = any(other.startswith(f"{ref}/") for other in library.entries)
    return f"{ref}/index.md" if has_pages else f"{ref}.md"


def _markdown(library: Library, pages: Mapping[str, str], entry: Entry) -> str:
    """Return a page with all texts of an entry, and for an index the items in it."""
    here = Path(pages[entry.ref]).parent

    def to(ref: str) -> str:
        return Path(os.path.relpath(pages[ref], here)).as_posix()

    parts = [f"# {entry.title}", entry.item.summary]
    parts += [text for where, text in texts(entry.document.data) if not UNSAID & set(where)]
    if isinstance(entry.item, Page) and entry.item.lists:
        parts.append("\n".join(f"- [{found.title}]({to(found.ref)})" for found in library.folder(entry.item.lists)))
    text = "\n\n".join(parts) + "\n"
    return LINK.sub(
        lambda link: link[0] if link[1].startswith(OUTSIDE) or link[1] not in pages else f"]({to(link[1])})", text
    )
