"""Path -> Document | Problem: reads YAML with libyaml, and refuses what YAML would silently change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.folders import files_in, read_file
from generator.memory import remembered
from generator.problems import Problem

KeyPath: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 30
SAFE_DEPTH = 500  # levels; libyaml's composer crashes at some ten thousands
MAX_DIGITS = 15
TAG = "tag:yaml.org,2002:"
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+")
NULLS = {"", "~", "null", "Null", "NULL"}
BOOLEANS = {"true": True, "True": True, "false": False, "False": False}


@dataclass(frozen=True)
class Mark:
    """Where something stands in a file; both count from 1."""

    line: int
    column: int


@dataclass(frozen=True, eq=False)
class Document:
    """A file that was read: its path relative to the project, its data and its text.

    A document equals itself only; a file that did not change is the same document at the next build.
    """

    path: str
    data: Any
    text: str

    @cached_property
    def marks(self) -> Mapping[KeyPath, Mark]:
        """Where each key and list entry stands; looked up again, since only a Problem needs to know."""
        reader = _Reader(self.path)
        node = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        assert node is not None, "the text of a document holds something"
        reader.value(node, ())
        return reader.marks

    def problem(self, where: KeyPath, message: str, code: str) -> Problem:
        """Return a Problem at the deepest part of `where` that stands in the file."""
        mark = next(
            (self.marks[where[:end]] for end in range(len(where), -1, -1) if where[:end] in self.marks), Mark(1, 1)
        )
        return Problem(self.path, mark.line, mark.column, message, code)


def load(root: Path) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return every document under `content/` and `scenarios/`, and every mistake met while reading."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for folder in ("content", "scenarios"):
        for path in sorted(files_in(root / folder), key=lambda path: path.split("/")):
            # A name that is not UTF-8 cannot be printed; the marks that replace its bytes make it no id either.
            name = f"{folder}/{path}".encode(errors="replace").decode()
            if name.rpartition("/")[2].startswith("."):
                continue
            if not name.endswith(".yml"):
                problems.append(Problem(name, 1, 1, "this is no item; items are `.yml` files", "stray-file"))
                continue
            try:
                data = read_file(root / folder, path)
            except OSError as error:
                message = f"this file cannot be read ({error.strerror}); let everyone read it, or delete it"
                problems.append(Problem(name, 1, 1, message, "stray-file"))
                continue
            document, found = load_bytes(name, data)
            problems.extend(found)
            if document is not None:
                documents.append(document)
    return tuple(documents), tuple(problems)


@remembered
def load_bytes(name: str, data: bytes) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return the document in `data`, or None and the mistakes that keep it from being one.

    A file named `plays.yml` holds a list; every other file holds keys.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (Problem(name, line, 1, "this file is not UTF-8; save it as UTF-8", "not-utf8"),)
    try:
        if _nests_too_deep(text):
            return None, (
                Problem(
                    name,
                    1,
                    1,
                    f"this nests deeper than {MAX_DEPTH} levels; check the indentation and brackets",
                    "too-deep",
                ),
            )
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        return None, (_syntax_problem(name, text, error),)
    if node is None:
        return None, (Problem(name, 1, 1, "this file is empty; fill it in or delete it", "empty-file"),)
    reader = _Reader(name)
    value = reader.value(node, ())
    wanted: tuple[type, str, str] = (
        (tuple, "a list (lines that start with `- `)", "not-a-list")
        if name.endswith("/plays.yml")
        else (dict, "keys (`title: ...`)", "not-a-mapping")
    )
    if not reader.problems and not isinstance(value, wanted[0]):
        reader.report(node, f"this file should hold {wanted[1]}, but holds {_kind_of(value)}", wanted[2])
    if reader.problems:
        return None, tuple(reader.problems)
    return Document(name, value, text), ()


def _nests_too_deep(text: str) -> bool:
    """Return whether composing `text` could exhaust the C stack: libyaml's composer recurses, its parser does not.

    Every level costs an opening character or a column of indentation, so most files are cleared by counting.
    """
    if sum(map(text.count, "[{-?")) < SAFE_DEPTH and " " * SAFE_DEPTH not in text:
        return False
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return True
    return False


def _kind_of(value: object) -> str:
    return "keys" if isinstance(value, dict) else "a list" if isinstance(value, tuple) else "a single value"


def _syntax_problem(name: str, text: str, error: yaml.YAMLError) -> Problem:
    """Return the Problem for text that libyaml cannot read, at the line where it gave up."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0)) + 1
    column = mark.column + 1 if mark else 1
    found = text.split("\n")
    here = found[line - 1] if line <= len(found) else ""
    if "\t" in here[: len(here) - len(here.lstrip())] or "'\\t'" in str(error):
        return Problem(name, line, column, "a tab cannot indent YAML; use two spaces", "yaml-tab")
    words = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    if "alias" in words:
        return Problem(
            name, line, column, "anchors and aliases (`&`, `*`) are not used here; write it out", "yaml-alias"
        )
    if words.startswith("mapping values"):
        words = "a second colon; put text with `: ` in quotes"
    return Problem(
        name, line, column, f"this is not YAML: {words}; check indentation, quotes and colons here", "yaml-syntax"
    )


