"""The engine stands on the standard library alone, so that it runs in the browser as it is."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("module", sorted((ROOT / "game_engine").rglob("*.py")), ids=lambda path: path.stem)
def test_engine_imports_only_the_standard_library(module: Path) -> None:
    """Every import in game_engine is of itself or of the standard library."""
    for node in ast.walk(ast.parse(module.read_text())):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            assert name.partition(".")[0] in {"game_engine", *sys.stdlib_module_names}
