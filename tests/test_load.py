"""Reading YAML: data is what the author meant, and every key knows where it stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.load import Mark, load, load_bytes
from generator.pipeline import read

DOCUMENT = b"""\
title: Ja
steps:
  eerste: {role: ouder, after: [a, b]}
lines: [1, 20]
plus: +1
half: 0.5
ja: "NO"
leeg:
waar: true
"""


def test_values_keep_the_type_that_they_look_like() -> None:
    """Text stays text, numbers are numbers, only true and false are booleans, and a list is frozen."""
    document, problems = load_bytes("content/x.yml", DOCUMENT)
    assert problems == ()
    assert document is not None
    assert document.data == {
        "title": "Ja",
        "steps": {"eerste": {"role": "ouder", "after": ("a", "b")}},
        "lines": (1, 20),
        "plus": 1,
        "half": 0.5,
        "ja": "NO",
        "leeg": None,
        "waar": True,
    }


@pytest.mark.parametrize(
    ("where", "mark"),
    [
        pytest.param(("title",), Mark(1, 1), id="a key"),
        pytest.param(("steps", "eerste"), Mark(3, 3), id="a nested key"),
        pytest.param(("steps", "eerste", "after"), Mark(3, 25), id="a key in a flow mapping"),
        pytest.param(("steps", "eerste", "after", 1), Mark(3, 36), id="an entry of a list"),
    ],
)
def test_every_key_has_its_place(where: tuple[str | int, ...], mark: Mark) -> None:
    """Line and column of every key and list entry are exact."""
    document, _ = load_bytes("content/x.yml", DOCUMENT)
    assert document is not None
    assert document.marks[where] == mark


def test_a_problem_points_at_the_deepest_key_that_is_there() -> None:
    """A missing key is reported at the mapping that lacks it."""
    document, _ = load_bytes("content/x.yml", DOCUMENT)
    assert document is not None
    assert document.problem(("steps", "eerste", "title"), "", "missing-key").line == 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("a: NO", "yaml-boolean", id="Norway"),
        pytest.param("a: off", "yaml-boolean", id="a switch"),
        pytest.param("on: a", "yaml-boolean", id="a switch as a key"),
        pytest.param("a: 1:30", "yaml-time", id="half past one"),
        pytest.param("a: 010", "yaml-octal", id="area code"),
        pytest.param("a: 0x1f", "yaml-number", id="hexadecimal"),
        pytest.param("a: 1_000", "yaml-number", id="underscore"),
        pytest.param("a: " + "9" * 5000, "yaml-number", id="more digits than Python reads"),
        pytest.param("a: 2026-11-21", "yaml-date", id="date"),
        pytest.param("a: !!python/name:os.system", "yaml-tag", id="a tag that would run code"),
        pytest.param("a: !!str {b: c}", "yaml-tag", id="a tag that lies"),
        pytest.param("a: &x [*x]", "yaml-alias", id="an alias to itself"),
        pytest.param("a: *x", "yaml-alias", id="an alias to nothing"),
        pytest.param("<<: {a: 1}", "yaml-alias", id="merge"),
        pytest.param("a: " + "[" * 200 + "]" * 200, "too-deep", id="two hundred lists"),
        pytest.param("a: " + "[" * 100_000, "too-deep", id="a hundred thousand brackets"),
        pytest.param("- " * 100_000 + "a", "too-deep", id="a hundred thousand dashes"),
        pytest.param("".join(f"{' ' * n}a:\n" for n in range(2000)), "too-deep", id="two thousand indents"),
        pytest.param("a: 1\n---\nb: 2", "yaml-syntax", id="two documents"),
        pytest.param("a: \x00", "yaml-syntax", id="a null character"),
        pytest.param("2020: a", "key-not-text", id="a year as a key"),
        pytest.param("? [a]\n: b", "key-not-text", id="a list as a key"),
        pytest.param("a:\n\t- b", "yaml-tab", id="tab"),
    ],
)
def test_what_yaml_would_twist_is_a_problem(text: str, code: str) -> None:
    """What YAML would change in silence, or choke on, is one Problem with its own code."""
    document, problems = load_bytes("content/x.yml", text.encode())
    assert document is None
    assert [problem.code for problem in problems] == [code]
    assert problems[0].line <= text.count("\n") + 1


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    """A link to nothing, or a file without rights, is told instead of passed over."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "weg.yml").symlink_to(tmp_path / "nergens.yml")
    _, (problem,) = load(tmp_path)
    assert (problem.path, problem.code) == ("content/weg.yml", "stray-file")


def test_a_name_that_cannot_be_printed_is_a_problem(project: Path) -> None:
    """A file name that is not UTF-8 is told in a form that a terminal can show."""
    (project / "content" / "protocollen" / os.fsdecode(b"caf\xe9.yml")).write_bytes(DOCUMENT)
    (problem,) = read(project).problems
    assert problem.code == "bad-file-name"
    assert str(problem).encode().startswith(b"content/protocollen/caf?.yml:1:")
