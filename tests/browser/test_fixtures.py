"""The tests' own browser: it must see what a page does wrong, or the tests would not."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.fixtures import Recorder
from tests.browser.server import serve

WORKER = """
fetch("https://worker.example/").catch(() => postMessage("refused"));
console.error("from the worker");
"""
PAGE = """<!doctype html><title>x</title><link rel="icon" href="data:,"><script type="module">
new Worker("worker.js", {type: "module"}).onmessage = () => { window.done = true; };
fetch("https://page.example/").catch(() => {});
throw new Error("from the page");
</script>"""


def test_the_recorder_sees_pages_and_workers(tmp_path: Path, page: Page, recorder: Recorder) -> None:
    """Errors and requests to other hosts are recorded, from a page and from its worker, and the requests fail."""
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "worker.js").write_text(WORKER)
    with serve(tmp_path) as server:
        page.goto(server.url)
        page.wait_for_function("window.done")
    assert set(recorder.foreign) == {"https://page.example/", "https://worker.example/"}
    said = "\n".join(recorder.errors)
    assert "from the page" in said
    assert "from the worker" in said
