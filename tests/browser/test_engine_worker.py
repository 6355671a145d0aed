"""The engine in the browser: it starts, says how far it is, answers as CPython does, and fails soon and by name."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from game_engine.browser import session
from generator.build.engine import engine_files
from generator.build.engine_sample import sample_requests
from tests.browser.fixtures import Recorder
from tests.browser.server import Server, serve

ROOT = Path(__file__).parents[2]
WORKER = "*/baken-engine-worker.js"
QUICK = 12  # seconds, on a busy machine: far from the 20 that the watchdog waits

START = """async ({patience}) => {
  const {startEngine} = await import("/assets/engine/baken-engine.js");
  window.steps = [];
  try {
    const onProgress = ({stage, loaded, total}) => steps.push([stage, loaded, total]);
    window.engine = await startEngine({patience, onProgress});
    return {started: true};
  } catch (error) {
    return {started: false, name: error.name, code: error.code, message: error.message};
  }
}"""


@pytest.fixture(scope="session")
def engine_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the engine and an empty page, as the site has them."""
    folder = tmp_path_factory.mktemp("engine-site")
    for name, data in engine_files(ROOT, ROOT / "build" / "cache"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    shutil.copytree(ROOT / "site_overrides" / "assets" / "engine", folder / "assets" / "engine")
    (folder / "index.html").write_text('<!doctype html><title>x</title><link rel="icon" href="data:,">')
    return folder


def start(page: Page, server: Server, patience: int = 20_000) -> dict[str, Any]:
    """Return how starting the engine went, in an empty page on `server`; it is then `window.engine`."""
    page.goto(server.url)
    outcome: dict[str, Any] = page.evaluate(START, {"patience": patience})
    return outcome


def test_answers_as_cpython(engine_site: Path, page: Page, recorder: Recorder) -> None:
    """The engine in the browser gives the answers that the engine in CPython gives, and asks no other host."""
    requests = [json.loads(request) for request in sample_requests() if request.startswith("{")]
    answer = session()
    with serve(engine_site) as server:
        assert start(page, server) == {"started": True}
        given = page.evaluate("requests => Promise.all(requests.map(r => engine.answer(r)))", requests)
    assert given == [json.loads(answer(json.dumps(request))) for request in requests]
    assert recorder == Recorder()


def test_runs_under_a_strict_policy(engine_site: Path, page: Page, recorder: Recorder) -> None:
    """Besides its own files the engine needs `wasm-unsafe-eval` and nothing else, on the page and in the worker."""
    policy = (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; img-src data:"
    )
    with serve(engine_site, headers={"*": {"Content-Security-Policy": policy}}) as server:
        assert start(page, server) == {"started": True}
    assert recorder == Recorder()


def test_a_page_that_forbids_workers_fails_at_once(engine_site: Path, page: Page) -> None:
    """A page whose own policy refuses the worker gets an error, not silence."""
    policy = {"Content-Security-Policy": "worker-src 'none'"}
    with serve(engine_site, headers={"/": policy}) as server:
        began = time.monotonic()
        outcome = start(page, server)
    assert (outcome["name"], outcome["code"]) == ("EngineFailedError", "crashed")
    assert time.monotonic() - began < QUICK


def test_idle_comes_after_the_page_has_loaded(engine_site: Path, page: Page) -> None:
    """The engine's start waits until the page is there, so that it never slows the page."""
    with serve(engine_site) as server:
        page.goto(server.url)
        state = page.evaluate(
            """async () => {
              const {whenIdle} = await import("/assets/engine/baken-engine.js");
              await whenIdle();
              return document.readyState;
            }"""
        )
    assert state == "complete"


def test_progress_reaches_the_total(engine_site: Path, page: Page) -> None:
    """Progress grows to the sum of the sizes, and every file is downloaded once."""
    with serve(engine_site) as server:
        start(page, server)
        steps = page.evaluate("steps")
        asked = [path for path in server.requests if path.startswith("/engine/")]
    sizes = [
        (engine_site / "engine" / name).stat().st_size
        for name in ("pyodide.asm.wasm", "python_stdlib.zip", "engine.zip")
    ]
    loaded = [step[1] for step in steps]
    assert loaded == sorted(loaded)
    assert steps[-1] == ["ready", sum(sizes), sum(sizes)]
    assert list(dict.fromkeys(step[0] for step in steps)) == ["download", "start", "ready"]
    assert sorted(asked) == sorted(
        f"/engine/{name}"
        for name in (
            "engine.json",
            "engine.zip",
            "pyodide.asm.mjs",
            "pyodide.asm.wasm",
            "pyodide.mjs",
            "python_stdlib.zip",
        )
    )


FAILURES = [
    pytest.param({"types": {".wasm": "application/octet-stream"}}, "wasm-type", id="wrong media type for wasm"),
    pytest.param({"types": {".wasm": ""}}, "wasm-type", id="no media type for wasm"),
    pytest.param(
        {"headers": {WORKER: {"Content-Security-Policy": "script-src 'self'"}}}, "csp", id="policy forbids wasm"
    ),
    pytest.param(
        {"headers": {WORKER: {"Content-Security-Policy": "connect-src 'none'"}}}, "http", id="policy forbids downloads"
    ),
    pytest.param({"types": {".mjs": "text/plain"}}, "http", id="wrong media type for a module"),
]


@pytest.mark.parametrize(("trouble", "code"), FAILURES)
def test_fails_at_once_by_name(engine_site: Path, page: Page, trouble: dict[str, Any], code: str) -> None:
    """A server or policy that makes Pyodide hang is named at once, long before the watchdog would."""
    with serve(engine_site, **trouble) as server:
        began = time.monotonic()
        outcome = start(page, server)
        took = time.monotonic() - began
    assert (outcome["name"], outcome["code"]) == ("EngineFailedError", code)
    assert took < QUICK
    assert no_worker_left(page)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("engine.json", "http"),
        ("engine.zip", "http"),
        ("python_stdlib.zip", "http"),
        ("pyodide.mjs", "http"),
        ("pyodide.asm.mjs", "http"),
        ("pyodide.asm.wasm", "http"),
    ],
)
def test_a_missing_file_is_named(engine_site: Path, tmp_path: Path, page: Page, name: str, code: str) -> None:
    """When one file is not there, the error says which, at once."""
    folder = shutil.copytree(engine_site, tmp_path / "site", copy_function=linked)
    (folder / "engine" / name).unlink()
    with serve(folder) as server:
        outcome = start(page, server)
    assert outcome["code"] == code
    assert name in outcome["message"]


