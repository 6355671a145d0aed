"""Where the time of a clean build of 1,000 made-up items goes: what each step takes of processors, beside the whole.

`build` lets `render` make the files while Node makes the index; what `render` takes is its own here.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.projects import ROOT, synthetic_project
from tests.benchmarks.row import Row
from tests.benchmarks.timing import processors

ITEMS = 1_000
STEPS = {
    "load": "YAML to data",
    "validate": "data to models",
    "link": "Markdown parsed, mentions resolved",
    "check": "rules and proofs",
    "render": "templates, terms, games",
    "build": "MkDocs, search index, files, what is kept",
}
# A program of its own, since one that read the items before would remember much.
PROGRAM = "import sys; from tests.benchmarks.bench_steps import main; main(sys.argv[1])"


def run() -> list[Row]:
    """Return a row for each step."""
    with TemporaryDirectory() as folder:
        project = synthetic_project(Path(folder) / "project", ITEMS)
        command = [sys.executable, "-c", PROGRAM, str(project)]
        said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    steps: dict[str, float] = json.loads(said)
    whole = sum(steps.values())
    return [Row(f"step: {step}", took, "all steps", whole) for step, took in steps.items()]


def main(project: str) -> None:
    """Build `project` as `baken build` does, and print the seconds of each step as JSON."""
    from generator import cli, pipeline

    steps = {"start": processors()}
    for name, what in STEPS.items():
        setattr(pipeline, name, _timed(getattr(pipeline, name), steps, f"{name}: {what}"))
    assert cli.pipeline.make(Path(project)).problems == ()
    print(json.dumps(steps))


def _timed(step: Callable[..., Any], steps: dict[str, float], name: str) -> Callable[..., Any]:
    """Return a step of the pipeline that also notes what it took."""

    def timed(*arguments: Any) -> Any:
        before, others = processors(), sum(steps.values())
        result = step(*arguments)
        steps[name] = processors() - before - (sum(steps.values()) - others)
        return result

    return timed
