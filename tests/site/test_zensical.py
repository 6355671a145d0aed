"""The builder can be replaced: Zensical, Material's successor, makes the same site from the same files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import Recorder
from tests.browser.server import Server, serve
from tests.site.html import Element, elements

ZENSICAL = Path(sys.executable).with_name("zensical")


@pytest.fixture(scope="module")
def rebuilt(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical makes it, from the same Markdown and `mkdocs.yml`, with no warning."""
    root = tmp_path_factory.mktemp("zensical")
    real = built_site.parents[1]
    for name in ("build/docs", "site_overrides"):
        shutil.copytree(real / name, root / name)
    shutil.copy(real / "mkdocs.yml", root)
    done = subprocess.run([ZENSICAL, "build", "--strict"], cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "build" / "site"


@pytest.fixture(scope="module")
def rebuilt_site(rebuilt: Path) -> Iterator[Server]:
    with serve(rebuilt) as server:
        yield server


def test_has_all_pages(rebuilt: Path, built_site: Path) -> None:
    """Every page of the site is there."""
    pages = {path.relative_to(built_site) for path in built_site.rglob("*.html")}
    assert pages == {path.relative_to(rebuilt) for path in rebuilt.rglob("*.html")}


def test_has_the_same_text(rebuilt: Path, pages: dict[str, list[Element]]) -> None:
    """Every page has the same title and main text."""
    for path, page in pages.items():
        other = elements((rebuilt / path).read_text("utf-8"))
        for tag in ("title", "main"):
            assert words(other, tag) == words(page, tag), path


def words(page: list[Element], tag: str) -> list[str]:
    return next(element.text.split() for element in page if element.tag == tag)


@pytest.mark.parametrize("path", ["", "protocollen/meldcode/", "oefenen/chips-als-ontbijt/"])
def test_page(page: Page, recorder: Recorder, rebuilt_site: Server, path: str) -> None:
    """A page shows itself, and search and the other scripts work in it."""
    page.goto(rebuilt_site.url + path)
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("searchbox").fill("huisverbod")
    expect(page.locator(".search__results .result__link").first).to_be_visible()
    expect(page.locator("baken-theme")).not_to_have_attribute("hidden", "")
    assert recorder == Recorder()
