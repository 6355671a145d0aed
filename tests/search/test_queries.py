"""People find what they look for: on the real content, the right page is among the first five results."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.search.asking import ask, queries, shares

OF_ALL, OF_A_KIND = 0.95, 0.85


def test_the_right_page_is_in_the_first_five(built_site: Path) -> None:
    """At least 95 % of all queries find it, and 85 % of each kind of query."""
    asked = queries()
    answers = ask(built_site, questions=[query.query for query in asked])["answers"]
    met = [
        (query, query.is_met_by([(found["id"], found["title"]) for found in answer["found"]]))
        for query, answer in zip(asked, answers, strict=True)
    ]
    missed = [f"{query.kind}: {query.query}" for query, is_met in met if not is_met]
    low = {name: share for name, share in shares(met).items() if share < (OF_A_KIND if name else OF_ALL)}
    assert not low, f"{low}; missed: {missed}"


def test_the_texts_are_sent_once(built_site: Path) -> None:
    """What the index is made of is not in the site: readers get the index only."""
    assert [path.name for path in (built_site / "search").iterdir()] == ["index.js"]


def test_there_are_queries_enough_to_tell() -> None:
    """No query stands twice, and of each kind there are enough for one miss not to decide."""
    asked = queries()
    assert len({query.query for query in asked}) == len(asked)
    assert min(Counter(query.kind for query in asked).values()) >= 20
