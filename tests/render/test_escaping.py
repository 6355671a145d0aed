"""What an author writes is text on every page that shows it, whatever signs are in it."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from generator.pipeline import read
from generator.render import render

WRITTEN = """A & "B" 'C' <3 4>2"""
SHOWN = "A &amp; &#34;B&#34; &#39;C&#39; &lt;3 4&gt;2"


def test_titles_are_text(project: Path) -> None:
    """A title stays text in its own page, in lists, links and crumbs, in the words of a chart and in a term's card."""
    for path in (project / "content").rglob("*.yml"):
        text = path.read_text().replace("Kijk goed", "Volg de aanwijzing")  # a term, so its card is shown
        path.write_text(text.replace("title: ", f"title: {json.dumps(WRITTEN)} # ", 1))
    reading = read(project)
    assert reading.library
    assert [problem.code for problem in reading.problems] == []
    for file in render(reading.library):
        if file.path.endswith(".md"):
            page = yaml.safe_load(file.data.decode().removeprefix("---\n").removesuffix("---\n"))
            for part in ("body", "crumbs"):
                assert WRITTEN not in page.get(part, "")
                assert "<3" not in page.get(part, "")
            assert page["title"] != WRITTEN or SHOWN in page.get("body", "")
