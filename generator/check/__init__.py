"""Library -> Problems: the editorial rules and the proofs. One function each, listed in CHECKS; none raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.check.citations import cited_lines_exist, confirmation_is_stated
from generator.check.proofs import proofs_and_plays_hold
from generator.check.protocols import steps_follow_known_steps
from generator.check.safety import emergency_numbers_agree, secret_addresses_stay_secret
from generator.check.scenarios import scenarios_hold_together
from generator.library import Library
from generator.problems import Problem

CHECKS: tuple[Callable[[Library], Iterator[Problem]], ...] = (
    cited_lines_exist,
    confirmation_is_stated,
    secret_addresses_stay_secret,
    emergency_numbers_agree,
    steps_follow_known_steps,
    scenarios_hold_together,
    proofs_and_plays_hold,
)


def check(library: Library) -> tuple[Problem, ...]:
    """Return everything that the rules find, by file and line."""
    return tuple(sorted({problem for rule in CHECKS for problem in rule(library)}))
