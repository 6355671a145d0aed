"""What the browser gets to run the engine: small, the same every time, and checked by playing."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from generator.build import engine
from generator.build.engine import KEPT, NpmPartsMissingError, engine_files, prune
from generator.build.node import NodeScriptError

ROOT = Path(__file__).parents[2]
CACHE = ROOT / "build" / "cache"
BUILD_ONLY = {"compile", "compile_deck", "explore", "obstacles", "parse_conditions", "proofs", "table"}


def names(data: bytes) -> set[str]:
    """Return the names in a zip."""
    return set(zipfile.ZipFile(io.BytesIO(data)).namelist())


def test_only_what_playing_takes() -> None:
    """The zips hold byte code only: no source, no module that only the build needs, nothing Pyodide does without."""
    files = dict(engine_files(ROOT, CACHE))
    modules, stdlib = names(files["engine/engine.zip"]), names(files["engine/python_stdlib.zip"])
    assert all(name.endswith(".pyc") for name in modules | stdlib)
    assert {"game_engine/browser.pyc", "game_engine/play.pyc", "game_engine/deck.pyc"} <= modules
    assert not modules & {f"game_engine/{name}.pyc" for name in BUILD_ONLY}
    assert {"json/__init__.pyc", "random.pyc", "dataclasses.pyc"} <= stdlib
    assert not stdlib & {"ssl.pyc", "bz2.pyc", "lzma.pyc", "sqlite3/__init__.pyc", "unittest/__init__.pyc"}
    stock = (ROOT / "node_modules" / "pyodide" / "python_stdlib.zip").stat().st_size
    assert len(files["engine/python_stdlib.zip"]) + len(files["engine/engine.zip"]) < stock / 2


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """Made afresh, every file is what the cache holds; the second time Node is not needed."""
    assert engine_files(ROOT, tmp_path) == engine_files(ROOT, CACHE)


def test_the_cache_needs_no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unchanged inputs cost nothing but reading."""
    made = engine_files(ROOT, CACHE)
    monkeypatch.setattr(engine, "run_node", lambda *arguments: pytest.fail("ran Node again"))
    assert engine_files(ROOT, CACHE) == made


def test_settings_tell_sizes_and_no_packages() -> None:
    """engine.json holds the sizes that progress is measured against, and a lock file without packages."""
    files = dict(engine_files(ROOT, CACHE))
    settings = json.loads(files["engine/engine.json"])
    assert settings["bytes"] == {
        name: len(files[f"engine/{name}"]) for name in ("pyodide.asm.wasm", "python_stdlib.zip", "engine.zip")
    }
    assert settings["lock"]["packages"] == {}


def test_another_engine_is_not_taken_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change in game_engine makes new zips, and an engine that plays otherwise than CPython stops the build."""
    changed = Path(shutil.copytree(engine.ENGINE, tmp_path / "game_engine"))
    (changed / "codec.py").write_text((changed / "codec.py").read_text().replace('FORMAT = "B1"', 'FORMAT = "B2"'))
    monkeypatch.setattr(engine, "ENGINE", changed)
    with pytest.raises(NodeScriptError, match="plays otherwise than Python"):
        engine_files(ROOT, CACHE)


def test_missing_npm_parts_say_what_to_do(tmp_path: Path) -> None:
    """Without npm's parts the error says which command installs them."""
    with pytest.raises(NpmPartsMissingError, match=r"run `npm ci`"):
        engine_files(tmp_path, CACHE)


def test_the_npm_lock_file_names_no_host() -> None:
    """The pinned parts install from any registry: the lock file has hashes and no address."""
    lock = (ROOT / "package-lock.json").read_text("utf-8")
    assert "://" not in lock
    packages = json.loads(lock)["packages"]
    assert all("integrity" in package for path, package in packages.items() if path)


def test_the_cache_keeps_only_the_newest(tmp_path: Path) -> None:
    """Who works on the engine does not fill the disk."""
    made = [tmp_path / str(number) for number in range(KEPT + 2)]
    for age, folder in enumerate(made):
        folder.mkdir()
        os.utime(folder, (age, age))
    prune(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(made[-KEPT:])
