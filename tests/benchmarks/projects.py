"""Projects to measure: the real one, or one of as many made-up items as asked for, in a folder of their own."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

import yaml

from generator.build.engine import cached_zips
from generator.models.kinds import BY_NAME
from tests.benchmarks.synthetic import write_items

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "project"
CACHE = ROOT / "build" / "cache"


def real_project(folder: Path) -> Path:
    """Return a copy of the real project, without its build."""
    for name in ("content", "scenarios"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return _equipped(folder)


def synthetic_project(folder: Path, items: int) -> Path:
    """Return a project of `items` made-up items beside the small one of the tests, with the real shell and menu."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    write_items(folder, items)
    for kind in BY_NAME.values():
        if kind.name != "page":
            _write_index(folder, kind.folder, kind.label)
    real, small = (yaml.safe_load((root / "mkdocs.yml").read_text("utf-8")) for root in (ROOT, SMALL))
    for part in ("emergency", "footer"):
        real["extra"][part] = small["extra"][part]
    folders = {kind.folder for kind in BY_NAME.values()}
    real["extra"]["menu"] = [entry for entry in real["extra"]["menu"] if entry["section"] in folders]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(real, allow_unicode=True, sort_keys=False), "utf-8")
    return _equipped(folder)


def forget_build(project: Path) -> None:
    """Make the next build of `project` a clean one. The engine's zips stay: they depend on no content."""
    build = project / "build"
    set_aside(project, build / "docs", build / "site", *filter(Path.is_file, (build / "cache").iterdir()))


def set_aside(project: Path, *paths: Path) -> None:
    """Take files and folders out of `project`, and leave it to whoever made the folder beside it to delete them.

    On ext4 without a journal, making a file takes up to ten times as long for minutes after many were deleted.
    """
    aside = Path(mkdtemp(prefix="aside-", dir=project.parent))
    for path in filter(Path.exists, paths):
        path.rename(aside / path.name)


def _write_index(folder: Path, path: str, title: str) -> None:
    """Write the page that lists the items of a kind, if the small project has none."""
    page = folder / "content" / "pages" / f"{path}.yml"
    if not page.exists():
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(
            f"title: {title}\nsummary: Alles van deze soort.\naudience: [iedereen]\n"
            f'reviewed: "2026-11-21"\nreview_months: 12\nlists: {path}\n',
            "utf-8",
        )


def _equipped(folder: Path) -> Path:
    """Give `folder` the shell, the npm parts and the engine's zips, made now if they are not in the cache."""
    shutil.copytree(ROOT / "site_overrides", folder / "site_overrides")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    cached_zips(ROOT / "node_modules" / "pyodide", CACHE)
    (folder / "build" / "cache").mkdir(parents=True)
    (folder / "build" / "cache" / "engine").symlink_to(CACHE / "engine")
    return folder
