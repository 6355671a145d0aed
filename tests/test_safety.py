"""What must stay secret is found in the forms in which people write it."""

from __future__ import annotations

import pytest

from generator.check.safety import POSTCODE, STREET


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Kerkstraat 1", True, id="a street"),
        pytest.param("aan de IJsselkade 12b", True, id="two capitals"),
        pytest.param("Élisabethlaan 3", True, id="an accent"),
        pytest.param("Prins Hendrik-laan 3", True, id="a hyphen"),
        pytest.param("Plein 4", True, id="only the kind of street"),
        pytest.param("1234 AB", True, id="a postcode"),
        pytest.param("1234\u00a0AB", True, id="a postcode with a hard space"),
        pytest.param("1234\nAB", True, id="a postcode over two lines"),
        pytest.param("Je bent onderweg 5 uur.", False, id="a word that ends so"),
        pytest.param("Sinds 2020 is dit zo.", False, id="a year"),
        pytest.param("Bel 0800-2000 en kom langs.", False, id="a phone number"),
    ],
)
def test_addresses_are_found(text: str, found: bool) -> None:
    """A street with a number, or a postcode, is found; other words and numbers are not."""
    assert bool(POSTCODE.search(text) or STREET.search(text)) == found
