"""The real site, built once, as these tests look at it: over http, as files, and as the library it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.library import Library
from generator.pipeline import read
from tests.browser.server import Server, serve
from tests.site.html import Element, elements


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[Server]:
    """The real site on a web server."""
    with serve(built_site) as server:
        yield server


@pytest.fixture(scope="session")
def library(built_site: Path) -> Library:
    """What the real site was built from."""
    library = read(built_site.parents[1]).library
    assert library is not None
    return library


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, list[Element]]:
    """The elements of every page of the real site, by path under the site."""
    return {
        path.relative_to(built_site).as_posix(): elements(path.read_text("utf-8"))
        for path in sorted(built_site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def fullest(library: Library, built_site: Path) -> dict[str, str]:
    """For each kind, the address under the site of its longest page: the one with most to go wrong."""
    longest: dict[str, tuple[int, str]] = {}
    for entry in library.entries.values():
        path = built_site / ("" if entry.ref == "index" else entry.ref) / "index.html"
        found = (path.stat().st_size, f"{entry.ref}/")
        longest[entry.kind.name] = max(found, longest.get(entry.kind.name, found))
    return {kind: address for kind, (_, address) in longest.items()}
