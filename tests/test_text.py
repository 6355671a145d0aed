"""Markdown to HTML: links are aimed, terms explained once, and nothing gets through as HTML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import PageText, answer, glossary, headings, html_in, links, pictures, plain

WORDS = glossary({"begrippen/ots": ["OTS", "ondertoezichtstelling"], "begrippen/veilig": ["veilig"]})


def page(own: str = "protocollen/x") -> PageText:
    return PageText(lambda target: f"../../{target}/", WORDS, own)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("a **b**", "<p>a <strong>b</strong></p>\n", id="strong"),
        pytest.param("[a](begrippen/ots)", '<p><a href="../../begrippen/ots/">a</a></p>\n', id="a link to an item"),
        pytest.param(
            "[a](https://x.nl)",
            '<p><a href="https://x.nl" rel="noreferrer noopener">a</a></p>\n',
            id="a link to another site tells it nothing",
        ),
        pytest.param("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n", id="HTML is text"),
        pytest.param("## Een kop", '<h2 id="een-kop">Een kop</h2>\n', id="a heading has an id"),
        pytest.param("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>\n", id="no script in a link"),
    ],
)
def test_prose(text: str, html: str) -> None:
    """Prose is block HTML with links as the page sees them."""
    assert page().prose(text) == html


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Een OTS en nog een OTS.", 1, id="only the first time"),
        pytest.param("Een Ondertoezichtstelling of OTS.", 1, id="one term under two names"),
        pytest.param("Een ots.", 0, id="an abbreviation only in capitals"),
        pytest.param("Veiligheid.", 0, id="not inside a word"),
        pytest.param("[OTS](begrippen/ots)", 0, id="not inside a link"),
        pytest.param("## OTS", 0, id="not in a heading"),
        pytest.param("Veilig met een OTS.", 2, id="two terms"),
        pytest.param("Veılig.", 0, id="a letter that only a pattern takes for another"),
    ],
)
def test_terms_are_explained_where_first_used(text: str, count: int) -> None:
    """A term is a button once on a page; never within a link or heading."""
    shown = page()
    html = shown.prose(text)
    assert html.count("popovertarget") == count == len(shown.explained)


NAMES = st.text("aAbB-. é", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.lists(NAMES, min_size=1, max_size=6), st.text("aAbB-. é", max_size=30))
def test_finds_what_one_pattern_of_all_names_finds(names: list[str], text: str) -> None:
    """However it looks names up, a glossary finds the longest name at each place, and only whole words."""
    known = {name if name.isupper() else name.casefold() for name in names}
    longest = sorted(known, key=lambda name: (-len(name), name))
    words = "|".join(re.escape(name) if name.isupper() else f"(?i:{re.escape(name)})" for name in longest)
    every = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
    found = [match.span() for match, _ in glossary({"begrippen/x": names}).found(text)]
    assert found == [match.span() for match in every.finditer(text)]


def test_a_term_is_not_explained_on_its_own_page() -> None:
    """On the page of a term its name is just text."""
    assert "popovertarget" not in page("begrippen/ots").prose("Een OTS.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a < b en b > a", "", id="comparison"),
        pytest.param("`<b>`", "", id="code"),
        pytest.param("<https://example.nl>", "", id="a bare link"),
        pytest.param("a <b>c", "<b>", id="a tag"),
        pytest.param("<!-- weg -->", "<!-- weg -->", id="a comment"),
    ],
)
def test_html_is_found(text: str, found: str) -> None:
    """Only real HTML counts as HTML."""
    assert html_in(text) == found


def test_links_headings_and_plain_words() -> None:
    """What other steps read from Markdown."""
    text = "## Kop twee\n\nZie [a](x/y#z) en ![b](plaatje.png)."
    assert links(text) == ("x/y#z",)
    assert pictures(text) == ("plaatje.png",)
    assert headings(text) == (("kop-twee", "Kop twee"),)
    assert plain(text).startswith("Kop twee Zie a en")


def test_a_number_that_links_to_its_organisation_calls_it() -> None:
    """On a phone a number is to be pressed; other words, and a number it does not have, lead to the page."""
    own = PageText(lambda target: f"../{target}/", WORDS, phones={"hulp/loket": ("0800-2000",)})
    assert own.inline("[0800-2000](hulp/loket)") == '<a href="tel:08002000">0800-2000</a>'
    assert own.inline("[0800-2001](hulp/loket)") == '<a href="../hulp/loket/">0800-2001</a>'
    assert own.inline("[het loket](hulp/loket)") == '<a href="../hulp/loket/">het loket</a>'


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param(
            "Twijfel je of het wel veilig is? Bel het loket. Melden kan later.",
            "Twijfel je of het wel veilig is? Bel het loket.",
            id="a question alone is no answer",
        ),
        pytest.param(
            "Ja. Bel, als je het even niet weet, bijv. het loket. Dan hoor je meer.",
            "Ja. Bel, als je het even niet weet, bijv. het loket.",
            id="one word says too little, and a short form is no end",
        ),
        pytest.param("Bel het loket", "Bel het loket", id="no full stop"),
    ],
)
def test_the_first_answer(text: str, first: str) -> None:
    """A long list shows as much of each summary as answers."""
    assert answer(text) == first
