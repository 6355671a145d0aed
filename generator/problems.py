"""What an author can get wrong. A Problem is collected, never raised; it says where, what was found and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

# Every code has its smallest bad input in tests/problems/ and its page in content/pages/redactie/fouten/.
CODES = {
    # load: reading a file as YAML
    "not-utf8": "the file is not UTF-8 text",
    "empty-file": "the file holds nothing",
    "yaml-syntax": "the file is not YAML",
    "yaml-tab": "a tab is used to indent",
    "yaml-boolean": "text that YAML would read as true or false",
    "yaml-time": "text such as 1:30 that YAML would read as a number",
    "yaml-octal": "a number with a leading zero, such as 010",
    "yaml-number": "a number in a notation that readers trip over",
    "yaml-date": "a date without quotes",
    "yaml-tag": "a tag such as !!set",
    "yaml-alias": "an anchor, alias or merge key",
    "too-deep": "more nesting than an item ever needs",
    "duplicate-key": "a key that stands twice in the same place",
    "key-not-text": "a key that is not text",
    "not-a-mapping": "a list or text where keys belong",
    "not-a-list": "keys or text where a list belongs",
    "stray-file": "a file that is no item of any kind",
    "bad-file-name": "a file name that cannot be an id",
    # validate: the shape of one item
    "missing-key": "a key that must be there",
    "missing-source": "no source",
    "unknown-key": "a key that this kind does not have",
    "wrong-type": "text where a number belongs, and the like",
    "not-a-choice": "a word that is not on the list",
    "out-of-range": "a number or length outside its bounds",
    "bad-id": "an id that is not kebab-case",
    "bad-date": "a date that does not exist",
    "bad-lines": "lines that do not run from low to high",
    "bad-phone": "a phone number that cannot be dialled",
    "bad-web-address": "a web or e-mail address that cannot be opened",
    "uncovered-row": "a row of the inventory without a place on the site or a reason",
    "row-length": "a row with more or fewer values than there are series",
    "html-in-text": "HTML in text",
    "empty-text": "a text of blanks only",
    "more-than-one-line": "line breaks in a text of one line",
    # link: what items say of each other
    "dangling-id": "an id that no item has",
    "dangling-anchor": "a place in an item that is not there",
    "bad-link": "a link in text that leads nowhere we know",
    "duplicate-url": "two items with the same address",
    "duplicate-term": "two terms that claim the same word",
    # check: editorial rules across items
    "missing-lines": "a citation without the lines of the text",
    "lines-outside-source": "cited lines that are not in the source",
    "missing-verified": "a citation of a source without text that does not say whether it was confirmed",
    "missing-text": "a text of a source that is not there, or is shorter than the source says",
    "number-not-in-source": "a number that does not stand in the lines that are cited",
    "duplicate-row": "a row of the inventory that is listed twice",
    "missing-row": "a row of the inventory that the coverage list does not have, or has under another name",
    "hidden-row": "a row that is left out, though the site has an item of that name",
    "unneeded-item": "an item that no row, no source and no page needs",
    "not-in-one-group": "an item that a list in groups shows under no heading, or under two",
    "taken-anchor": "a step, part or heading with the name of another place in the page",
    "part-of-itself": "an area or organisation that lies in itself",
    "secret-address": "an address or postcode of a shelter with a secret address",
    "emergency-number": "an emergency number on every page that its organisation does not have",
    # check: the shape of a scenario
    "bad-condition": "a `when` that the engine cannot read",
    "bad-counter": "a counter with an odd name, or that starts outside its bounds",
    "unknown-counter": "a counter that the scenario does not declare",
    "ambiguous-id": "an id that is a scene as well as an ending",
    "dangling-scene": "a `then` or `start` without a scene or ending",
    "unknown-step": "a step that the protocol does not have",
    "unknown-objective": "an objective that the scenario does not declare",
    "unknown-theme": "a card with a theme that the deck does not have",
    "missing-see": "a choice in a training without something to read",
    "bad-players": "a deck for fewer than two players, or the other way round",
    # check: the proofs, by exploring every reachable state
    "unreachable-scene": "a scene that no play reaches",
    "unreachable-choice": "a choice that no play can take",
    "unreachable-ending": "an ending that no play reaches",
    "dead-end": "a moment without an open choice",
    "endless-loop": "a moment from which no ending can be reached",
    "counter-out-of-bounds": "a counter that leaves its bounds",
    "good-path-not-safe": "a play of only good choices that does not end safe",
    "good-path-breaks-protocol": "a play of only good choices that misses a required step or its order",
    "harmful-path-safe": "a play with an uncorrected harmful choice that ends safe",
    "too-many-states": "more states than the proof can explore",
    "broken-play": "a scripted play that does not go as it says",
    "missing-plays": "a scenario without plays, or an ending that no play reaches",
}


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake of an author: the file (relative to the project), line and column from 1, what and how to mend it."""

    path: str
    line: int
    column: int
    message: str
    code: str

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown problem code {self.code!r}")

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} [{self.code}]"


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """Return `; did you mean `x`?` for the known word closest to `found`, or nothing."""
    close = closest(found, known)
    return f"; did you mean `{close}`?" if close else ""


def closest(found: str, known: Iterable[str]) -> str:
    """Return the known word closest to `found`, or nothing if none is close."""
    return next(iter(get_close_matches(found, list(known), n=1, cutoff=0.6)), "")