class _Reader:
    """Turns libyaml's nodes into plain data, keeping where each key stands and what YAML would have twisted."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.marks: dict[KeyPath, Mark] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def report(self, node: yaml.Node, message: str, code: str) -> None:
        start = node.start_mark
        self.problems.append(Problem(self.name, start.line + 1, start.column + 1, message, code))

    def value(self, node: yaml.Node, where: KeyPath) -> Any:
        """Return the plain value of `node`: dict, tuple, str, int, float, bool or None."""
        if id(node) in self._seen:
            self.report(node, "anchors and aliases (`&`, `*`) are not used here; write it out", "yaml-alias")
            return None
        self._seen.add(id(node))
        if len(where) > MAX_DEPTH:
            self.report(
                node, f"this nests deeper than {MAX_DEPTH} levels; check the indentation and brackets", "too-deep"
            )
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if node.tag not in (TAG + "map", TAG + "seq"):
            self._tag(node)
            return None
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, where))
        return tuple(self._entries(node, where))

    def _entries(self, node: yaml.Node, where: KeyPath) -> Iterator[Any]:
        for index, entry in enumerate(node.value):
            self._mark((*where, index), entry)
            yield self.value(entry, (*where, index))

    def _pairs(self, node: yaml.MappingNode, where: KeyPath) -> Iterator[tuple[str, Any]]:
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key is None:
                continue
            path = (*where, key)
            if path in self.marks:
                first = self.marks[path].line
                self.report(key_node, f"`{key}` stands here twice (also on line {first}); keep one", "duplicate-key")
                continue
            self._mark(path, key_node)
            yield key, self.value(value_node, path)

    def _key(self, node: yaml.Node) -> str | None:
        if node.tag == TAG + "merge":
            self.report(node, "`<<` is not used here; write the keys out", "yaml-alias")
            return None
        if id(node) in self._seen:
            self.report(node, "anchors and aliases (`&`, `*`) are not used here; write it out", "yaml-alias")
            return None
        self._seen.add(id(node))
        before = len(self.problems)
        key = self._scalar(node) if isinstance(node, yaml.ScalarNode) else None
        if isinstance(key, str) and key:
            return key
        if len(self.problems) == before:
            shown = node.value if isinstance(node, yaml.ScalarNode) else "..."
            self.report(node, f'a key must be text; put quotes around it: "{shown}"', "key-not-text")
        return None

    def _mark(self, where: KeyPath, node: yaml.Node) -> None:
        self.marks[where] = Mark(node.start_mark.line + 1, node.start_mark.column + 1)

    def _tag(self, node: yaml.Node) -> None:
        self.report(node, f"tags such as `{node.tag.removeprefix(TAG)}` are not used here; leave it out", "yaml-tag")

    def _scalar(self, node: yaml.ScalarNode) -> str | int | float | bool | None:
        text, kind = node.value, node.tag.removeprefix(TAG)
        if kind == "str" or kind == "value":
            return str(text)
        if node.style or kind not in ("null", "bool", "int", "float", "timestamp"):
            self._tag(node)
            return None
        if kind == "null" and text in NULLS:
            return None
        if kind == "bool" and text in BOOLEANS:
            return BOOLEANS[text]
        if kind == "int" and INTEGER.fullmatch(text) and len(text) <= MAX_DIGITS:
            return int(text)
        if kind == "float" and DECIMAL.fullmatch(text) and len(text) <= MAX_DIGITS:
            return float(text)
        meaning, code = _twisted(kind, text)
        self.report(node, f'YAML reads `{text[:40]}` as {meaning}; put quotes around it: "{text[:40]}"', code)
        return None


def _twisted(kind: str, text: str) -> tuple[str, str]:
    """Return what YAML makes of `text`, and the Problem code for it."""
    if kind == "bool":
        return "true or false", "yaml-boolean"
    if kind == "timestamp":
        return "a date", "yaml-date"
    if ":" in text:
        return "a number (it adds hours and minutes up)", "yaml-time"
    if re.fullmatch(r"[-+]?0[0-9_]+", text):
        return "a number in base eight", "yaml-octal"
    return "a number in an odd notation", "yaml-number"


def texts(data: Any) -> list[tuple[KeyPath, str]]:
    """Return every text in plain data, with its place."""
    return [(place, value) for place, value in leaves(data) if isinstance(value, str)]


def leaves(data: Any) -> list[tuple[KeyPath, Any]]:
    """Return every value in plain data that holds no others, with its place."""
    found: list[tuple[KeyPath, Any]] = []

    def look(value: Any, where: KeyPath) -> None:
        if isinstance(value, dict):
            for key, part in value.items():
                look(part, (*where, key))
        elif isinstance(value, tuple):
            for index, part in enumerate(value):
                look(part, (*where, index))
        else:
            found.append((where, value))

    look(data, ())
    return found
