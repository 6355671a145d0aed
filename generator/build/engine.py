"""What the browser needs to run game_engine: Pyodide as npm ships it, with our own small standard library.

The two zips are byte code that Pyodide itself compiled under Node: only the modules that playing
takes (found by playing), so a start reads a third of the bytes and compiles nothing.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import game_engine
from game_engine.browser import session
from generator.build.engine_sample import sample_requests
from generator.build.node import NodeScriptError, run_node

HERE = Path(__file__).parent
ENGINE = Path(game_engine.__file__).parent
SCRIPTS = ("engine_compile.mjs", "engine_play.mjs", "pyodide_compile.py", "pyodide_node.mjs", "engine_sample.py")
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
SOURCES = (*RUNTIME, "pyodide-lock.json", "python_stdlib.zip")
MADE = ("engine.json", "engine.zip", "python_stdlib.zip")
KEPT = 4  # sets of zips in the cache, 1 MB each
NOTICE = """\
pyodide.mjs, pyodide.asm.mjs, pyodide.asm.wasm: Pyodide {version}, unchanged. Mozilla Public License 2.0.
Source: https://github.com/pyodide/pyodide
python_stdlib.zip: modules of Python's standard library and of Pyodide, compiled, otherwise unchanged.
Python Software Foundation License 2, Mozilla Public License 2.0. Source: https://github.com/python/cpython
engine.zip: Baken's game_engine, compiled. MIT.
"""


class NpmPartsMissingError(RuntimeError):
    """The pinned npm parts are not installed."""


def engine_files(root: Path, cache: Path) -> list[tuple[str, bytes]]:
    """Return (path under the site, bytes) of everything under `engine/`.

    npm's parts are in `root`/node_modules; zips made before from the same inputs are taken from `cache`.
    Raises NpmPartsMissingError, NodeMissingError, or NodeScriptError when Pyodide fails or plays otherwise
    than this Python does.
    """
    pyodide = root / "node_modules" / "pyodide"
    missing = [name for name in SOURCES if not (pyodide / name).is_file()]
    if missing:
        raise NpmPartsMissingError(f"{pyodide} lacks {', '.join(missing)}; run `npm ci`")
    zips = cached_zips(pyodide, cache)
    version = json.loads((pyodide / "package.json").read_text("utf-8"))["version"]
    files = [*((name, pyodide / name) for name in RUNTIME), *((name, zips / name) for name in MADE)]
    made = [(f"engine/{name}", path.read_bytes()) for name, path in files]
    return sorted([*made, ("engine/NOTICE.txt", NOTICE.format(version=version).encode())])


def cached_zips(pyodide: Path, cache: Path) -> Path:
    """Return the folder in `cache` that holds the zips for these inputs, made now if it is not there."""
    folder = cache / "engine" / fingerprint(pyodide)
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        making = Path(mkdtemp(dir=folder.parent))
        try:
            make_zips(pyodide, making)
            if not folder.is_dir():  # else another build made the same in the meantime
                making.replace(folder)
        finally:
            shutil.rmtree(making, ignore_errors=True)
        prune(folder.parent)
    return folder


def prune(cache: Path) -> None:
    """Delete all but the newest zips: who goes back and forth between versions keeps a few."""
    newest_first = sorted(cache.iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in newest_first[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)


def fingerprint(pyodide: Path) -> str:
    """Return a hash of the name and content of every file that the zips are made from."""
    files = [(name, HERE / name) for name in SCRIPTS] + [(name, pyodide / name) for name in SOURCES]
    files += [(path.relative_to(ENGINE).as_posix(), path) for path in sorted(ENGINE.rglob("*.py"))]
    digest = sha256()
    for name, path in files:
        found = path.stat()
        digest.update(f"{name}\0{_digest(path, found.st_mtime_ns, found.st_size, found.st_ino)}\n".encode())
    return digest.hexdigest()[:32]


@lru_cache(maxsize=1 << 8)  # npm's parts are 11 MB, and `serve` builds at every save
def _digest(path: Path, *saved: int) -> str:
    """Return a hash of a file; `saved` is what differs after it is saved again."""
    return sha256(path.read_bytes()).hexdigest()


def make_zips(pyodide: Path, out: Path) -> None:
    """Write the zips to `out`, and check by playing that nothing is missing from them."""
    requests = sample_requests()
    wanted = list(map(session(), requests))
    given = json.dumps(requests)
    for script, arguments in (("engine_compile.mjs", (pyodide, ENGINE, out)), ("engine_play.mjs", (pyodide, out))):
        answers: Sequence[str] = json.loads(run_node(HERE / script, arguments, given))
        if answers != wanted:
            raise NodeScriptError(f"{script}: Pyodide plays otherwise than Python: {first_gap(answers, wanted)}")


def first_gap(answers: Sequence[str], wanted: Sequence[str]) -> str:
    """Return the first answer that differs, beside the one that was wanted."""
    pairs = zip(answers, wanted, strict=True)
    return next(f"{got} instead of {want}" for got, want in pairs if got != want)
