"""What a build takes from the last one is whole, and from the same site builder."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen, TimeoutExpired, run

import pytest

from generator.build import BuildError, site
from generator.build.assets import STYLES, joined, search_index
from generator.build.tree import write_files
from generator.outfile import OutFile
from generator.pipeline import make

BUILD = "from generator.cli import app; app(['build'])"
PAGE = Path("build/site/protocollen/stappen/index.html")


def test_a_file_that_is_gone_from_the_last_site_is_built_again(small_project: Path) -> None:
    """Someone who deletes a page from build/site gets it back; the record of the last build is not believed."""
    make(small_project)
    first = (small_project / PAGE).read_bytes()
    (small_project / PAGE).unlink()
    make(small_project)
    assert (small_project / PAGE).read_bytes() == first


def test_another_version_of_the_site_builder_builds_every_page(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade of MkDocs no page of the old version stays."""
    make(small_project)
    old = (small_project / PAGE).stat().st_ino
    make(small_project)
    assert (small_project / PAGE).stat().st_ino == old  # that of the last site
    monkeypatch.setattr(site, "version", lambda name: "999")
    make(small_project)
    assert (small_project / PAGE).stat().st_ino != old


def test_mkdocs_alone_makes_the_same_site(small_project: Path, tmp_path: Path) -> None:
    """Whoever runs `mkdocs build` on the same `mkdocs.yml` gets every file of the site, and of Material some more."""
    make(small_project)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    run(command, cwd=small_project, check=True, capture_output=True)
    built = small_project / "build" / "site"
    for path in (path.relative_to(built) for path in built.rglob("*") if path.is_file()):
        assert (tmp_path / "site" / path).read_bytes() == (built / path).read_bytes(), path


def test_a_changed_file_is_not_changed_in_place(small_project: Path) -> None:
    """The site shares files with `build/docs`: what one of them gets anew, the other keeps as it was."""
    make(small_project)
    data = small_project / "build" / "docs" / "play" / "training.json"
    same = small_project / "build" / "site" / "play" / "training.json"
    assert same.stat().st_ino == data.stat().st_ino
    write_files(small_project / "build" / "docs", (OutFile.text("play/training.json", "{}"),))
    assert data.read_text("utf-8") == "{}" != same.read_text("utf-8")


def test_without_its_shell_the_site_is_not_built(small_project: Path) -> None:
    """MkDocs would take Material's own page for a missing main.html, and say nothing."""
    (small_project / "site_overrides" / "main.html").unlink()
    with pytest.raises(BuildError, match=r"main\.html is not there"):
        make(small_project)


def test_a_style_sheet_is_its_parts_in_order(tmp_path: Path) -> None:
    """The name decides, since a later rule wins; a comment tells where each part comes from."""
    folder = tmp_path / "items"
    folder.mkdir()
    (folder / "20-card.css").write_text("b {}\n", "utf-8")
    (folder / "10-text.css").write_text("a {}\n", "utf-8")
    (folder / "notes.txt").write_text("not a style", "utf-8")
    assert joined(folder) == b"/* items/10-text.css */\na {}\n\n/* items/20-card.css */\nb {}\n"


def test_the_site_has_the_joined_style_sheets_only(small_project: Path) -> None:
    """Every folder of parts is a style sheet of the site, and follows its parts; the parts stay behind."""
    part = small_project / "site_overrides" / "styles" / "shell" / "10-page.css"
    make(small_project)
    part.write_text("i {}\n" + part.read_text("utf-8"), "utf-8")
    make(small_project)
    built = small_project / "build" / "site"
    assert not (built / "styles").exists()
    assert {path.name for path in (small_project / "site_overrides" / "styles").iterdir()} == {*STYLES.values()}
    for sheet, folder in STYLES.items():
        assert (built / sheet).read_bytes() == joined(small_project / "site_overrides" / "styles" / folder)
    assert (built / "assets" / "baken.css").read_text("utf-8").startswith("/* shell/10-page.css */\ni {}\n")


def test_without_the_parts_of_a_style_sheet_the_site_is_not_built(small_project: Path) -> None:
    """A style sheet of nothing would leave every page bare, and say nothing."""
    shutil.rmtree(small_project / "site_overrides" / "styles" / "items")
    with pytest.raises(BuildError, match="styles/items is not there"):
        make(small_project)


def test_a_build_waits_for_another(small_project: Path) -> None:
    """Who builds beside a running `serve` waits until it is done; neither finds the other's half-made files."""
    make(small_project)
    with site._alone(small_project / "build"):
        build = Popen([sys.executable, "-c", BUILD], cwd=small_project)
        with pytest.raises(TimeoutExpired):
            build.wait(timeout=5)
    assert build.wait() == 0


def test_a_build_that_is_ended_leaves_no_half_index(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index is put in the cache whole: a build that is ended while writing it makes it anew."""
    documents = OutFile("search/documents.jsonl", b"")

    def ended(self: Path, data: bytes, write: Callable[[Path, bytes], int] = Path.write_bytes) -> int:
        write(self, data[:10])
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Path, "write_bytes", ended)
        search_index(small_project, documents)
    assert search_index(small_project, documents).data.endswith(b'";\n')
