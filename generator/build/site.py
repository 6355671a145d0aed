"""Writes `build/docs`, lets mkdocs-material build the pages that changed, and swaps the new site in whole.

A page depends on its own Markdown, on `mkdocs.yml`, on `site_overrides/` and on the version of the site builder, and
on nothing else, since the menu is the same on every page. So a page whose file and settings have the hash of last
time is taken from the last site; `tests/site/test_incremental.py` proves that the result is the same, byte for byte,
as that of a clean build.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from importlib.metadata import version
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.build.assets import STYLES, asset_files
from generator.build.engine import NpmPartsMissingError
from generator.build.node import NodeMissingError, NodeScriptError
from generator.outfile import OutFile

Progress = Callable[[str], None]

# What mkdocs-material brings along and our own shell does not use.
UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images", "sitemap.xml", "sitemap.xml.gz")
# Without these MkDocs would build pages that are not ours, or without search, and not complain.
SHELL = (
    *("main.html", "404.html", "weg.html", "build-search", "assets/search-words.js"),
    *(f"styles/{folder}" for folder in STYLES.values()),
)
# What MkDocs copies along from site_overrides though only the build needs it.
BUILD_PARTS = ("build-search", "styles")


class BuildError(Exception):
    """The site could not be built; the last good one is still in place."""


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
    progress("onderdelen voor de browser maken")
    try:
        files = (*files, *asset_files(root, files))
    except (NodeMissingError, NodeScriptError, NpmPartsMissingError) as error:
        raise BuildError(str(error)) from error
    progress("bestanden schrijven")
    write_docs(out / "docs", files)
    settings = _settings_hash(root)
    hashes = {file.path: hashlib.sha256(file.data).hexdigest() for file in files}
    old = _read_manifest(out) if (out / "site").is_dir() else {}
    same = _unchanged(out / "site", old, hashes) if old.get("") == settings else set()
    progress(f"pagina's bouwen ({len(hashes) - len(same)} van {len(hashes)} bestanden nieuw)")
    fresh = out / "site.new"
    shutil.rmtree(fresh, ignore_errors=True)
    _build_changed(root, fresh, tuple(file for file in files if file.path not in same))
    for path in same:
        _take(out / "site", fresh, site_path(path))
    progress("nieuwe site neerzetten")
    manifest = out / "cache" / "manifest.json"
    manifest.unlink(missing_ok=True)  # a build that is ended here must not leave the record of another site
    _swap(out, fresh)
    manifest.write_text(json.dumps({"": settings, **hashes}))
    return out / "site"


def site_path(docs_path: str) -> str:
    """Return where a file of `build/docs` ends up in the site."""
    return docs_path.removesuffix(".md") + ".html" if docs_path.endswith(".md") else docs_path


def write_docs(docs: Path, files: tuple[OutFile, ...]) -> None:
    """Make `docs` hold exactly `files`; a file that is already right is left alone."""
    wanted = {docs / file.path: file.data for file in files}
    if docs.is_dir():
        for path in sorted(docs.rglob("*"), reverse=True):
            if path.is_file() and path not in wanted:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
    for path, data in wanted.items():
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def _unchanged(site: Path, old: Mapping[str, str], hashes: Mapping[str, str]) -> set[str]:
    """Return the files that the last site has already; not those that someone deleted from it since."""
    return {path for path, hash_ in hashes.items() if old.get(path) == hash_ and (site / site_path(path)).is_file()}


def _settings_hash(root: Path) -> str:
    """Return a hash of all that every page depends on, the site builder included."""
    digest = hashlib.sha256((root / "mkdocs.yml").read_bytes())
    digest.update(" ".join(version(name) for name in ("mkdocs", "mkdocs-material")).encode())
    for path in sorted(path for path in (root / "site_overrides").rglob("*") if path.is_file()):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _read_manifest(out: Path) -> Mapping[str, str]:
    """Return the hashes of the last build, or none if there is no readable record of it."""
    try:
        found = json.loads((out / "cache" / "manifest.json").read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _build_changed(root: Path, site: Path, files: tuple[OutFile, ...]) -> None:
    """Let MkDocs build `files`, and only those, into `site`."""
    docs = site.with_name("docs.new")
    shutil.rmtree(docs, ignore_errors=True)
    write_docs(docs, files)
    docs.mkdir(exist_ok=True)
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        config = load_config(str(root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site), strict=True)
        config.nav = None  # our menu is in `extra`; a page that is not built this time is no mistake
        mkdocs_build(config)
    except (MkDocsException, SystemExit) as error:
        raise BuildError("; ".join(warnings.lines) or str(error)) from error
    except TemplateError as error:
        raise BuildError(_template_mistake(root, error)) from error
    finally:
        logger.removeHandler(warnings)
        shutil.rmtree(docs, ignore_errors=True)
    for name in (*UNUSED, *BUILD_PARTS):
        path = site / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _template_mistake(root: Path, error: TemplateError) -> str:
    """Return what Jinja says, after the file and line of ours where it stopped."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if root / "site_overrides" in path.parents:
            return f"{path.relative_to(root).as_posix()}:{frame.lineno}: {error.message}"
    return str(error)


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, since in strict mode that is why it stops."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _take(old: Path, new: Path, path: str) -> None:
    """Link a file of the last site into the new one; both stay whole, since files are replaced, never changed."""
    target = new / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    target.hardlink_to(old / path)


def _swap(out: Path, fresh: Path) -> None:
    site, last = out / "site", out / "site.old"
    shutil.rmtree(last, ignore_errors=True)
    if site.exists():
        site.rename(last)
    fresh.rename(site)
    shutil.rmtree(last, ignore_errors=True)
