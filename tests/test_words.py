"""The words that readers read for values of fields: one for each value, none for a value that is gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from generator.models.fields import Group, Help, Violence
from generator.models.words import GROUPS, HELP, VIOLENCE


@pytest.mark.parametrize(
    ("values", "words"),
    [
        pytest.param(Help, HELP, id="help"),
        pytest.param(Group, GROUPS, id="groups"),
        pytest.param(Violence, VIOLENCE, id="violence"),
    ],
)
def test_each_value_has_its_own_words(values: Any, words: Mapping[str, str]) -> None:
    """Each value that an editor can write has words, and no two the same."""
    assert set(words) == set(get_args(values))
    assert len(set(words.values())) == len(words)
    assert all(text and text == text.strip() and text[0].islower() for text in words.values())
