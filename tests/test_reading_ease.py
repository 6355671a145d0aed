"""The formula counts words per sentence and syllables per word, as Dutch has them."""

from __future__ import annotations

import pytest

from generator.reading_ease import reading_ease


@pytest.mark.parametrize(
    ("blocks", "ease"),
    [
        pytest.param(["Je belt nu."], 206.84 - 0.93 * 3 - 77, id="a word of one syllable each"),
        pytest.param(["Bel ons. Wij gaan mee!"], 206.84 - 0.93 * 5 / 2 - 77, id="two sentences"),
        pytest.param(["Je belt", "- of gaat"], 206.84 - 0.93 * 2 - 77, id="points without a full stop"),
        pytest.param(["Moeder", "Geweld"], 206.84 - 0.93 - 77 * 2, id="two syllables each"),
        pytest.param(["Bel 0800-2000", "12"], 206.84 - 0.93 - 77, id="numbers are no words"),
        pytest.param(["12", ""], 100.0, id="nothing to read"),
    ],
)
def test_reading_ease(blocks: list[str], ease: float) -> None:
    """The score of a text that can be counted by hand."""
    assert reading_ease(blocks) == pytest.approx(ease)
