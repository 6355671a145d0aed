"""The built site on servers, with and without its engine, and a training to play."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.games import (
    TRAINERS,
    BuiltGame,
    built_game,
)
from tests.browser.server import Server, serve

NEVER = 3600.0  # seconds
WORKER = "*/baken-engine-worker.js"


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[Server]:
    """The built site on a web server."""
    with serve(built_site) as server:
        yield server


@pytest.fixture(scope="session")
def slow_site(built_site: Path) -> Iterator[Server]:
    """The built site on a server whose engine never arrives."""
    with serve(built_site, delays={WORKER: NEVER}) as server:
        yield server


@pytest.fixture
def trainer(built_site: Path) -> BuiltGame:
    """A training."""
    return built_game(built_site, TRAINERS[0])
