"""A real Chromium for the tests, and pages that remember what went wrong in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from tests.browser.chromium import FLAGS, MISSING, find_chromium

# Whatever a page asks of another host fails, so that no test can depend on one.
NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
# A busy machine is no reason to fail: what is expected of a page has time to come.
PATIENCE = 30_000  # milliseconds


@dataclass
class Recorder:
    """What a page did that a page of ours must not do: errors it logged or threw, requests to other hosts."""

    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Record what happens in every page of `context`, and in their workers."""
        context.on("console", self._on_console)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("request", self._on_request)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _on_request(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in ("http", "https", "ws", "wss") and url.hostname != "127.0.0.1":
            self.foreign.append(request.url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests."""
    chromium = find_chromium()
    if not chromium:
        pytest.fail(MISSING)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, NO_NETWORK])
        yield started
        started.close()


@pytest.fixture
def recorder() -> Recorder:
    """What went wrong in `page`; ask for it beside `page`."""
    return Recorder()


@pytest.fixture
def page(browser: Browser, recorder: Recorder) -> Iterator[Page]:
    """An empty page with a storage and cache of its own, watched by `recorder`."""
    context = browser.new_context()
    recorder.watch(context)
    yield context.new_page()
    context.close()
