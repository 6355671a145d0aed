"""What the tests share: the repository, copies of projects to change and to build, the built site, a browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.pipeline import make

ROOT = Path(__file__).parent.parent
PROJECT = ROOT / "tests" / "project"
TEXTS = ROOT / "tests" / "texts"  # of the sources of PROJECT
CACHE = ROOT / "build" / "cache" / "engine"

pytest_plugins = ["tests.browser.fixtures"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of tests/project to change, without Problems."""
    return shutil.copytree(PROJECT, tmp_path / "project")


@pytest.fixture
def small_project(project: Path) -> Path:
    """A copy of tests/project that can also be built, in the real shell."""
    return equipped(project)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once from a copy of the project. Only to be read."""
    root = tmp_path_factory.mktemp("real")
    for name in ("content", "scenarios"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    problems = make(equipped(root)).problems
    assert not problems, "\n".join(str(problem) for problem in problems)
    return root / "build" / "site"


def equipped(root: Path) -> Path:
    """Give `root` what a build needs beside content: the shell, the npm parts and the engine's zips.

    The zips are shared with the repository: their folders are named by a hash of all that they are made from.
    """
    shutil.copytree(ROOT / "site_overrides", root / "site_overrides")
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    CACHE.mkdir(parents=True, exist_ok=True)
    (root / "build" / "cache").mkdir(parents=True)
    (root / "build" / "cache" / "engine").symlink_to(CACHE)
    return root
