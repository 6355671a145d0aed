"""What the tests share: the repository, and a copy of the small project with one item of every kind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = ROOT / "tests" / "project"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of tests/project to change, without Problems."""
    return shutil.copytree(PROJECT, tmp_path / "project")
