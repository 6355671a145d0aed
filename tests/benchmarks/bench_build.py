"""A clean build of made-up items, as `baken build` does it, against stock mkdocs-material on the same texts.

Ours does more (models, links, proofs, glossary, search index); theirs has every text as Markdown (see `plain_site`).
Each build is a program of its own, started cold. The engine's zips are in the cache before: they depend on no
content, and their bytes, the same at any size of the site, are left out of ours.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import pipeline
from tests.benchmarks.plain_site import write_plain_site
from tests.benchmarks.projects import forget_build, synthetic_project
from tests.benchmarks.row import Row
from tests.benchmarks.timing import alternating, seconds

BAKEN = (str(Path(sys.executable).with_name("baken")), "build")
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
TREE, LEAN = "stock Material", "stock Material, lean menu"
# By number of items: how often each is built. The whole tree in every menu of 1,000 pages takes over a minute.
ROUNDS = {100: {"ours": 3, TREE: 3, LEAN: 3}, 1_000: {"ours": 3, TREE: 1, LEAN: 3}}


def run() -> list[Row]:
    """Return the rows for time and size, at each number of items."""
    return [row for items in ROUNDS for row in _rows(items)]


def _rows(items: int) -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        sites, builds = _prepared(Path(folder), items)
        most = ROUNDS[items]
        often = {name: build for name, build in builds.items() if most[name] > 1}
        times = alternating(max(most.values()), often)
        times |= {name: build() for name, build in builds.items() if name not in often}
        sizes = {name: _megabytes(site) for name, site in sites.items()}
    for stock in (TREE, LEAN):
        yield Row(f"clean build of {items:,} items", times["ours"], stock, times[stock])
        yield Row(f"size of {items:,} items", sizes["ours"], stock, sizes[stock], "MB")


def _prepared(folder: Path, items: int) -> tuple[dict[str, Path], dict[str, Callable[[], float]]]:
    """Return where each site will be, and how it is built, which gives the seconds that it took."""
    project = synthetic_project(folder / "ours", items)
    library = pipeline.read(project).library
    assert library is not None, "the made-up items have no Problems"
    stock = {name: write_plain_site(folder / name, library, lean=name == LEAN) for name in (TREE, LEAN)}
    sites = {"ours": project / "build" / "site", **{name: path / "site" for name, path in stock.items()}}

    def ours() -> float:
        forget_build(project)
        return seconds(lambda: _program(BAKEN, project))

    def theirs(path: Path) -> Callable[[], float]:
        def build() -> float:
            shutil.rmtree(path / "site", ignore_errors=True)
            return seconds(lambda: _program(MKDOCS, path))

        return build

    return sites, {"ours": ours, **{name: theirs(path) for name, path in stock.items()}}


def _program(command: tuple[str, ...], folder: Path) -> None:
    """Run `command` in `folder`, silently; raises CalledProcessError if it fails."""
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def _megabytes(site: Path) -> float:
    """Return the size of a site without the engine."""
    files = (path for path in site.rglob("*") if path.is_file() and path.relative_to(site).parts[0] != "engine")
    return sum(path.stat().st_size for path in files) / 1e6
