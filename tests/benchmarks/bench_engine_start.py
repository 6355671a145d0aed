"""Engine start in a worker, from navigation to the first answer, against a page that only loads stock Pyodide.

Cold is a new browser profile; warm are the same profile's next visits. Both alternate in one run on one server.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from generator.build.engine import engine_files
from tests.benchmarks.row import Row
from tests.browser.chromium import FLAGS, MISSING, find_chromium
from tests.browser.server import serve

ROOT = Path(__file__).parents[2]
ROUNDS = 4
WARM_VISITS = 3
COLD_AIM, WARM_AIM = 0.45, 0.50  # shares of stock's time
CACHING = {"*": {"Cache-Control": "max-age=600"}}  # as static hosts answer
HEAD = '<!doctype html><title>x</title><link rel="icon" href="data:,"><script type="module">'
STOCK_WORKER = 'import { loadPyodide } from "./stock/pyodide.mjs"; await loadPyodide(); postMessage("ready");'
PAGES = {
    "stock": """
        const worker = new Worker("stock-worker.js", { type: "module" });
        worker.onmessage = () => { window.seconds = performance.now() / 1000; };
    """,
    "baken": """
        import { startEngine } from "./assets/engine/baken-engine.js";
        const engine = await startEngine();
        await engine.answer({ do: "play", game: "none" });
        window.seconds = performance.now() / 1000;
    """,
}


def run(folder: Path) -> list[Row]:
    """Return the rows for a cold and a warm start."""
    chromium = find_chromium()
    if not chromium:
        raise SystemExit(MISSING)
    with sync_playwright() as playwright:
        lay_out(folder)
        with serve(folder, headers=CACHING) as server:
            rounds = [
                {page: visits(playwright, chromium, f"{server.url}{page}.html") for page in PAGES}
                for _ in range(ROUNDS)
            ]
    cold = {page: median(seen[page][0] for seen in rounds) for page in PAGES}
    warm = {page: median(second for seen in rounds for second in seen[page][1:]) for page in PAGES}
    return [
        Row(f"engine: {state} start in a worker", at["baken"], "bare stock loadPyodide", at["stock"], aim=aim)
        for state, at, aim in (("cold", cold, COLD_AIM), ("warm", warm, WARM_AIM))
    ]


def lay_out(folder: Path) -> None:
    """Write both pages and all that they load to `folder`."""
    shutil.copytree(ROOT / "node_modules" / "pyodide", folder / "stock")
    shutil.copytree(ROOT / "site_overrides" / "assets" / "engine", folder / "assets" / "engine")
    (folder / "engine").mkdir()
    for name, data in engine_files(ROOT, ROOT / "build" / "cache"):
        (folder / name).write_bytes(data)
    (folder / "stock-worker.js").write_text(STOCK_WORKER)
    (folder / "empty.html").write_text(f"{HEAD}</script>")
    for page, script in PAGES.items():
        (folder / f"{page}.html").write_text(f"{HEAD}{script}</script>")


def visits(playwright: Playwright, chromium: str, url: str) -> list[float]:
    """Return the seconds that each visit to `url` takes in a new profile: the first cold, the others warm."""
    with new_profile(playwright, chromium) as context:
        context.new_page().goto(url.rpartition("/")[0] + "/empty.html")
        return [visit(context, url) for _ in range(1 + WARM_VISITS)]


@contextmanager
def new_profile(playwright: Playwright, chromium: str) -> Iterator[BrowserContext]:
    """Yield a browser with an empty cache on disk."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(profile, executable_path=chromium, args=[*FLAGS])
        yield context
        context.close()


def visit(context: BrowserContext, url: str) -> float:
    """Return the seconds from navigation until the page at `url` says it is done."""
    page = context.new_page()
    page.goto(url)
    seconds: float = page.wait_for_function("window.seconds", timeout=120_000).json_value()
    page.wait_for_timeout(500)  # lets the browser write its cache
    page.close()
    return seconds
