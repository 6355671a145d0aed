"""Our search against Material's own on the same pages, both in Chromium: who finds the right page, how fast, how large.

Theirs is asked as a reader asks it: a query is typed into the search of a stock site, with its Dutch stemmer, and its
list of results is read. The queries are those of `tests/search/queries.json`; our times are of every query, five
times, and of reading the index in a fresh page.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from generator import pipeline
from generator.build.assets import search_index
from generator.build.node import dismiss
from generator.library import Library
from generator.render.search import render_search
from tests.benchmarks.plain_site import write_plain_site
from tests.benchmarks.projects import forget_build, real_project
from tests.benchmarks.row import Row
from tests.benchmarks.timing import seconds
from tests.browser.chromium import FLAGS, MISSING, find_chromium
from tests.browser.server import serve
from tests.search.asking import Query, queries, shares
from tests.search.test_queries import OF_A_KIND, OF_ALL

STOCK, AIM = "stock Material", "the aim"
PAGES = 10  # on which the index is read afresh
MOST_KB, MOST_LOAD, MOST_QUERY, MOST_BUILD = 600, 50, 10, 1

LOAD = "document.querySelector('baken-search').load().then(() => true)"
READ = """async () => {
    const start = performance.now();
    globalThis.asked = new BakenEngine(await BakenIndex.unpacked(BAKEN_SEARCH));
    return performance.now() - start;
}"""
ASK = """(questions) => questions.map((question) => {
    const start = performance.now();
    const { results } = globalThis.asked.answer(question);
    const took = performance.now() - start;
    return { took, found: results.slice(0, 5).map(({ document }) => [document.id, document.title]) };
})"""
# Types a query into Material's search, and waits until its list has not changed for a while.
ASK_STOCK = """async (question) => {
    const input = document.querySelector("[data-md-component=search-query]");
    const list = document.querySelector(".md-search-result");
    const quiet = (wait) => new Promise((resolve) => {
        let timer = setTimeout(resolve, wait);
        const seen = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(resolve, 150); });
        seen.observe(list, { childList: true, subtree: true, characterData: true });
    });
    for (const value of ["", question]) {
        input.value = value;
        for (const name of ["input", "keyup"]) input.dispatchEvent(new Event(name, { bubbles: true }));
        await quiet(value ? 500 : 100);
    }
    return [...list.querySelectorAll(".md-search-result__item > a")].slice(0, 5).map((link) => [
        new URL(link.href).pathname, (link.querySelector("h1, h2") ?? link).textContent,
    ]);
}"""


def run(folder: Path) -> list[Row]:
    """Return the rows: who finds what, of each kind of query, and what our index costs."""
    chromium = find_chromium()
    if not chromium:
        raise SystemExit(MISSING)
    asked = queries()
    with sync_playwright() as playwright:
        project, library = _built(folder / "ours")
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
        load, answers = _ask_ours(browser, project / "build" / "site", asked)
        theirs = shares(_met(asked, _ask_theirs(browser, _stock(folder / "stock", library), asked)))
        browser.close()
        index = list(_index_rows(project, library))
    ours = shares(_met(asked, [answer["found"] for answer in answers[: len(asked)]]))
    p95 = quantiles([answer["took"] for answer in answers], n=20)[-1]
    return [
        *_found_rows(ours, theirs),
        Row("search: a query, 95 of 100", p95, AIM, MOST_QUERY, "ms", most=MOST_QUERY),
        Row("search: reading the index", load, AIM, MOST_LOAD, "ms", most=MOST_LOAD),
        *index,
    ]


def _found_rows(ours: dict[str, float], theirs: dict[str, float]) -> Iterator[Row]:
    for kind in ours:
        least = 100 * (OF_A_KIND if kind else OF_ALL)
        what = f"search: in the first five, {kind or 'all queries'}"
        yield Row(what, 100 * ours[kind], STOCK, 100 * theirs[kind], "%", least=least)


def _index_rows(project: Path, library: Library) -> Iterator[Row]:
    """Yield what the index costs for every 1,000 items: as it lies in the site, as it is sent, and making it."""
    data = (project / "build" / "site" / "search" / "index.js").read_bytes()
    documents = render_search(library)
    thousands = documents.data.count(b"\n") / 1_000
    for what, size in (("file", len(data)), ("file, sent with gzip", len(gzip.compress(data, mtime=0)))):
        yield Row(f"search: index of 1,000 items, {what}", size / 1e3 / thousands, AIM, MOST_KB, "KB", most=MOST_KB)
    forget_build(project)
    dismiss()  # the Node that made it before
    took = seconds(lambda: search_index(project, documents)) / thousands
    yield Row("search: making the index of 1,000 items", took, AIM, MOST_BUILD, most=MOST_BUILD)


def _built(folder: Path) -> tuple[Path, Library]:
    """Return the real project, built, and its library."""
    project = real_project(folder)
    reading = pipeline.make(project)
    if reading.library is None or reading.problems:
        sys.exit("the content has Problems; see `baken check`")
    return project, reading.library


def _stock(folder: Path, library: Library) -> Path:
    """Return the site of the same pages by stock mkdocs-material."""
    write_plain_site(folder, library, lean=True)
    subprocess.run((sys.executable, "-m", "mkdocs", "build", "--quiet"), cwd=folder, check=True, capture_output=True)
    return folder / "site"


def _met(asked: Sequence[Query], found: Sequence[Sequence[Sequence[str]]]) -> list[tuple[Query, bool]]:
    """Return for each query whether the right page was found."""
    return [
        (query, query.is_met_by([(address, title) for address, title in pages]))
        for query, pages in zip(asked, found, strict=True)
    ]


def _ask_ours(browser: Browser, site: Path, asked: Sequence[Query]) -> tuple[float, list[dict[str, Any]]]:
    """Return the milliseconds in which a fresh page reads the index, and the answers: each query five times."""
    with serve(site) as server:
        pages = [_opened(browser, f"{server.url}zoeken/") for _ in range(PAGES)]
        loads = [page.evaluate(LOAD) and float(page.evaluate(READ)) for page in pages]
        texts = [query.query for query in asked]
        answers = [answer for _ in range(5) for answer in pages[0].evaluate(ASK, texts)]
    return median(loads), answers


def _ask_theirs(browser: Browser, site: Path, asked: Sequence[Query]) -> list[list[list[str]]]:
    """Return what stock Material's list of results shows for each query."""
    with serve(site) as server:
        page = _opened(browser, server.url)
        page.locator("[data-md-component=search-query]").focus()
        page.wait_for_timeout(5_000)  # its worker reads the index, and a query before that is lost
        return [page.evaluate(ASK_STOCK, query.query) for query in asked]


def _opened(browser: Browser, url: str) -> Page:
    page = browser.new_page()
    page.goto(url)
    return page
