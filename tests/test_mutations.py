"""No input under content/ or scenarios/ crashes the pipeline, and none slips through with a wrong id.

Real files are damaged as editors damage them (keys deleted, doubled, swapped or given another type, text cut off),
one file at a time; the rest of the site stays as it is.
"""

from __future__ import annotations

from functools import cache

import yaml
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from generator.library import Library
from generator.link import mentioned
from generator.load import Document, load, load_bytes
from generator.pipeline import understand
from tests.conftest import ROOT

OTHER_TYPES = (None, True, 0, -1, 3.5, "", "x", "2026-11-21", "<b>x</b>", [], ["x"], {}, {"x": "y"}, [[1, 2]])


@cache
def real_site() -> dict[str, Document]:
    """Return the real documents by path; they are read once."""
    documents, problems = load(ROOT)
    assert problems == ()
    return {document.path: document for document in documents}


@cache
def real_bytes(path: str) -> bytes:
    return (ROOT / path).read_bytes()


def plain(data: object) -> object:
    """Return loaded data as YAML would dump it."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    return [plain(value) for value in data] if isinstance(data, tuple) else data


def places(data: object, where: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of every value in plain data."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for key, value in pairs for found in ((*where, key), *places(value, (*where, key)))]


@st.composite
def damaged_bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """A file damaged as text: cut off, a line doubled or lost, two lines swapped, or a byte changed."""
    lines = data.splitlines(keepends=True)
    first = draw(st.integers(0, len(lines) - 1))
    second = draw(st.integers(0, len(lines) - 1))
    match draw(st.sampled_from(["cut", "double", "lose", "swap", "byte"])):
        case "cut":
            return data[: draw(st.integers(0, len(data)))]
        case "double":
            lines.insert(second, lines[first])
        case "lose":
            del lines[first]
        case "swap":
            lines[first], lines[second] = lines[second], lines[first]
        case "byte":
            at = draw(st.integers(0, len(data) - 1))
            return data[:at] + draw(st.binary(min_size=1, max_size=3)) + data[at + 1 :]
    return b"".join(lines)


@st.composite
def damaged_tree(draw: st.DrawFn, document: Document) -> bytes:
    """A file damaged as data: a value lost, of another type, under another key, or swapped with another one."""
    data = plain(document.data)
    where = draw(st.sampled_from(places(data)))
    parent = data
    for key in where[:-1]:
        parent = parent[key]
    key = where[-1]
    match draw(st.sampled_from(["delete", "retype", "rename", "swap"])):
        case "delete":
            del parent[key]
        case "retype":
            parent[key] = draw(st.sampled_from(OTHER_TYPES))
        case "rename" if isinstance(parent, dict):
            parent[f"{key}x"] = parent.pop(key)
        case _:
            other = draw(st.sampled_from(list(parent) if isinstance(parent, dict) else range(len(parent))))
            parent[key], parent[other] = parent[other], parent[key]
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()


def assert_sound(library: Library) -> None:
    """Every id is the file's name, and every mention leads to an item."""
    for ref, entry in library.entries.items():
        assert ref == entry.ref
        path = entry.document.path.removesuffix("/scenario.yml").removesuffix(".yml")
        assert path.endswith(f"/{entry.id}")
        for _, target in mentioned(entry):
            assert (target.partition("#")[0] or ref) in library.entries


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_damage_crashes_or_slips_through(data: st.DataObject) -> None:
    """Damage gives a library that is still sound, or Problems that name the damaged file; never a traceback."""
    site = dict(real_site())
    path = data.draw(st.sampled_from(sorted(site)))
    how = data.draw(st.sampled_from([damaged_bytes(real_bytes(path)), damaged_tree(site[path])]))
    damaged = data.draw(how)
    note(f"{path}:\n{damaged.decode(errors='replace')}")
    document, problems = load_bytes(path, damaged)
    if document is None:
        assert problems
        assert {problem.path for problem in problems} == {path}
        return
    reading = understand(tuple({**site, path: document}.values()), None)
    assert reading.library or reading.problems
    if reading.library:
        assert_sound(reading.library)
