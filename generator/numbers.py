"""Text -> the numbers in it, so that a number on the site can be looked up in the lines that it cites.

A number has many forms: `1.234` and `1234`, `4,0%` and `4%`, `vijf` and `5`. A form that can be read in two ways,
such as `1.500`, is read in both: the check must not call a true number false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

PHONE = re.compile(r"(?<![\w.,])(?:\+\d{2}|0\d{1,3})[ -]?\d[\d -]{2,12}\d(?!\w|,\d)")
DIGITS = re.compile(r"(?<![A-Za-zÀ-ÿ\d.,])(?<![A-Za-zÀ-ÿ]-)\d+(?:[.,]\d+)*")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
WORD = re.compile(r"[a-zà-ÿ]+")
UNIT = re.compile(
    r"\s+(?:\w+\s)?(?:seconden?|minuten|minuut|uur|uren|dag|dagen|werkdag\w*|week|weken|maand\w*|jaar|jaren|kwartaal"
    r"|keer|maal|procent|euro|miljoen|miljard|mensen|kinderen|jongeren|vrouwen|mannen|cli[eë]nten|gezinnen|gemeenten"
    r"|regio's|locaties|plekken|plaatsen|bedden|slachtoffers|organisaties|meldingen)\b"
)
HALVES = {"half": Fraction(1, 2), "halve": Fraction(1, 2), "anderhalf": Fraction(3, 2), "anderhalve": Fraction(3, 2)}
HIGHEST = 100  # as one word; higher ones are written in digits, but for the round ones
ROUND = (*range(100, 1_000, 100), *range(1_000, 11_000, 1_000))


@dataclass(frozen=True)
class Number:
    """A number as it stands in a text, and what it can mean. A phone number means its digits."""

    shown: str
    readings: frozenset[Fraction | str]


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers in a text that a reader takes for facts: digits, and words such as `vijf` before a unit."""
    yield from _digits(text)
    folded = text.casefold()
    for match in WORD.finditer(folded):
        value = words().get(match[0])
        if value is not None and value != 1 and UNIT.match(folded, match.end()):
            yield Number(match[0], frozenset({value}))


def readings(text: str) -> frozenset[Fraction | str]:
    """Return every meaning of every number in a text, also of words on their own."""
    found = {reading for number in _digits(text) for reading in number.readings}
    parts = {Fraction(part) for run in found if isinstance(run, str) for part in re.findall(r"\d+", run) if "." in run}
    return frozenset(found | parts | {words()[word] for word in WORD.findall(text.casefold()) if word in words()})


@lru_cache(maxsize=1)
def words() -> dict[str, Fraction]:
    """Return the Dutch words for numbers, cardinal and ordinal."""
    from num2words import num2words  # here, since a build looks no number up, and it takes a while to import

    found = {num2words(number, lang="nl"): Fraction(number) for number in (*range(HIGHEST), *ROUND)}
    found |= {num2words(number, lang="nl", to="ordinal"): Fraction(number) for number in range(1, HIGHEST)}
    return {**found, "een": Fraction(1), **HALVES}


def _digits(text: str) -> Iterator[Number]:
    for match in PHONE.finditer(text):
        yield Number(match[0], frozenset({re.sub(r"\D", "", match[0])}))
    for match in DIGITS.finditer(PHONE.sub(" ", text)):
        yield Number(match[0], frozenset(_values(match[0])))


def _values(digits: str) -> Iterator[Fraction | str]:
    """Yield what a run of digits, points and commas can mean; `5.2.6` is an article of law, and means itself."""
    if THOUSANDS.fullmatch(digits):
        yield Fraction(digits.replace(".", "").replace(",", "."))
    if digits.count(".") + digits.count(",") <= 1:
        yield Fraction(digits.replace(",", "."))
    else:
        yield digits
