"""The pipeline: load, validate, link, check, render, build. Each step takes the last one's value; read this first.

    load      files         -> Documents, Problems     a file as plain data, with the line of every key
    validate  Documents     -> entries, Problems       each item held against the model of its kind
    link      entries       -> Library, Problems       every mentioned id resolved, and who mentions whom
    check     Library       -> Problems                editorial rules and the proofs of scenarios
    render    Library       -> Rendering               pages, games, search documents, schemas, as they are asked for
    build     Rendering     -> build/site              by mkdocs-material, put in place once all is made

A step that finds Problems is the last one that runs, so that no Problem is the echo of another.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.build import BuildError, build
from generator.build.pages import compile_shell
from generator.build.site import Progress
from generator.check import check
from generator.library import Library
from generator.link import link
from generator.load import Document, load, load_bytes
from generator.memory import recall, retain
from generator.problems import Problem
from generator.render import Rendering, render_search
from generator.render.compiled import COMPILED
from generator.render.pages import compile_templates
from generator.source_texts import SourceTexts
from generator.validate import validate, validate_coverage, validate_search_words, validate_site


@dataclass(frozen=True)
class Reading:
    """What reading the project gave. Without Problems the library can be published.

    `library` is None if a step before `check` found Problems, and with it is not whole.
    """

    library: Library | None
    problems: tuple[Problem, ...]


def read(root: Path, texts: SourceTexts | None = None) -> Reading:
    """Return the library of the project in `root`, or every Problem of the first step that found any.

    With the `texts` of the sources, the library is also held against these.
    """
    documents, problems = load(root)
    site, more = load_bytes("mkdocs.yml", (root / "mkdocs.yml").read_bytes())
    if problems or more:
        return Reading(None, tuple(sorted((*problems, *more))))
    return understand(documents, site, texts)


def understand(documents: tuple[Document, ...], site: Document | None, texts: SourceTexts | None = None) -> Reading:
    """Return the library in `documents`, or every Problem of the first step that found any."""
    entries, problems = validate(documents)
    coverage, of_coverage = validate_coverage(documents)
    search_words, of_words = validate_search_words(documents)
    settings, of_site = validate_site(site) if site else (None, ())
    if problems or of_coverage or of_words or of_site:
        return Reading(None, tuple(sorted((*problems, *of_coverage, *of_words, *of_site))))
    library, problems = link(entries, settings, coverage, search_words)
    if problems:
        return Reading(None, tuple(sorted(problems)))
    return Reading(library, check(library, texts))


def make(root: Path, progress: Progress = lambda step: None) -> Reading:
    """Read the project and, if nothing is wrong, build it into `build/site`.

    Raises BuildError if the site builder fails, or if there are no settings. Whatever goes wrong, the last good site
    stays.
    """
    if not (root / "mkdocs.yml").is_file():  # while `serve` runs it can be away
        raise BuildError("mkdocs.yml is not there; put it back")
    with _without_pauses():
        recall(root)
        with COMPILED.beside(lambda: _compile_templates(root)):
            progress("inhoud lezen en scenario's bewijzen")
            reading = read(root)
            if reading.library is not None and not reading.problems:
                library = reading.library
                build(root, render_search(library), lambda: Rendering(library), progress)
                retain(root)
            return reading


def _compile_templates(root: Path) -> None:
    compile_templates()
    compile_shell(root)


@contextmanager
def _without_pauses() -> Iterator[None]:
    """Hold off the search for circles of objects: a build keeps nearly all that it makes, and it would look at that."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
