"""Pages come to the site builder as front matter, in which nothing is lost that a reader would see."""

from __future__ import annotations

import pytest
from mkdocs.utils.meta import get_data

from generator.render.front_matter import front_matter


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<p>een</p>\n  <p>twee</p>", id="lines"),
        pytest.param("  <p>een</p>\n<p>twee</p>", id="indented first line"),
        pytest.param("een\n---\ntwee: [\n...\ndrie", id="marks of YAML"),
        pytest.param("'een' \"twee\" \\ # drie: vier", id="quotes"),
        pytest.param("2020", id="looks like a number"),
        pytest.param("een\ttwee\n\tdrie", id="tabs"),
        pytest.param("caf\u00e9 \u201cja\u201d \U0001f600\nnee", id="letters and emoji"),
        pytest.param("<p>een</p>\n<pre>twee\n\n  drie  \n\n</pre>\n<p>vier</p>", id="blank lines in code"),
        pytest.param("<pre>\n\n een</pre><p>\n<pre>twee\n \n</pre>\n", id="code first and last"),
        pytest.param("een\u2028twee\x85drie\nvier\x07\x7f", id="odd line ends and control characters"),
    ],
)
def test_text_arrives_as_it_was(text: str) -> None:
    """The site builder reads back what was written, as title and as body."""
    rest, meta = get_data(front_matter({"title": text, "body": text}))
    assert (rest, meta) == ("", {"title": text, "body": text})


def test_blanks_between_elements_are_left_out() -> None:
    """What templates leave behind is not sent to readers."""
    _, meta = get_data(front_matter({"body": "<ul>\n\n  \n<li>een</li>  \n\n<li>twee</li>\n</ul>"}))
    assert meta == {"body": "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"}
