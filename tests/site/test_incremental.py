"""A build takes what is unchanged from the last site: the result is a clean build's, and a failure changes nothing."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import memory
from generator.build import BuildError, site
from generator.pipeline import make
from generator.render import pages
from tests.conftest import PROJECT, equipped

INPUTS = ("content", "scenarios", "site_overrides", "mkdocs.yml")


def swap_in(root: Path, path: str, old: str, new: str) -> None:
    """Put `new` in the place of all that stands between `old` and the end of its line."""
    file = root / path
    before, found, after = file.read_text("utf-8").partition(old)
    assert found, f"{path} has no {old!r}"
    file.write_text(before + found + new + after[after.index("\n") :], "utf-8")


def edit_item(root: Path, word: str) -> None:
    swap_in(root, "content/programmas/cursus.yml", "summary:", f" Een cursus over {word}.")


def edit_term(root: Path, word: str) -> None:
    """Every page that explains the term in place changes with it."""
    swap_in(root, "content/begrippen/balie.yml", "summary:", f" Wat je merkt, en {word}.")


def add_item(root: Path, word: str) -> None:
    text = (root / "content" / "begrippen" / "balie.yml").read_text("utf-8")
    text = text.replace("title: signaal", f"title: {word}").replace("abbreviation: SGN\n", "")
    text = text.replace("synonyms: [aanwijzing]\n", "")
    (root / "content" / "begrippen" / f"{word}.yml").write_text(text, "utf-8")


def delete_item(root: Path, word: str) -> None:
    (root / "content" / "begrippen" / f"{word}.yml").unlink(missing_ok=True)


def rename_item(root: Path, word: str) -> None:
    """Its address changes, and with it every page that leads there."""
    for path in sorted((root / "content" / "bronnen").glob("wet*.yml")):
        path.rename(path.with_name(f"wet-{word}.yml"))
    for path in (root / "content").rglob("*.yml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(\{id: |bronnen/)wet\b(-\w+)?", rf"\1wet-{word}", text), "utf-8")


def edit_scene(root: Path, word: str) -> None:
    swap_in(root, "scenarios/training/scenario.yml", "title:", f" Oefening met {word}")


def edit_shell(root: Path, word: str) -> None:
    swap_in(root, "site_overrides/main.html", '<p class="bottom__small">', f"Over {word}.</p>")


def edit_asset(root: Path, word: str) -> None:
    (root / "site_overrides" / "assets" / f"{word}.css").write_text("p { margin: 0 }\n", "utf-8")


def delete_asset(root: Path, word: str) -> None:
    (root / "site_overrides" / "assets" / f"{word}.css").unlink(missing_ok=True)


def edit_style(root: Path, word: str) -> None:
    swap_in(root, "site_overrides/styles/items/10-buttons.css", ".button {", f" /* {word} */")


def edit_settings(root: Path, word: str) -> None:
    swap_in(root, "mkdocs.yml", "exit_url:", f" https://{word}.example/")


def start_anew(root: Path, word: str) -> None:
    """The next build is another program's, which knows what is on disk."""
    memory.forget()


def damage(root: Path, word: str) -> None:
    """What the last program kept on disk is no longer what it wrote."""
    cache = root / "build" / "cache"
    for path in (root / memory.FILE, *cache.glob("search-*.kept")):
        data = path.read_bytes()
        middle = len(data) // 2
        path.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
    for path in cache.glob("search-*.js"):
        path.unlink()
    memory.forget()


Edit = Callable[[Path, str], None]
EDITS: tuple[Edit, ...] = (
    edit_item,
    edit_term,
    add_item,
    delete_item,
    rename_item,
    edit_scene,
    edit_shell,
    edit_asset,
    delete_asset,
    edit_style,
    edit_settings,
    start_anew,
    damage,
)


def snapshot(folder: Path) -> dict[str, str]:
    """Return a hash of every file in `folder`, by path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def built(root: Path) -> dict[str, str]:
    """Return the snapshot of the site after a build that must go well."""
    assert make(root).problems == ()
    return snapshot(root / "build" / "site")


def clean_build(root: Path, folder: Path) -> dict[str, str]:
    """Return the snapshot of the site that a program which remembers nothing makes from the inputs of `root`."""
    folder.mkdir()
    for name in INPUTS:
        (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, folder / name)
    (folder / "node_modules").symlink_to((root / "node_modules").resolve())
    (folder / "build" / "cache").mkdir(parents=True)
    (folder / "build" / "cache" / "engine").symlink_to((root / "build" / "cache" / "engine").resolve())
    command = [sys.executable, "-c", "from generator.cli import app; app(['build'])"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return snapshot(folder / "build" / "site")


# Two words, so that a sequence also comes back to what was built before.
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.sampled_from(["appel", "peer"])), min_size=1, max_size=3))
@example([(rename_item, "appel"), (edit_item, "appel"), (rename_item, "peer")])
@example([(edit_term, "peer"), (damage, ""), (delete_item, "appel"), (add_item, "appel")])
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_equals_a_clean_build(edits: list[tuple[Edit, str]]) -> None:
    """After any sequence of edits, each built, the site is byte for byte what a first build makes of the same files."""
    with TemporaryDirectory() as folder:
        root = equipped(shutil.copytree(PROJECT, Path(folder) / "edited"))
        assert after(edits, root, new_program=False) == clean_build(root, Path(folder) / "clean")


@given(st.lists(st.tuples(st.sampled_from(EDITS), st.sampled_from(["appel", "peer"])), min_size=2, max_size=4))
@example([(add_item, "appel"), (edit_settings, "peer"), (rename_item, "appel"), (edit_scene, "peer")])
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_new_program_equals_a_clean_build(edits: list[tuple[Edit, str]]) -> None:
    """The same if each build is another program's, which has what the last one kept on disk."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "SHARE", 10**9)  # keep it after the smallest change
        root = equipped(shutil.copytree(PROJECT, Path(folder) / "edited"))
        assert after(edits, root, new_program=True) == clean_build(root, Path(folder) / "clean")


