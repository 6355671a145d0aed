"""What the search of a built site answers, asked under Node; and the queries that it is held to."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.build.node import run_node

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Query:
    """What someone types, and what the address or title of one of the first five results must contain."""

    kind: str
    query: str
    any: tuple[str, ...]

    def is_met_by(self, found: Sequence[tuple[str, str]]) -> bool:
        """Return whether one of the first five results, as (address, title), is a right one."""
        return any(part in f"{address} {title}".lower() for address, title in found[:5] for part in self.any)


def queries() -> tuple[Query, ...]:
    """Return the queries of queries.json."""
    rows = json.loads((HERE / "queries.json").read_text("utf-8"))
    return tuple(Query(row["kind"], row["query"], tuple(row["any"])) for row in rows)


def ask(site: Path, questions: Sequence[str] = (), words: Sequence[str] = ()) -> dict[str, Any]:
    """Return {answers: [{found: [{id, title, sentence}], meant, total}], words: the stems of each}."""
    given = {"site": str(site), "questions": questions, "words": words}
    return dict(json.loads(run_node(HERE / "ask.mjs", (), json.dumps(given))))


def shares(met: Sequence[tuple[Query, bool]]) -> dict[str, float]:
    """Return the share of the queries that were met, of each kind, and of all under the empty name."""
    counts: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for query, is_met in met:
        for name in ("", query.kind):
            counts[name] += 1
            good[name] += is_met
    return {name: good[name] / count for name, count in counts.items()}
