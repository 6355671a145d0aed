"""The commands as an editor runs them: what they say, and what they return."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import app
from generator.models.kinds import BY_NAME
from generator.pipeline import read
from generator.problems import CODES
from generator.validate import LISTS as LIST_FILES
from tests.conftest import TEXTS

OK, PROBLEMS, USAGE = 0, 1, 2
LISTS = {Path(name).name for name in LIST_FILES}


@pytest.fixture
def baken(project: Path, monkeypatch: pytest.MonkeyPatch):
    """Run `baken` in the small project; return what it said."""
    monkeypatch.chdir(project)

    def run(*arguments: str, typed: str = "") -> Result:
        return CliRunner().invoke(app, list(arguments), input=typed)

    return run


def test_check_counts_what_is_good(baken, project: Path) -> None:
    """A good project is counted, and the exit code is 0."""
    files = [path for path in project.rglob("*.yml") if path.name not in ("mkdocs.yml", "plays.yml", *LISTS)]
    result = baken("check")
    assert result.exit_code == OK
    assert f"{len(files)} items" in result.output


def test_check_prints_path_line_and_remedy(baken, project: Path) -> None:
    """A mistake is one line that starts with path and line, and the exit code is 1."""
    path = project / "content" / "programmas" / "cursus.yml"
    path.write_text(path.read_text().replace("providers: [loket]", "providers: [lokket]"))
    result = baken("check")
    assert result.exit_code == PROBLEMS
    assert (
        "content/programmas/cursus.yml:12: no item `lokket` in `sociale-kaart/organisaties`; "
        "did you mean `loket`? [dangling-id]" in result.output
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("check",), OK, "Alles klopt"),
        (("explain", "dangling-id"), OK, "dangling-id"),
        (("explain", "dangling"), USAGE, "dangling-id"),
        (("nonsense",), USAGE, "nonsense"),
        (("--help",), OK, "serve"),
    ],
)
def test_the_program_says_all_and_how_it_ended(project: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    """It ends at once, but after its last word, also where that is read by another program."""
    program = str(Path(sys.executable).with_name("baken"))
    found = subprocess.run([program, *arguments], cwd=project, capture_output=True, encoding="utf-8", check=False)
    assert found.returncode == code
    assert said in found.stdout + found.stderr


def test_check_says_whether_numbers_were_looked_up(baken) -> None:
    """With the texts of the sources each number is looked up; without, the command says that it was not."""
    with_texts = baken("check", "--texts", str(TEXTS))
    assert with_texts.exit_code == OK and "Elk getal is nageslagen" in with_texts.output
    assert "niet nageslagen" in baken("check").output


def test_check_finds_a_number_that_is_not_in_the_texts(baken, project: Path) -> None:
    """A changed term is found with the texts, and only then."""
    path = project / "content" / "protocollen" / "stappen.yml"
    path.write_text(path.read_text().replace("5 dagen", "6 dagen"))
    assert baken("check").exit_code == OK
    result = baken("check", "--texts", str(TEXTS))
    assert result.exit_code == PROBLEMS
    assert "`6` does not stand in the lines that are cited" in result.output


def test_check_without_readable_texts(baken, tmp_path: Path) -> None:
    """A folder that holds no texts is wrong usage, not an error in the content."""
    result = baken("check", "--texts", str(tmp_path / "nergens"))
    assert result.exit_code == USAGE
    assert "niet te lezen" in result.output


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("boek.txt", b"caf\xe9\n", "boek.txt is geen UTF-8", id="a text that is not UTF-8"),
        pytest.param(
            "systems.tsv", b"source\trow\tname\n9\t1\tcaf\xe9\n", "systems.tsv is geen UTF-8", id="nor a table"
        ),
        pytest.param("systems.tsv", b"source\tname\n", "systems.tsv mist de kolom row", id="a column that is missing"),
        pytest.param("systems.tsv", b"", "systems.tsv mist de kolom source", id="an empty table"),
        pytest.param(
            "systems.tsv", b"source\trow\tname\n\n9\t1\n", "systems.tsv, regel 3", id="a line that is too short"
        ),
    ],
)
def test_check_with_texts_that_are_odd(baken, tmp_path: Path, name: str, data: bytes, said: str) -> None:
    """A file that cannot be what it should be is named, as wrong usage."""
    folder = shutil.copytree(TEXTS, tmp_path / "teksten")
    (folder / name).write_bytes(data)
    result = baken("check", "--texts", str(folder))
    assert result.exit_code == USAGE
    assert said in result.output


def test_check_with_texts_in_a_folder_that_looks_like_markup(baken, tmp_path: Path) -> None:
    """A byte order mark changes nothing, and neither does the name of the folder."""
    folder = shutil.copytree(TEXTS, tmp_path / "[x]" / "[" / "b]")
    table = folder / "systems.tsv"
    table.write_bytes(b"\xef\xbb\xbf" + table.read_bytes())
    result = baken("check", "--texts", str(folder))
    assert result.exit_code == OK
    assert str(folder) in result.output


def test_report_prints_each_list(baken) -> None:
    """An editor sees every list, with how long it is."""
    result = baken("report")
    assert result.exit_code == OK
    for title in ("Nog te controleren: 3", "Toe aan herlezen", "Zonder bron", "Door niemand genoemd", "B1"):
        assert title in result.output


def test_commands_work_from_a_folder_inside_the_project(baken, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor need not be in the root."""
    monkeypatch.chdir(project / "content" / "protocollen")
    assert baken("check").exit_code == OK


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["chekc"], id="no such command"),
        pytest.param(["new", "protocl", "x"], id="no such kind"),
        pytest.param(["new", "protocol", "Hoofdletter"], id="an id that cannot be"),
        pytest.param(["new", "protocol", "stappen"], id="an item that is there already"),
        pytest.param(["new", "protocol", "../weg"], id="an id that leaves the folder"),
        pytest.param(["new", "protocol", "map/stappen"], id="an item in a folder that no kind has"),
        pytest.param(["new", "[/b]", "x"], id="a kind that looks like markup"),
        pytest.param(["explain", "dangling"], id="no such code"),
        pytest.param(["explain", "[/b]"], id="a code that looks like markup"),
        pytest.param(["play", "spel"], id="no such scenario"),
        pytest.param(["play", "[/b]"], id="a scenario that looks like markup"),
        pytest.param(["serve", "--port", "70000"], id="no such port"),
    ],
)
def test_wrong_usage(baken, arguments: list[str]) -> None:
    """Wrong usage is exit code 2, whatever the project holds."""
    assert baken(*arguments).exit_code == USAGE


