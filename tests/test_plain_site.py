"""The stock site that ours is measured against says the same, so that the comparison is a fair one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.pipeline import read
from generator.render import render
from tests.benchmarks.markdown import markdown
from tests.benchmarks.plain_site import front_of, write_plain_site
from tests.conftest import PROJECT

# What stock Material makes by itself, and what only shows again what the page says elsewhere.
NOT_SAID = re.compile(r'<(svg|baken-game|noscript)\b.*?</\1>|<nav class="toc.*?</nav>|<script.*?</script>', re.DOTALL)
CHART = re.compile(r'<div class="chart".*?(?=<figcaption)', re.DOTALL)
MORE = re.compile(r'<p><a href="[^"]*">Meer over [^<]*</a></p></div>')  # of an abbreviation, Material shows no link


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<h2 id='a'>Een <em>kop</em></h2><p>Tekst</p>", "## Een *kop*\n\nTekst\n", id="heading"),
        pytest.param(
            "<ul><li>een</li><li><p>twee</p><p>drie</p></li></ul>", "-   een\n-   twee\n\n    drie\n", id="list"
        ),
        pytest.param("<ol><li>een</li></ol>", "1.  een\n", id="numbered list"),
        pytest.param("<dl><div><dt>Kosten</dt><dd>gratis</dd></div></dl>", "-   **Kosten:** gratis\n", id="facts"),
        pytest.param('<p><a href="../x/">x <svg><path/></svg></a></p>', "[x](naar ../x/)\n", id="link"),
        pytest.param(
            "<table><caption>T</caption><tr><th>a</th></tr><tr><td>1</td></tr></table>",
            "T\n\n| a |\n| --- |\n| 1 |\n",
            id="table",
        ),
        pytest.param(
            '<div class="term-card"><p>OTS</p><p>Hulp die moet.</p></div>', "*[OTS]: Hulp die moet.\n", id="term"
        ),
    ],
)
def test_html_becomes_what_an_author_types(html: str, text: str) -> None:
    """Each part of our pages has its Markdown."""
    assert markdown(html, lambda href: f"naar {href}") == text


def test_says_every_word_of_our_pages(tmp_path: Path) -> None:
    """A page of the stock site has the words of ours, in the same order, and no others; for every kind."""
    library = read(PROJECT).library
    assert library is not None
    docs = write_plain_site(tmp_path, library, lean=True) / "docs"
    for file in render(library):
        ref = file.path.removesuffix(".md")
        if file.is_page and ref in library.entries:
            ours = CHART.sub("", MORE.sub("", NOT_SAID.sub("", front_of(file.data)["body"])))
            path = next(path for path in (docs / f"{ref}.md", docs / ref / "index.md") if path.is_file())
            theirs = re.sub(
                r"\]\([^)]*\)|^ *1\. ", " ", path.read_text("utf-8").split("---\n", 2)[2], flags=re.MULTILINE
            )
            assert words(re.sub(r"<[^>]*>", " ", ours)) == words(theirs), ref


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"&\w+;|&#\d+;", " ", text))
