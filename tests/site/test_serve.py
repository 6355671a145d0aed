"""`baken serve` as an editor uses it: save, and the page is new; make a mistake, and it says where."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import Recorder

BAKEN = Path(sys.executable).with_name("baken")
PATIENCE = 20  # seconds: a busy machine decides nothing
ITEM = "content/programmas/cursus.yml"


@dataclass(frozen=True)
class Serving:
    """A running `baken serve`: its project, its address and the file with what it said."""

    root: Path
    url: str
    terminal: Path

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")


def said(terminal: Path, pattern: str) -> str:
    """Return the first match of `pattern` in what the terminal shows, once it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := re.search(pattern, terminal.read_text("utf-8")):
            return found[0]
        time.sleep(0.05)
    raise AssertionError(f"no {pattern!r} in:\n{terminal.read_text('utf-8')}")


@pytest.fixture
def serving(small_project: Path, tmp_path: Path) -> Iterator[Serving]:
    """`baken serve` on a free port, for the small project."""
    terminal = tmp_path / "terminal"
    with terminal.open("w", encoding="utf-8") as out:
        command = [BAKEN, "serve", "--port", "0"]
        process = subprocess.Popen(command, cwd=small_project, stdout=out, stderr=subprocess.STDOUT)
    try:
        yield Serving(small_project, said(terminal, r"http://127\.0\.0\.1:[1-9]\d*/"), terminal)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def test_save_and_see(serving: Serving, page: Page, recorder: Recorder) -> None:
    """A saved item is in the open page, which reloads by itself; so is what was saved in the shell."""
    page.goto(f"{serving.url}programmas/cursus/")
    expect(page.locator(".lead")).to_have_text("Een cursus over niets.")
    serving.edit(ITEM, "over niets", "over iets")
    expect(page.locator(".lead")).to_have_text("Een cursus over iets.")
    serving.edit("site_overrides/main.html", "Code: MIT.", "Code: MIT!")
    expect(page.locator("footer.bottom")).to_contain_text("Code: MIT!")
    assert recorder == Recorder()


def test_a_page_from_before_a_build_reloads(serving: Serving, page: Page) -> None:
    """A page that was fetched just before a build, and asks for news just after it, is not left behind."""
    address = f"{serving.url}programmas/cursus/"
    page.route("**/__baken/status", lambda route: None if held else route.fallback())
    held = True
    page.goto(address)
    serving.edit(ITEM, "over niets", "over iets")
    end = time.monotonic() + PATIENCE
    while "over iets" not in page.request.get(address).text() and time.monotonic() < end:
        time.sleep(0.05)
    expect(page.locator(".lead")).to_have_text("Een cursus over niets.")
    held = False
    expect(page.locator(".lead")).to_have_text("Een cursus over iets.")


def test_a_mistake_is_shown_and_goes_away(serving: Serving, page: Page, recorder: Recorder) -> None:
    """A mistake stands in the page and in the terminal, by file and line, over the last good page; mended, it goes."""
    page.goto(f"{serving.url}programmas/cursus/")
    line = (serving.root / ITEM).read_text("utf-8").splitlines().index("providers: [loket]") + 1
    serving.edit(ITEM, "[loket]", "[lokket]")
    message = f"{ITEM}:{line}: no item `lokket` in `sociale-kaart/organisaties`; did you mean `loket`? [dangling-id]"
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(message)
    assert said(serving.terminal, re.escape(message))
    expect(page.locator(".lead")).to_have_text("Een cursus over niets.")
    page.reload()
    expect(page.locator(".lead")).to_have_text("Een cursus over niets.")
    expect(alert).to_contain_text(message)
    serving.edit(ITEM, "[lokket]", "[loket]")
    expect(alert).to_have_count(0)
    serving.edit(ITEM, "over niets", "over alles")
    expect(page.locator(".lead")).to_have_text("Een cursus over alles.")
    assert recorder == Recorder()


def test_a_broken_shell_does_not_end_it(serving: Serving, page: Page) -> None:
    """A template that does not parse is a message too, and the server lives on."""
    page.goto(serving.url)
    serving.edit("site_overrides/main.html", "<title>", "{% if %}<title>")
    expect(page.get_by_role("alert")).to_contain_text("site_overrides/main.html")
    serving.edit("site_overrides/main.html", "{% if %}<title>", "<title>")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_wrong_start(small_project: Path) -> None:
    """Where there is no good site yet, serve says what is wrong and ends with 1."""
    path = small_project / ITEM
    path.write_text(path.read_text("utf-8").replace("[loket]", "[lokket]"), "utf-8")
    command = [BAKEN, "serve", "--port", "0"]
    done = subprocess.run(command, cwd=small_project, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 1
    assert f"{ITEM}:" in done.stderr


def test_a_page_that_is_not_there(serving: Serving, page: Page) -> None:
    """A missing page answers 404 with our own page, which leads on."""
    answer = page.goto(f"{serving.url}nergens/")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", name="Deze pagina is er niet")).to_be_visible()
