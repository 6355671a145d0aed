"""The first card and the first move on a real trainer whose engine comes ten seconds late, against one that is on time.

Both play from the table that the build wrote, so the delay must not be felt. Each visit is a new browser profile in
memory; the seconds count from navigation, in the browser's own clock.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from generator import pipeline
from tests.benchmarks.projects import real_project
from tests.benchmarks.row import Row
from tests.browser.chromium import FLAGS, MISSING, find_chromium
from tests.browser.server import serve

ROUNDS = 7
PAGE = "oefenen/chips-als-ontbijt/"
DELAY = 10.0  # seconds that everything under /engine/ waits
AIM = 1.25  # of the time without a delay: no more than noise
MOMENTS = ("first card", "first move answered")

# Notes when the first button of a choice can be seen, presses it, and notes when the answer can be seen.
# As a promise, since the page's own security policy forbids Playwright's way to wait.
WATCH = """
window.moments = new Promise((resolve, reject) => {
  const seen = (selector) => [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
  let card;
  const look = () => {
    const choice = seen("baken-game baken-choices button");
    if (choice && !card) {
      card = performance.now() / 1000;
      choice.click();
    }
    if (seen("baken-feedback .feedback__text")) resolve([card, performance.now() / 1000]);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  setTimeout(reject, 60_000, new Error("the first move was never answered"));
});
"""


def run(folder: Path) -> list[Row]:
    """Return the rows for the first card and the first move."""
    chromium = find_chromium()
    if not chromium:
        raise SystemExit(MISSING)
    with sync_playwright() as playwright:
        reading = pipeline.make(real_project(folder))
        if reading.problems:
            raise SystemExit("\n".join(["the content has Problems:", *map(str, reading.problems)]))
        site = folder / "build" / "site"
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
        with serve(site) as prompt, serve(site, delays={"/engine/*": DELAY}) as late:
            urls = {"late": late.url + PAGE, "prompt": prompt.url + PAGE}
            visit(browser, urls["prompt"])  # the first page of a browser takes longer, whatever it holds
            rounds = [{name: visit(browser, url) for name, url in urls.items()} for _ in range(ROUNDS)]
        browser.close()
    return [
        Row(
            f"{moment}, engine {DELAY:.0f} s late",
            median(seen["late"][at] for seen in rounds),
            "engine on time",
            median(seen["prompt"][at] for seen in rounds),
            aim=AIM,
        )
        for at, moment in enumerate(MOMENTS)
    ]


def visit(browser: Browser, url: str) -> tuple[float, float]:
    """Return the seconds until the first card and until the first move is answered."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(url, wait_until="commit")
    card, answer = page.evaluate("window.moments")
    context.close()
    return card, answer
