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
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from importlib.metadata import version
from pathlib import Path

from jinja2 import TemplateError

from generator.build.assets import STYLES, asset_files, index_beside, npm_parts_are_there
from generator.build.engine import NpmPartsMissingError
from generator.build.node import NodeMissingError, NodeScriptError
from generator.build.pages import BuildError, build_pages, template_mistake
from generator.build.tree import delete_files, link_files, move_tree, write_files
from generator.folders import files_in
from generator.outfile import OutFile
from generator.processes import in_halves
from generator.render import Rendering
from generator.render.pages import PageMaker
from generator.render.reuse import MadePage

Progress = Callable[[str], None]

RECORD = "site.json"
# Without these MkDocs would build pages that are not ours, or without search, and not complain.
SHELL = (
    *("main.html", "404.html", "weg.html", "build-search", "assets/search-words.js"),
    *(f"styles/{folder}" for folder in STYLES.values()),
)


def build(
    root: Path,
    documents: OutFile,
    rendering: Callable[[], Rendering],
    progress: Progress = lambda step: None,
) -> Path:
    """Return the folder of the built site, `build/site`.

    `documents` are what search knows, of which Node makes the index while we make the pages of the `rendering`.
    Raises BuildError when a part fails; `build/site` is then what it was. Waits while another process builds.
    """
    out = root / "build"
    (out / "cache").mkdir(parents=True, exist_ok=True)
    for name in SHELL:
        if not (root / "site_overrides" / name).exists():
            raise BuildError(f"site_overrides/{name} is not there; put it back")
    with _alone(out):
        try:
            npm_parts_are_there(root)
            with index_beside(root, documents) as index:
                return _build(root, out, rendering(), index, progress)
        except (NodeMissingError, NodeScriptError, NpmPartsMissingError) as error:
            raise BuildError(str(error)) from error
        except TemplateError as error:  # of an item's template, which `serve` builds at every save
            raise BuildError(template_mistake(root, error)) from error


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold off every other build, such as that of a `baken serve` beside this one; a process that ends lets go."""
    with (out / "cache" / "lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


def _build(root: Path, out: Path, rendering: Rendering, index: Callable[[], OutFile], progress: Progress) -> Path:
    """Build, as the only one who does so in `out`."""
    settings = _settings_hash(root)
    last = _last_site(out, settings)
    for left in ("docs.new", "site.new"):  # by a build that was ended
        shutil.rmtree(out / left, ignore_errors=True)
    others: list[OutFile] = []
    pages = _make_pages(
        root, rendering.pages, last, progress, lambda: others.extend((*rendering.others(), *asset_files(root)))
    )
    files = (*pages, *others, index())
    _write_docs(out, files, last)
    progress("nieuwe site neerzetten")
    # All is made: from here on files only change their place. Whoever is ended here leaves no record, and the next
    # build makes every page again.
    (out / "cache" / RECORD).unlink(missing_ok=True)
    _put_in_place(out / "site", out / "site.new", last.files - {site_path(file.path) for file in files})
    link_files(out / "docs", out / "site", (file.path for file in files if not file.is_page and last.lacks(file)))
    record = {"settings": settings, "files": {file.path: file.digest for file in files}}
    (out / "cache" / RECORD).write_text(json.dumps(record))
    return out / "site"


@dataclass(frozen=True)
class _LastSite:
    """What the last build left: the digest of each file that it was given, and the files that are in the site."""

    digests: Mapping[str, str]
    files: frozenset[str]
    same_settings: bool

    def lacks(self, file: OutFile) -> bool:
        """Return whether what `file` gives is not in the site."""
        same = self.digests.get(file.path) == file.digest and (self.same_settings or not file.is_page)
        return not same or site_path(file.path) not in self.files


def _last_site(out: Path, settings: str) -> _LastSite:
    """Return what is known of the last site; without a record that can be read only what files it has."""
    files = frozenset(files_in(out / "site"))
    try:
        found = json.loads((out / "cache" / RECORD).read_text())
        return _LastSite(dict(found["files"]), files, found["settings"] == settings)
    except (OSError, ValueError, LookupError, TypeError):
        return _LastSite({}, files, same_settings=False)


def _make_pages(
    root: Path, maker: PageMaker, last: _LastSite, progress: Progress, first_do: Callable[[], object]
) -> Sequence[OutFile]:
    """Return every page, made if it is not known, and built by MkDocs if the last site lacks it."""

    def make(some: Sequence[tuple[int, str]]) -> list[MadePage | None]:
        made = [maker.make(ref) if maker.known(ref) is None else None for _, ref in some]
        files = [page.file if page else maker.known(ref) for page, (_, ref) in zip(made, some, strict=True)]
        new = [file for file in files if file and last.lacks(file)]
        _page_sites(root, some[0][0] if some else 0, new)
        return made

    work = [ref for ref in maker.refs if (known := maker.known(ref)) is None or last.lacks(known)]
    progress(f"pagina's maken ({len(work)} van {len(maker.refs)} nieuw)")
    for ref, page in zip(work, in_halves(make, list(enumerate(work)), first_do), strict=True):
        if page:
            maker.keep(ref, page)
    return [file for ref in maker.refs if (file := maker.known(ref))]


def _page_sites(root: Path, number: int, files: Sequence[OutFile]) -> None:
    """Write pages in a folder in `build/docs.new`, and let MkDocs build these, with the shell, in one in `site.new`.

    Both are their own, by `number`, since MkDocs builds all that it finds, and two processes would wait for each
    other's files.
    """
    sources, fresh = root / "build" / "docs.new" / str(number), root / "build" / "site.new" / str(number)
    shutil.rmtree(sources, ignore_errors=True)  # of a copy that failed
    sources.mkdir(parents=True)
    write_files(sources, files)
    build_pages(root, sources, fresh)


def _write_docs(out: Path, files: Sequence[OutFile], last: _LastSite) -> None:
    """Make `docs` hold `files` and no others; `docs.new` has those that MkDocs built just now."""
    docs, sources = out / "docs", out / "docs.new"
    before = set(files_in(docs))
    for part in sorted(sources.iterdir()):
        move_tree(part, docs)
    sources.rmdir()
    write_files(docs, (file for file in files if last.digests.get(file.path) != file.digest or file.path not in before))
    delete_files(docs, before - {file.path for file in files})


def site_path(docs_path: str) -> str:
    """Return where a file of `build/docs` ends up in the site."""
    if not docs_path.endswith(".md"):
        return docs_path
    return "index.html" if docs_path == "index.md" else f"{docs_path.removesuffix('.md')}/index.html"


def _put_in_place(site: Path, fresh: Path, gone: Set[str]) -> None:
    """Move what was built to `site`; there, delete what is `gone`, unless it is new."""
    parts = sorted(fresh.iterdir())
    new = {path for part in parts for path in files_in(part)}
    for part in parts:
        move_tree(part, site)
    delete_files(site, gone - new)
    fresh.rmdir()


def _settings_hash(root: Path) -> str:
    """Return a hash of all that every page depends on, the site builder included."""
    digest = hashlib.sha256((root / "mkdocs.yml").read_bytes())
    digest.update(" ".join(version(name) for name in ("mkdocs", "mkdocs-material")).encode())
    for path in sorted(path for path in (root / "site_overrides").rglob("*") if path.is_file()):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