def after(edits: list[tuple[Edit, str]], root: Path, new_program: bool) -> dict[str, str]:
    """Return the snapshot of the site after each of the edits was built."""
    memory.forget()
    found = built(root)
    for edit, word in edits:
        if new_program:
            memory.forget()
        edit(root, word)
        found = built(root)
    return found


def test_a_new_program_makes_only_what_changed(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the pages that it need not make from the disk, and so also what they were made from."""
    memory.forget()
    built(small_project)
    memory.forget()
    edit_item(small_project, "iets anders")
    made: list[str] = []
    monkeypatch.setattr(
        pages,
        "_page",
        lambda library, words, entry, play, make=pages._page: (
            made.append(entry.ref) or make(library, words, entry, play)
        ),
    )
    built(small_project)
    assert "programmas/cursus" in made
    assert "bronnen/boek" not in made


def misname(root: Path) -> None:
    """An author's mistake: a Problem."""
    swap_in(root, "content/programmas/cursus.yml", "providers:", " [lokket]")


def break_template(root: Path) -> None:
    """A mistake in the shell: the template does not parse."""
    swap_in(root, "site_overrides/main.html", "<title>", "{% if %}")


def break_variable(root: Path) -> None:
    """A mistake in the shell: the template stops at a page."""
    swap_in(root, "site_overrides/main.html", "<title>", "{{ nothing.at.all }}")


def break_settings(root: Path) -> None:
    """A mistake in the settings: a theme that is not there."""
    swap_in(root, "mkdocs.yml", "  name:", " materiaal")


def break_script(root: Path) -> None:
    """A mistake in what Node runs: the script of the search index throws."""
    script = root / "site_overrides" / "build-search" / "index.mjs"
    script.write_text("throw new Error('broken');\n" + script.read_text("utf-8"), "utf-8")


def break_words(root: Path) -> None:
    """A mistake in what both Node and the browser run: it does not parse."""
    (root / "site_overrides" / "assets" / "search-words.js").write_text("class {", "utf-8")


def lose_settings(root: Path) -> None:
    """The settings are away, as while an editor or git replaces them."""
    (root / "mkdocs.yml").unlink()


def lose_parts(root: Path) -> None:
    """npm's parts are not installed."""
    (root / "node_modules").unlink()


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The snapshot that a first build of the small project makes once its course is edited."""
    root = equipped(shutil.copytree(PROJECT, tmp_path_factory.mktemp("mended") / "project"))
    edit_item(root, "nog iets")
    return built(root)


@pytest.mark.parametrize(
    "breaking",
    [misname, break_template, break_variable, break_settings, break_script, break_words, lose_parts, lose_settings],
)
def test_a_failed_build_changes_nothing(
    small_project: Path, tmp_path: Path, mended: dict[str, str], breaking: Callable[[Path], None]
) -> None:
    """Whatever stops a build, the last good site stays byte for byte, and the next good build is a right one."""
    before = built(small_project)
    good = shutil.copytree(small_project, tmp_path / "good", symlinks=True, ignore=shutil.ignore_patterns("build"))
    edit_item(small_project, "iets anders")
    breaking(small_project)
    with pytest.raises(BuildError):
        if make(small_project).problems:
            raise BuildError
    assert snapshot(small_project / "build" / "site") == before

    shutil.move(small_project / "build", good)
    edit_item(good, "nog iets")
    assert built(good) == mended


@pytest.mark.parametrize(
    ("breaking", "said"),
    [
        (break_template, r"site_overrides/main\.html:\d+: "),
        (break_variable, r"site_overrides/main\.html:\d+: 'nothing' is undefined"),
        (break_script, "broken"),
        (lose_parts, "run `npm ci`"),
        (lose_settings, "mkdocs.yml is not there; put it back"),
    ],
)
def test_a_failed_build_says_where(small_project: Path, breaking: Callable[[Path], None], said: str) -> None:
    """What stops a build is named by file and line, or by what to do."""
    breaking(small_project)
    with pytest.raises(BuildError, match=said):
        make(small_project)


@pytest.mark.parametrize("mistake", ["{% if %}", "{{ nothing.at.all }}"], ids=["does not parse", "stops at a page"])
def test_a_broken_template_of_items_says_where(
    small_project: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, mistake: str
) -> None:
    """`serve` builds at each save of a template: a half-written one is named, and the last good site stays."""
    before = built(small_project)
    templates = shutil.copytree(pages.TEMPLATES, small_project / "generator" / "templates")
    request.addfinalizer(pages._environment.cache_clear)
    monkeypatch.setattr(pages, "TEMPLATES", templates)
    pages._environment.cache_clear()
    with (templates / "programme.md.j2").open("a") as template:
        template.write(mistake)
    with pytest.raises(BuildError, match=r"^generator/templates/programme\.md\.j2:\d+: "):
        make(small_project)
    assert snapshot(small_project / "build" / "site") == before


def test_an_ended_build_is_not_trusted(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that was ended between placing the site and recording it leads to no stale page in the next one."""
    before = built(small_project)
    edit_item(small_project, "iets anders")

    def ended(place: Path, fresh: Path, gone: set[str], put: Callable[..., None] = site._put_in_place) -> None:
        put(place, fresh, gone)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(site, "_put_in_place", ended)
        with pytest.raises(KeyboardInterrupt):
            make(small_project)
    shutil.copy(PROJECT / "content" / "programmas" / "cursus.yml", small_project / "content" / "programmas")
    assert built(small_project) == before
