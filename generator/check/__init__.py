"""Library -> Problems: the editorial rules and the proofs. One function each, listed in CHECKS; none raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.check.against_texts import (
    inventory_is_covered,
    numbers_stand_in_the_sources,
    texts_are_there,
)
from generator.check.anchors import places_have_their_own_names
from generator.check.citations import cited_lines_exist, confirmation_is_stated
from generator.check.coverage import every_item_is_needed, left_out_rows_are_not_on_the_site, rows_stand_once
from generator.check.groups import listed_items_stand_in_one_group
from generator.check.part_of import nothing_is_part_of_itself
from generator.check.proofs import proofs_and_plays_hold
from generator.check.protocols import steps_follow_known_steps
from generator.check.safety import emergency_numbers_agree, secret_addresses_stay_secret
from generator.check.scenarios import scenarios_hold_together
from generator.library import Library
from generator.problems import Problem
from generator.source_texts import SourceTexts

CHECKS: tuple[Callable[[Library], Iterator[Problem]], ...] = (
    cited_lines_exist,
    confirmation_is_stated,
    places_have_their_own_names,
    secret_addresses_stay_secret,
    emergency_numbers_agree,
    steps_follow_known_steps,
    rows_stand_once,
    left_out_rows_are_not_on_the_site,
    every_item_is_needed,
    listed_items_stand_in_one_group,
    nothing_is_part_of_itself,
    scenarios_hold_together,
    proofs_and_plays_hold,
)
AGAINST_TEXTS: tuple[Callable[[Library, SourceTexts], Iterator[Problem]], ...] = (
    texts_are_there,
    numbers_stand_in_the_sources,
    inventory_is_covered,
)


def check(library: Library, texts: SourceTexts | None = None) -> tuple[Problem, ...]:
    """Return everything that the rules find, by file and line; with the texts of the sources, more rules hold."""
    found = {problem for rule in CHECKS for problem in rule(library)}
    if texts is not None:
        found |= {problem for held in AGAINST_TEXTS for problem in held(library, texts)}
    return tuple(sorted(found))
