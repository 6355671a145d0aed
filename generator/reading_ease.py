"""How easily a Dutch text reads, by the formula of Flesch as Douma fitted it to Dutch (1960)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pyphen import Pyphen

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?]+(?=\W*\s|\W*$)")
EASIEST = 100.0


def reading_ease(blocks: Sequence[str]) -> float:
    """Return 206.84 - 0.93 x words per sentence - 77 x syllables per word: 0 is hard, 100 is easy.

    `blocks` are paragraphs, points and headings: what ends without a full stop ends a sentence all the same.
    """
    words = [word for block in blocks for word in WORD.findall(block)]
    if not words:
        return EASIEST
    sentences = sum(max(1, len(SENTENCE_END.findall(block))) for block in blocks if WORD.search(block))
    syllables = sum(len(_dutch().positions(word)) + 1 for word in words)
    return 206.84 - 0.93 * len(words) / sentences - 77 * syllables / len(words)


@lru_cache(maxsize=1)
def _dutch() -> Pyphen:
    return Pyphen(lang="nl_NL")
