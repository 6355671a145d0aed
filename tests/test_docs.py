"""The documentation is true: every command, kind, field, code and dependency is in it, and what it names is there."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from generator.annotations import keys_of
from generator.cli import app
from generator.models.kinds import BY_NAME, GAME_KINDS, KINDS
from generator.problems import CODES
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text()
GUIDE = ROOT / "content" / "pages" / "redactie"
COMMANDS = sorted(command.callback.__name__ for command in app.registered_commands if command.callback)
DOCUMENTS = [
    README,
    *((ROOT / name).read_text() for name in ("CONTRIBUTING.md", "docs/architecture.md", "docs/decisions.md")),
]


def guide() -> str:
    """Return the text of the whole editors' guide."""
    return "\n".join(path.read_text() for path in [*GUIDE.rglob("*.yml"), GUIDE.with_suffix(".yml")])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    """A command that nobody can find is not there."""
    assert f"| `baken {command}" in README


def test_the_readme_names_no_other_commands() -> None:
    """A command that is gone is gone from the README too."""
    assert set(re.findall(r"baken ([a-z]+)", README)) <= {*COMMANDS}


@pytest.mark.parametrize("kind", BY_NAME)
def test_every_kind_is_in_the_editors_guide(kind: str) -> None:
    """An editor finds every kind under the name that `baken new` takes."""
    assert f"`{kind}`" in guide()


@pytest.mark.parametrize("kind", [*KINDS, *GAME_KINDS], ids=lambda kind: kind.name)
def test_every_field_is_in_the_editors_guide(kind: object) -> None:
    """An editor finds every key of every kind."""
    text = guide()
    missing = [key for key in keys_of(kind.model) if f"`{key}`" not in text]  # type: ignore[attr-defined]
    assert [key for key in missing if key != "id"] == []


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_linked_from_the_list_of_codes(code: str) -> None:
    """The list of codes leads to the page of each."""
    assert f"(redactie/fouten/{code})" in (GUIDE / "fouten.yml").read_text()


def test_every_dependency_has_its_reason() -> None:
    """docs/decisions.md says of each dependency what it does for us."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"].values()
    decisions = (ROOT / "docs" / "decisions.md").read_text()
    for requirement in [*project["dependencies"], *(line for extra in extras for line in extra)]:
        name = re.match(r"[\w.-]+", requirement)
        assert name
        assert name[0].lower() in decisions.lower(), f"{name[0]} has no line in docs/decisions.md"


def test_every_npm_part_has_its_reason() -> None:
    """The same for what comes from npm, which is pinned exactly."""
    import json

    package = json.loads((ROOT / "package.json").read_text())
    decisions = (ROOT / "docs" / "decisions.md").read_text()
    for name, version in {**package["dependencies"], **package["devDependencies"]}.items():
        assert name in decisions
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), f"{name} is not pinned"


def test_paths_in_the_docs_exist() -> None:
    """A file or folder of ours that the docs name is there."""
    tracked = ("content/", "scenarios/", "generator/", "game_engine/", "site_overrides/", "tests/", "docs/")
    for text in DOCUMENTS:
        for named in re.findall(r"`([\w./-]+)`", text):
            if named.startswith(tracked):
                assert (ROOT / named).exists(), named


def test_make_targets_in_the_docs_exist() -> None:
    """Each `make` command of the docs is a target."""
    makefile = (ROOT / "Makefile").read_text()
    for text in DOCUMENTS:
        for line in re.findall(r"^make [a-z]+|`make [a-z]+`", text, re.M):
            target = shlex.split(line.strip("`"))[1]
            assert re.search(rf"^{target}:", makefile, re.M), target


def test_no_host_or_machine_path_in_the_lock_file() -> None:
    """The lock file works from any registry: it names none."""
    text = (ROOT / "package-lock.json").read_text()
    assert "resolved" not in text
    assert "://" not in text


def test_the_picture_in_the_readme_is_there() -> None:
    """The README shows the site."""
    for picture in re.findall(r"!\[.*?\]\((.*?)\)", README):
        assert Path(ROOT / picture).is_file()
