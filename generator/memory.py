"""What follows from unchanged files is worked out once, for the next build and, in a file, the next program.

What must be true: a `remembered` function gives what follows from its arguments, from our code and from LIBRARIES, and
from nothing else. An argument is plain data, or an object that is itself remembered, such as the Document of a file; so
all goes into one file, in which two that were the same object still are.

The file (`build/cache/memory`) starts with a hash of our code, of Python and of the libraries, and of its own rest. One
that is cut short, damaged, of another version or not there is as good as none: what it lacks is worked out. It holds
Python objects (pickle), so whoever can write in `build/cache` can run code here, as who can write in `generator` can.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Hashable, Mapping
from functools import cache, update_wrapper
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, Generic, ParamSpec, Protocol, TypeVar

FILE = "build/cache/memory"
LIBRARIES = ("pydantic", "pydantic_core", "pyyaml", "markdown-it-py", "jinja2", "markupsafe")
CODE = Path(__file__).parents[1]
PACKAGES = ("generator", "game_engine")
SHARE = 20  # the file is written anew once a part in so many of what it holds has changed

P = ParamSpec("P")
Value = TypeVar("Value")


class Memory(Protocol):
    """A part of what is remembered."""

    made: int  # how much was worked out since the file was read or written

    def state(self) -> Any:
        """Return what the file keeps: all that the last build used, and no more."""

    def restore(self, state: Any) -> None:
        """Take in what the file kept; none of it, if that is empty."""

    def __len__(self) -> int:
        """Return how much is remembered."""


_parts: dict[str, Memory] = {}


def keep(name: str, part: Memory) -> None:
    """Make `part` belong to what is remembered, under a name that is its own."""
    _parts[name] = part


class Remembered(Generic[P, Value]):
    """A function that remembers what it returned, until a build goes well that did not ask for it."""

    def __init__(self, work: Callable[P, Value]) -> None:
        update_wrapper(self, work)
        self.work = work
        self.made = 0
        self._before: dict[Hashable, Value] = {}
        self._used: dict[Hashable, Value] = {}
        keep(f"{work.__module__}.{work.__qualname__}", self)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Value:
        key = _key(args, kwargs)
        if key in self._used:
            return self._used[key]
        if key in self._before:
            value = self._before[key]
        else:
            value = self.work(*args, **kwargs)
            self.made += 1
        self._used[key] = value
        return value

    def knows(self, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Return whether nothing has to be worked out for these arguments."""
        key = _key(args, kwargs)
        return key in self._used or key in self._before

    def state(self) -> dict[Hashable, Value]:
        self._before, self._used = self._used, {}
        return self._before

    def restore(self, state: dict[Hashable, Value]) -> None:
        self._before, self._used = state, {}

    def __len__(self) -> int:
        return len(self._before.keys() | self._used.keys())


remembered = Remembered


def _key(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Hashable:
    return (args, *sorted(kwargs.items())) if kwargs else args


def recall(root: Path) -> None:
    """Take in what an earlier program kept of the project in `root`, if this one remembers nothing yet."""
    _fingerprint()  # of the code that runs, before someone saves other code
    if any(map(len, _parts.values())):
        return
    try:
        data = memoryview((root / FILE).read_bytes())
    except OSError:
        return
    stamp, rest = data[:32], data[32:]
    if stamp == _stamp(rest):
        for name, state in pickle.loads(rest).items():
            if name in _parts:  # a part whose module this program has no need of is lost, and made again
                _parts[name].restore(state)


def retain(root: Path) -> None:
    """Forget what the build that just went well did not use, and keep the rest if much of it is new to the file."""
    states = {name: part.state() for name, part in _parts.items()}
    if SHARE * sum(part.made for part in _parts.values()) < sum(map(len, _parts.values())):
        return
    data = pickle.dumps(states, pickle.HIGHEST_PROTOCOL)
    path = root / FILE
    making = path.with_name(f"{path.name}.new")
    with making.open("wb") as file:
        file.write(_stamp(data))
        file.write(data)
    making.replace(path)
    for part in _parts.values():
        part.made = 0


def forget() -> None:
    """Remember nothing, like a program that starts."""
    for part in _parts.values():
        part.restore({})
        part.made = 0


def _stamp(data: bytes | memoryview) -> bytes:
    digest = sha256(_fingerprint())
    digest.update(data)
    return digest.digest()


@cache
def _fingerprint() -> bytes:
    """Return a hash of all but the arguments that a remembered value follows from."""
    digest = sha256(sys.version.encode())
    digest.update(" ".join(version(name) for name in LIBRARIES).encode())
    for package in PACKAGES:
        for path in sorted((CODE / package).rglob("*.py")):
            data = path.read_bytes()
            digest.update(f"{path.relative_to(CODE)}\0{len(data)}\0".encode() + data)
    return digest.digest()
