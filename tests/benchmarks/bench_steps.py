"""Where the time of a clean build of 1,000 made-up items goes: what each step takes of processors, beside the whole.

On one processor, since with two of them a copy of the program does some of each step.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.benchmarks.projects import ROOT, synthetic_project
from tests.benchmarks.row import Row

ITEMS = 1_000
STEPS = {
    "generator.pipeline load": "load: YAML to data",
    "generator.pipeline validate": "validate: data to models",
    "generator.pipeline link": "link: Markdown parsed, mentions resolved",
    "generator.pipeline check": "check: rules and proofs",
    "generator.pipeline render_search": "render: what search knows",
    "generator.render.pages compile_templates": "render: templates compiled",
    "generator.render.pages PageMaker.make": "render: pages",
    "generator.render Rendering.others": "render: games, open data, schemas",
    "generator.build.site build_pages": "build: MkDocs",
    "generator.pipeline retain": "build: what is kept",
}
# A program of its own, since one that read the items before would remember much.
PROGRAM = "import sys; from tests.benchmarks.bench_steps import main; main(sys.argv[1])"


def run(folder: Path) -> list[Row]:
    """Return a row for each step."""
    project = synthetic_project(folder / "project", ITEMS)
    command = [sys.executable, "-c", PROGRAM, str(project)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    steps: dict[str, float] = json.loads(said)
    whole = sum(steps.values())
    return [Row(step, took, "all steps", whole) for step, took in steps.items()]


def main(project: str) -> None:
    """Build `project` as `baken build` does, on one processor, and print the seconds of each step as JSON."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from generator import cli
    from generator.build.node import dismiss

    steps = {"start: what is imported": _own()}
    for place, name in STEPS.items():
        module, _, path = place.partition(" ")
        *owner, function = path.split(".")
        holder = getattr(import_module(module), owner[0]) if owner else import_module(module)
        setattr(holder, function, _timed(getattr(holder, function), steps, name))
    assert cli.pipeline.make(Path(project)).problems == ()
    dismiss()
    steps["build: Node's search index"] = _processors(resource.RUSAGE_CHILDREN)
    steps["build: the rest, mostly files"] = _own() - sum(steps.values()) + steps["build: Node's search index"]
    print(json.dumps(steps))


def _timed(step: Callable[..., Any], steps: dict[str, float], name: str) -> Callable[..., Any]:
    """Return a step that also adds to `steps` what it took, without the steps in it."""

    def timed(*arguments: Any) -> Any:
        before, others = _own(), sum(steps.values())
        result = step(*arguments)
        steps[name] = steps.get(name, 0.0) + _own() - before - (sum(steps.values()) - others)
        return result

    return timed


def _own() -> float:
    return _processors(resource.RUSAGE_SELF)


def _processors(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime
