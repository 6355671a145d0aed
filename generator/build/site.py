"""Writes `build/docs`, lets mkdocs-material build the pages that changed, and puts them in place once all is made.

A page depends on its own Markdown, on `mkdocs.yml`, on `site_overrides/` and on the version of the site builder, and
on nothing else, since the menu is the same on every page. So a page whose file and settings have the hash of last
time stays where it is; `tests/site/test_incremental.py` proves that the result is the same, byte for byte, as that of
a clean build. What is no page is linked from `build/docs`, which saves MkDocs copying it. So a build costs what it
changes: in a new folder for the whole site, making the folders alone would take longer than the rest of a rebuild.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from importlib.metadata import version
from pathlib import Path

from generator.build.assets import DOCUMENTS, STYLES, asset_files
from generator.build.engine import NpmPartsMissingError
from generator.build.node import NodeMissingError, NodeScriptError
from generator.build.pages import BuildError, build_pages
from generator.build.tree import files_in, keep_only, link_files, move_files, write_files
from generator.outfile import OutFile

Progress = Callable[[str], None]

RECORD = "site.json"
# Without these MkDocs would build pages that are not ours, or without search, and not complain.
SHELL = (
    *("main.html", "404.html", "weg.html", "build-search", "assets/search-words.js"),
    *(f"styles/{folder}" for folder in STYLES.values()),
)


def build(root: Path, files: tuple[OutFile, ...], progress: Progress = lambda step: None) -> Path:
    """Return the folder of the built site, `build/site`.

    Raises BuildError when a part fails; `build/site` is then what it was. Waits while another process builds.
    """
    out = root / "build"
    (out / "cache").mkdir(parents=True, exist_ok=True)
    with _alone(out):
        return _build(root, out, files, progress)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold off every other build, such as that of a `baken serve` beside this one; a process that ends lets go."""
    with (out / "cache" / "lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


def _build(root: Path, out: Path, files: tuple[OutFile, ...], progress: Progress) -> Path:
    """Build, as the only one who does so in `out`."""
    for name in SHELL:
        if not (root / "site_overrides" / name).exists():
            raise BuildError(f"site_overrides/{name} is not there; put it back")
    docs, site, fresh = out / "docs", out / "site", out / "site.new"
    settings = _settings_hash(root)
    pages = {file.path: _hash(settings, file) for file in files if file.is_page}
    record = _read_record(out)
    old = {path for path, hash_ in pages.items() if record.get(path) == hash_ and (site / site_path(path)).is_file()}
    with ThreadPoolExecutor(1) as beside:  # Node makes the search index while MkDocs makes the pages
        making = beside.submit(asset_files, root, files)
        progress(f"pagina's bouwen ({len(pages) - len(old)} van {len(pages)} nieuw)")
        write_files(docs, (file for file in files if file.is_page))
        shutil.rmtree(fresh, ignore_errors=True)
        with _only(docs, set(pages), old) as new:
            build_pages(root, new, fresh)
        progress("onderdelen voor de browser maken")
        try:
            assets = making.result()
        except (NodeMissingError, NodeScriptError, NpmPartsMissingError) as error:
            raise BuildError(str(error)) from error
    others = [file for file in (*files, *assets) if not file.is_page and file.path != DOCUMENTS]
    write_files(docs, others)
    hashes = {**pages, **{file.path: _hash("", file) for file in others}}
    keep_only(docs, hashes)
    progress("nieuwe site neerzetten")
    # All is made: from here on files only change their place. Whoever is ended here leaves no record, and the next
    # build makes every page again.
    (out / "cache" / RECORD).unlink(missing_ok=True)
    _put_in_place(site, fresh, set(map(site_path, hashes)))
    changed = (file.path for file in others if record.get(file.path) != hashes[file.path])
    link_files(docs, site, {*changed, *(file.path for file in others if not (site / file.path).is_file())})
    (out / "cache" / RECORD).write_text(json.dumps(hashes))
    return site


@contextmanager
def _only(docs: Path, pages: set[str], old: set[str]) -> Iterator[Path]:
    """Lend a folder with those `pages` of `docs` that are not `old`, for MkDocs builds all that it finds.

    For all pages that is `docs` itself, without the files that are no page.
    """
    if not old:
        keep_only(docs, pages)
        yield docs
        return
    some = docs.with_name("docs.new")
    shutil.rmtree(some, ignore_errors=True)
    some.mkdir()
    link_files(docs, some, pages - old)
    yield some
    shutil.rmtree(some)


def site_path(docs_path: str) -> str:
    """Return where a file of `build/docs` ends up in the site."""
    if not docs_path.endswith(".md"):
        return docs_path
    return "index.html" if docs_path == "index.md" else f"{docs_path.removesuffix('.md')}/index.html"


def _put_in_place(site: Path, fresh: Path, kept: set[str]) -> None:
    """Move what was built to `site`; there, delete what is neither new nor `kept`."""
    if not site.is_dir():
        fresh.rename(site)
        return
    new = set(files_in(fresh))
    move_files(fresh, site, new)
    keep_only(site, kept | new)
    shutil.rmtree(fresh)


def _hash(settings: str, file: OutFile) -> str:
    return hashlib.sha256(settings.encode() + file.data).hexdigest()


def _read_record(out: Path) -> Mapping[str, str]:
    """Return the hash of every file of the last site but those of the shell; none if there is no readable record."""
    try:
        found = json.loads((out / "cache" / RECORD).read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _settings_hash(root: Path) -> str:
    """Return a hash of all that every page depends on, the site builder included."""
    digest = hashlib.sha256((root / "mkdocs.yml").read_bytes())
    digest.update(" ".join(version(name) for name in ("mkdocs", "mkdocs-material")).encode())
    for path in sorted(path for path in (root / "site_overrides").rglob("*") if path.is_file()):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
