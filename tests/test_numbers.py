"""What is a number in a text, and what it can mean."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.numbers import numbers, readings


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("In 2020 belden 1.234 mensen, 4,0% meer.", ["2020", "1.234", "4,0"]),
        ("Binnen vijf werkdagen of tien hele weken.", ["vijf", "tien"]),
        ("Een jaar, en twee dingen.", []),
        ("Bel 0800-2000, 033-448 11 86 of 088-0767000.", ["0800-2000", "033-448 11 86", "088-0767000"]),
        ("MDA++ en B1, G4 of covid-19; van 12-15 jaar.", ["12", "15"]),
        ("Vanaf 16 jaar: bel 112.", ["16", "112"]),
        ("Op 21-11-2026 om 9.30 uur.", ["21", "11", "2026", "9.30"]),
    ],
)
def test_numbers_of_an_item(text: str, shown: list[str]) -> None:
    """Digits count always, words only before a unit, and letters with a digit never."""
    assert sorted(number.shown for number in numbers(text)) == sorted(shown)


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("5 werkdagen", "binnen vijf werkdagen"),
        ("vijf dagen", "5 dagen"),
        ("4%", "4,0 procent"),
        ("1234 keer", "1.234 meldingen"),
        ("21 jaar", "de eenentwintigste keer"),
        ("1.500 euro", "duizend, of 1500"),
        ("0800-2000", "(0800 2000, gratis)"),
        ("anderhalf jaar", "1,5 jaar"),
        ("60%", "zestig procent"),
    ],
)
def test_number_stands_in_source(written: str, source: str) -> None:
    """A number is found in another form."""
    (number,) = numbers(written)
    assert number.readings & readings(source)


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("5 dagen", "binnen 15 dagen, of 6,5 %"),
        ("art. 5.2.6", "art. 5.2.7, 6"),
        ("0800-2000", "0800-2001"),
        ("12%", "1,2 procent"),
        ("2000", "0800-2000"),
    ],
)
def test_number_does_not_stand_in_source(written: str, source: str) -> None:
    """A number that is part of another is not that number."""
    (number,) = numbers(written)
    assert not number.readings & readings(source)


def test_words_of_numbers() -> None:
    """A source that writes a number as a word has that number."""
    assert {Fraction(1), Fraction(5), Fraction(3, 2), Fraction(200)} <= readings("één, vijfde, anderhalve, tweehonderd")
