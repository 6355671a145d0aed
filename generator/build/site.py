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
from collections.abc import Callable, Iterator, Mapping, Sequence
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
    docs, site, sources, fresh = out / "docs", out / "site", out / "docs.new", out / "site.new"
    settings = _settings_hash(root)
    record = _read_record(out)
    in_site = set(files_in(site))
    maker = rendering.pages
    others: list[OutFile] = []

    def is_new(file: OutFile) -> bool:
        changed = record.files.get(file.path) != file.digest or (file.is_page and record.settings != settings)
        return changed or site_path(file.path) not in in_site

    def make_pages(some: Sequence[tuple[int, str]]) -> list[MadePage | None]:
        """Make pages that are not known, let MkDocs build all that are new, and return what was made."""
        made = [maker.make(ref) if maker.known(ref) is None else None for _, ref in some]
        files = (page.file if page else maker.known(ref) for page, (_, ref) in zip(made, some, strict=True))
        _page_sites(root, some[0][0] if some else 0, [file for file in files if file and is_new(file)], sources, fresh)
        return made

    work = [ref for ref in maker.refs if (known := maker.known(ref)) is None or is_new(known)]
    progress(f"pagina's maken ({len(work)} van {len(maker.refs)} nieuw)")
    for left in (fresh, sources):  # by a build that was ended
        shutil.rmtree(left, ignore_errors=True)
    made = in_halves(
        make_pages,
        list(enumerate(work)),
        first_do=lambda: others.extend((*rendering.others(), *asset_files(root))),
    )
    for ref, page in zip(work, made, strict=True):
        if page:
            maker.keep(ref, page)
    others.append(index())
    files = (*(file for ref in maker.refs if (file := maker.known(ref))), *others)
    digests = {file.path: file.digest for file in files}
    _write_docs(docs, sources, files, record)
    progress("nieuwe site neerzetten")
    # All is made: from here on files only change their place. Whoever is ended here leaves no record, and the next
    # build makes every page again.
    (out / "cache" / RECORD).unlink(missing_ok=True)
    _put_in_place(site, fresh, in_site - set(map(site_path, digests)))
    link_files(docs, site, (file.path for file in others if is_new(file)))
    (out / "cache" / RECORD).write_text(json.dumps({"settings": settings, "files": digests}))
    return site


def _page_sites(root: Path, number: int, files: Sequence[OutFile], sources: Path, fresh: Path) -> None:
    """Write pages in a folder in `sources`, and let MkDocs build these, with the shell, in one in `fresh`.

    Both are their own, by `number`, since MkDocs builds all that it finds, and two processes would wait for each
    other's files.
    """
    own = str(number)
    shutil.rmtree(sources / own, ignore_errors=True)  # of a copy that failed
    (sources / own).mkdir(parents=True)
    write_files(sources / own, files)
    build_pages(root, sources / own, fresh / own)


def _write_docs(docs: Path, sources: Path, files: Sequence[OutFile], record: _Record) -> None:
    """Make `docs` hold `files` and no others; `sources` has those that MkDocs built just now."""
    before = set(files_in(docs))
    for part in sorted(sources.iterdir()):
        move_tree(part, docs)
    sources.rmdir()
    write_files(docs, (file for file in files if record.files.get(file.path) != file.digest or file.path not in before))
    delete_files(docs, before - {file.path for file in files})


def site_path(docs_path: str) -> str:
    """Return where a file of `build/docs` ends up in the site."""
    if not docs_path.endswith(".md"):
        return docs_path
    return "index.html" if docs_path == "index.md" else f"{docs_path.removesuffix('.md')}/index.html"


def _put_in_place(site: Path, fresh: Path, gone: set[str]) -> None:
    """Move what was built to `site`; there, delete what is `gone`, unless it is new."""
    parts = sorted(fresh.iterdir())
    new = {path for part in parts for path in files_in(part)}
    for part in parts:
        move_tree(part, site)
    delete_files(site, gone - new)
    fresh.rmdir()


@dataclass(frozen=True)
class _Record:
    """What the last site was made of: the settings (see `_settings_hash`), and every file but those of the shell."""

    settings: str
    files: Mapping[str, str]  # digests by path


def _read_record(out: Path) -> _Record:
    """Return the record of the last site; one of nothing if there is none to read."""
    try:
        found = json.loads((out / "cache" / RECORD).read_text())
        return _Record(str(found["settings"]), dict(found["files"]))
    except (OSError, ValueError, LookupError, TypeError):
        return _Record("", {})


def _settings_hash(root: Path) -> str:
    """Return a hash of all that every page depends on, the site builder included."""
    digest = hashlib.sha256((root / "mkdocs.yml").read_bytes())
    digest.update(" ".join(version(name) for name in ("mkdocs", "mkdocs-material")).encode())
    for path in sorted(path for path in (root / "site_overrides").rglob("*") if path.is_file()):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
