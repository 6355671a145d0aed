"""How easily a Dutch text reads, by textstat's Dutch settings: the formula of Flesch as Douma fitted it (1960)."""

from __future__ import annotations

import re
from collections.abc import Sequence

WORD = re.compile(r"[^\W\d_]")
ENDED = re.compile(r"[.!?]\W*$")
EASIEST = 100.0


def reading_ease(blocks: Sequence[str]) -> float:
    """Return 206.84 - 0.93 x words per sentence - 77 x syllables per word: below 0 is hard, 100 is easy.

    `blocks` are paragraphs, points and headings: what ends without a full stop ends a sentence all the same.
    """
    import textstat  # half a second, which only `baken report` needs

    text = " ".join(block if ENDED.search(block) else f"{block}." for block in blocks if WORD.search(block))
    textstat.set_lang("nl")
    return float(textstat.flesch_reading_ease(text)) if text else EASIEST
