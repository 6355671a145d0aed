"""A clean build of made-up items, as `baken build` does it: against stock mkdocs-material, and against more items.

The stock site has every word of our pages as Markdown (`plain_site`), and its own search. Ours does more: models,
links, proofs, explained words, Dutch search, open data. Each build is a program of its own, started cold. The engine's
zips are in the cache before: they depend on no content, and their bytes, the same at any size of the site, are left
out of ours. The clock is what an editor waits for; processors' seconds are less disturbed by others on the machine.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import pipeline
from tests.benchmarks.plain_site import write_plain_site
from tests.benchmarks.projects import forget_build, set_aside, synthetic_project
from tests.benchmarks.row import Row
from tests.benchmarks.timing import Cost, alternating_costs, cost

BAKEN = (str(Path(sys.executable).with_name("baken")), "build")
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
OURS, TREE, LEAN = "ours", "stock Material", "stock Material, lean menu"
ROUNDS = 3
# The sites to build at each number of items. With the whole tree in every menu, 1,000 items take minutes.
SITES = {100: (OURS, TREE, LEAN), 1_000: (OURS, LEAN), 5_000: (OURS,), 10_000: (OURS,)}
USUAL = 1_000
SHARE = 0.5  # of the time of a lean stock site
MOST = 5.0  # seconds for the usual number: twice what Hugo takes with a minimal layout
LINEAR = 1.01  # an item of many, as a share of one of the usual number: a long list has longer numbers in it
KILOBYTES = 30.0  # a page, of all output


@dataclass(frozen=True)
class Site:
    """Where a site will be, and how it is built, which gives what that cost."""

    path: Path
    build: Callable[[], Cost]


@dataclass(frozen=True)
class Built:
    """What a site cost, and its size."""

    cost: Cost
    megabytes: float
    pages: int


def run(folder: Path) -> list[Row]:
    """Return the rows against stock sites, and those on growth; every site has its turn in every round."""
    sites = {key: site for items in SITES for key, site in _prepared(folder / str(items), items)}
    costs = alternating_costs(ROUNDS, {key: site.build for key, site in sites.items()})
    found = {
        items: {name: _built(sites[items, name].path, costs[items, name]) for name in names}
        for items, names in SITES.items()
    }
    return [*_against_stock(found), *_growth({items: built[OURS] for items, built in found.items()})]


def _against_stock(found: dict[int, dict[str, Built]]) -> Iterator[Row]:
    for items, sites in found.items():
        ours = sites[OURS]
        for name, stock in sites.items():
            if name == OURS:
                continue
            aims = {"aim": SHARE, "most": MOST} if (items, name) == (USUAL, LEAN) else {}
            what = f"clean build of {items:,} items"
            yield Row(what, ours.cost.clock, name, stock.cost.clock, **aims)
            yield Row(f"{what}, processors", ours.cost.processors, name, stock.cost.processors)
            yield Row(f"size of {items:,} items", ours.megabytes, name, stock.megabytes, "MB")


def _growth(found: dict[int, Built]) -> Iterator[Row]:
    """Yield what an item takes at each number of items, against what it takes at the usual number."""
    usual = found[USUAL]
    than = f"of {USUAL:,}"
    for items, built in found.items():
        what = f"an item of {items:,}"
        aim = LINEAR if items > USUAL else None
        if items != USUAL:
            yield Row(f"{what}, processors", _each(built), than, _each(usual), "ms", aim)
        yield Row(f"{what}, output", _size(built), than, _size(usual), "kB", aim, KILOBYTES)


def _each(built: Built) -> float:
    return 1_000 * built.cost.processors / built.pages


def _size(built: Built) -> float:
    return 1_000 * built.megabytes / built.pages


def _built(path: Path, cost: Cost) -> Built:
    return Built(cost, _megabytes(path), len(list(path.rglob("*.html"))))


def _prepared(folder: Path, items: int) -> Iterator[tuple[tuple[int, str], Site]]:
    """Yield the sites of so many items, by number and name."""
    project = synthetic_project(folder / OURS, items)
    yield (items, OURS), Site(project / "build" / "site", lambda: _ours(project))
    stock = [name for name in SITES[items] if name != OURS]
    library = pipeline.read(project).library if stock else None
    for name in stock:
        assert library is not None, "the made-up items have no Problems"
        path = write_plain_site(folder / name, library, lean=name == LEAN)
        yield (items, name), Site(path / "site", _stock(path))


def _ours(project: Path) -> Cost:
    forget_build(project)
    return cost(lambda: _program(BAKEN, project))


def _stock(path: Path) -> Callable[[], Cost]:
    def build() -> Cost:
        set_aside(path, path / "site")
        return cost(lambda: _program(MKDOCS, path))

    return build


def _program(command: tuple[str, ...], folder: Path) -> None:
    """Run `command` in `folder`, silently; raises CalledProcessError if it fails."""
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def _megabytes(site: Path) -> float:
    """Return the size of a site without the engine."""
    files = (path for path in site.rglob("*") if path.is_file() and path.relative_to(site).parts[0] != "engine")
    return sum(path.stat().st_size for path in files) / 1e6
