"""Words that mean the same have one stem, at build and in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.asking import ask

SAME = [
    "meldingen melding meldt melden",
    "mishandeling mishandelen mishandelt mishandeld mishandelde",
    "slaan slaat sloeg geslagen",
    "kind kinderen kindje",
    "zwanger zwangere",
    "cliënt cliënten client",
    "verslaafd verslaafde verslaving",
    "huis huizen",
    "brief brieven",
    "man mannen",
    "gezin gezinnen",
    "scheiding scheidingen scheiden",
    "verwaarlozing verwaarloosd verwaarlozen",
    "bedreiging bedreigen bedreigd bedreigt",
    "foto fotos",
    "ouder ouders",
    "gevaar gevaarlijk gevaren",
    "huisverbod huisverboden",
]
APART = [
    "huis huisarts",
    "ouder oud",
    "geheim huis",
    "melden bellen",
    "man maand",
    "vrouw vrouwenopvang",
    "school scheiding",
    "112 113",
]


@pytest.fixture(scope="module")
def stems(built_site: Path) -> dict[str, str]:
    """The stem of every word in the tables."""
    words = sorted({word for line in (*SAME, *APART) for word in line.split()})
    return dict(zip(words, ask(built_site, words=words)["words"], strict=True))


@pytest.mark.parametrize("line", SAME, ids=lambda line: line.split()[0])
def test_forms_of_a_word_have_one_stem(stems: dict[str, str], line: str) -> None:
    """Singular and plural, verb and noun, with and without accents."""
    assert len({stems[word] for word in line.split()}) == 1


@pytest.mark.parametrize("line", APART)
def test_other_words_have_other_stems(stems: dict[str, str], line: str) -> None:
    """A stem that is too short would find everything."""
    assert len({stems[word] for word in line.split()}) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("MDA++", "mda plus plus", id="signs that are read as words"),
        pytest.param("Wat is dat en wie", "", id="words that say nothing"),
        pytest.param("0800-2000", "0800 2000", id="a number"),
        pytest.param("Ruzie, geschreeuw!", "ruzie geschreeuw", id="signs between words"),
        pytest.param("zorgcoördinatie", "zorgcoordinatie", id="diacritics"),
    ],
)
def test_a_text_is_cut_into_words(built_site: Path, text: str, words: str) -> None:
    """What is between words is no word; accents make no other word."""
    found = ask(built_site, words=[text, words])["words"]
    assert found[0] == found[1] == " ".join(found[1].split())
