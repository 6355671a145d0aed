"""The formula counts words per sentence and syllables per word, as Dutch has them."""

from __future__ import annotations

import pytest

from generator.reading_ease import reading_ease


@pytest.mark.parametrize(
    ("blocks", "ease"),
    [
        pytest.param(["Je belt nu."], 206.835 - 0.93 * 3 - 77, id="words of one syllable"),
        pytest.param(["Bel ons nu. Wij gaan mee!"], 206.835 - 0.93 * 6 / 2 - 77, id="two sentences"),
        pytest.param(["Je belt vandaag", "Of je gaat mee"], 206.835 - 0.93 * 7 / 2 - 77 * 8 / 7, id="points of a list"),
        pytest.param(["Moeder geeft hulp"], 206.835 - 0.93 * 3 - 77 * 4 / 3, id="two syllables in one word"),
        pytest.param(["12", ""], 100.0, id="nothing to read"),
    ],
)
def test_reading_ease(blocks: list[str], ease: float) -> None:
    """The score of a text that can be counted by hand."""
    assert reading_ease(blocks) == pytest.approx(ease)