def test_outside_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a project every command says so, with exit code 2."""
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["check"]).exit_code == USAGE


@pytest.mark.parametrize("kind", BY_NAME)
def test_new_makes_a_file_whose_gaps_check_names(baken, project: Path, kind: str) -> None:
    """A new item has every required key; all that `check` still finds is in it, and says what to fill in."""
    assert baken("new", kind, "nieuw").exit_code == OK
    found = read(project).problems
    assert found
    assert {problem.path for problem in found} <= {
        f"content/{BY_NAME[kind].folder}/nieuw.yml",
        "scenarios/nieuw/scenario.yml",
        "scenarios/nieuw/plays.yml",
    }
    assert not {problem.code for problem in found} & {"missing-key", "unknown-key", "yaml-syntax", "wrong-type"}


def test_explain_without_its_page(baken) -> None:
    """Where an editor lost the page of a code, the code still says what it is."""
    result = baken("explain", "dangling-id")
    assert result.exit_code == OK
    assert CODES["dangling-id"] in result.output


def test_play_to_an_ending(baken) -> None:
    """A scenario can be played in the terminal: choose, step back, be told what is wrong, end."""
    result = baken("play", "training", typed="9\n²\n1\nt\n1\n1\n")
    assert result.exit_code == OK
    assert result.output.count("Er staat iemand voor je.") == 4
    assert "De persoon is geholpen." in result.output


def test_play_can_be_stopped(baken) -> None:
    """The end of the input, or `s`, stops a play without an error."""
    assert baken("play", "kaarten", typed="1\ns\n").exit_code == OK
    assert baken("play", "kaarten", typed="1\n").exit_code == OK


def test_a_path_that_a_proof_names_can_be_played(baken, project: Path) -> None:
    """A failed proof does not keep an author from playing the scenario; an unknown scene does."""
    path = project / "scenarios" / "training" / "scenario.yml"
    path.write_text(path.read_text().replace("result: safe", "result: open"))
    assert "good-path-not-safe" in baken("check").output
    assert baken("play", "training", typed="1\n1\n").exit_code == OK
    path.write_text(path.read_text().replace("then: daarna", "then: darna"))
    assert baken("play", "training").exit_code == PROBLEMS