@pytest.mark.parametrize(
    "name", ["engine.json", "engine.zip", "python_stdlib.zip", "pyodide.asm.mjs", "pyodide.asm.wasm"]
)
def test_a_damaged_file_fails_at_once(engine_site: Path, tmp_path: Path, page: Page, name: str) -> None:
    """A file with the wrong content is an error, not a wait."""
    folder = shutil.copytree(engine_site, tmp_path / "site", copy_function=linked)
    (folder / "engine" / name).unlink()
    (folder / "engine" / name).write_bytes(b"damaged")
    with serve(folder) as server:
        began = time.monotonic()
        outcome = start(page, server)
    assert not outcome["started"]
    assert outcome["code"] != "no-progress"
    assert time.monotonic() - began < QUICK


def test_the_watchdog_gives_up(engine_site: Path, page: Page) -> None:
    """A server that says nothing is given up after the patience, and the worker is ended."""
    with serve(engine_site, delays={"*.wasm": 4}) as server:
        outcome = start(page, server, patience=1200)
        assert (outcome["name"], outcome["code"]) == ("EngineStalledError", "no-progress")
        assert no_worker_left(page)


def test_a_slow_download_is_no_reason_to_give_up(engine_site: Path, page: Page) -> None:
    """Each sign of progress starts the patience anew, so that a slow network gets its time."""
    with serve(engine_site, delays={"*/engine.zip": 2.5, "*/pyodide.asm.mjs": 5, "*.wasm": 6.5}) as server:
        assert start(page, server, patience=5000) == {"started": True}


def test_stops_when_told(engine_site: Path, page: Page) -> None:
    """An aborted start and a stopped engine refuse, and leave no worker behind."""
    with serve(engine_site) as server:
        start(page, server)
        refused = page.evaluate(
            """async () => {
              const open = engine.answer({do: "load"}).catch(error => error.code);
              engine.stop();
              return [await open, await engine.answer({do: "load"}).catch(error => error.code)];
            }"""
        )
        assert refused == ["crashed", "crashed"]
        aborted = page.evaluate(
            """async () => {
              const {startEngine} = await import("/assets/engine/baken-engine.js");
              return startEngine({signal: AbortSignal.timeout(50)}).catch(error => error.name);
            }"""
        )
        assert aborted == "TimeoutError"
        assert no_worker_left(page)


def test_an_error_in_python_is_answered(engine_site: Path, page: Page) -> None:
    """A traceback rejects its own question only; the next one is answered."""
    with serve(engine_site) as server:
        start(page, server)
        said = page.evaluate("""() => engine.answer({do: "load", game: {}}).catch(error => error.message)""")
        assert "KeyError" in said
        assert page.evaluate("""() => engine.answer({do: "play", game: "x"})""")["error"]["code"] == "unknown-game"


def no_worker_left(page: Page) -> bool:
    """True once the browser has ended the page's workers, which it does a moment after it is told."""
    for _ in range(50):
        if not page.workers:
            return True
        page.wait_for_timeout(20)
    return False


def linked(source: str, target: str) -> None:
    """Put the file `source` at `target` without copying its megabytes."""
    Path(target).hardlink_to(source)
