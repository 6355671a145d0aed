"""A term (begrip): explained where it is used, and found by its synonyms."""

from __future__ import annotations

from generator.models.fields import Line, Prose, SourcedItem


class Term(SourcedItem):
    """A word or abbreviation. `summary` is the explanation shown in place; `about` is more, for its page.

    `synonyms` are other words that mean the same: search finds the term by them, and the first use
    of the title or a synonym on a page is explained. `explain: false` turns that off for common words.
    """

    synonyms: tuple[Line, ...] = ()
    abbreviation: Line | None = None
    about: Prose | None = None
    explain: bool = True
