"""YAML front matter, readable line for line: what the shell in `site_overrides/` gets of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

LINE_ENDS = re.compile(r"[ \t]*\n(?:[ \t]*\n)*")  # with them YAML could not hold the lines as they stand


def front_matter(values: Mapping[str, str]) -> str:
    """Return `values` as a Markdown file that is all front matter; what is empty is left out."""
    said = {key: LINE_ENDS.sub("\n", value) for key, value in values.items() if value}
    text = yaml.dump(said, Dumper=_FrontMatter, allow_unicode=True, sort_keys=False, width=-1)
    return f"---\n{text}---\n"


class _FrontMatter(yaml.CSafeDumper):
    """Writes text of several lines as it stands, line for line."""

    def represent_text(self, text: str) -> yaml.Node:
        return self.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_FrontMatter.add_representer(str, _FrontMatter.represent_text)
