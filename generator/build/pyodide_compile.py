"""Runs inside Pyodide, never in the build's own Python: writes the modules that playing takes as zips of byte code.

The stock standard library is source, compiled again at every start. These zips hold only what was
imported by starting Pyodide and playing, compiled by the very Python that will read it.
"""

import importlib
import io
import sys
import zipfile
from importlib import _bootstrap_external
from typing import Any
from zipimport import zipimporter

# Modules that the standard library imports when they are there and does without when they are not.
LEFT_OUT = ("_ssl", "bz2", "compression", "lzma", "ssl")

FIRST_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can name: the same input gives the same bytes


def play(requests: list[str]) -> list[str]:
    """Return the engine's answers; afterwards `sys.modules` holds what playing takes."""
    answer = importlib.import_module("game_engine.browser").answer
    return [answer(request) for request in requests]


def stdlib_zip() -> bytes:
    """Return the zip of the standard library's modules in use, without docstrings."""
    sources = {}
    for name, spec in modules_in_use():
        if isinstance(spec.loader, zipimporter) and not left_out(name):
            inside = spec.origin.removeprefix(f"{spec.loader.archive}/")
            sources[inside] = (spec.origin, str(spec.loader.get_source(name)))
    return zip_of(sources, optimize=2)


def engine_zip(folder: str) -> bytes:
    """Return the zip of game_engine's modules in use, found under `folder`.

    Docstrings stay: without one, `dataclass` would make one at start-up, from the signature.
    """
    sources = {}
    for name, spec in modules_in_use():
        if (spec.origin or "").startswith(f"{folder}/"):
            inside = spec.origin.removeprefix(f"{folder}/")
            sources[inside] = (inside, spec.loader.get_source(name))
    return zip_of(sources, optimize=0)


def modules_in_use() -> list[tuple[str, Any]]:
    """Return (name, specification) of the imported modules that have one, so not of `__main__`."""
    specs = ((name, getattr(module, "__spec__", None)) for name, module in list(sys.modules.items()))
    return [(name, spec) for name, spec in specs if spec]


def left_out(name: str) -> bool:
    """True if the browser does without this module."""
    return name.partition(".")[0] in LEFT_OUT


def zip_of(sources: dict[str, tuple[str, str]], optimize: int) -> bytes:
    """Return a zip of `x.pyc` for every `x.py` in `sources` (name in the zip -> file name in tracebacks, source)."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, (file, source) in sorted(sources.items()):
            entry = zipfile.ZipInfo(f"{name}c", FIRST_DATE)
            archive.writestr(entry, byte_code(source, file, optimize), zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def byte_code(source: str, file: str, optimize: int) -> bytes:
    """Return a .pyc that is never checked against its source, which the browser does not have."""
    code = compile(source, file, "exec", dont_inherit=True, optimize=optimize)
    pyc: bytearray = _bootstrap_external._code_to_hash_pyc(code, bytes(8), checked=False)  # type: ignore[attr-defined]
    return bytes(pyc)
