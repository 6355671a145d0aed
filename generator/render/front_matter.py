"""YAML front matter, readable line for line: what the shell in `site_overrides/` gets of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

# What YAML can hold as it stands; other characters it must write as `\\x..`.
PRINTABLE = re.compile("[\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")
CODE = re.compile("(<pre>.*?</pre>)", re.DOTALL)


def front_matter(values: Mapping[str, str]) -> str:
    """Return `values` as a Markdown file that is all front matter; what is empty is left out.

    Written without a YAML library, which takes longer for a page than its template does; but for rare characters.
    """
    lines = "".join(f"{key}: {_scalar(_without_blanks(value))}\n" for key, value in values.items() if value)
    return f"---\n{lines}---\n"


def _without_blanks(text: str) -> str:
    """Return text without the blank lines and blanks at line ends that templates leave; in code they are the code's."""
    if "<pre>" not in text:
        return _stripped(text)
    return "".join(part if part.startswith("<pre>") else _stripped(part) for part in CODE.split(text))


def _stripped(text: str) -> str:
    first, *rest = text.split("\n")
    if not rest:
        return text
    kept = (line.rstrip(" \t") for line in rest[:-1])
    return "\n".join((first.rstrip(" \t"), *filter(None, kept), rest[-1]))


def _scalar(text: str) -> str:
    if not PRINTABLE.fullmatch(text):
        return yaml.dump(text, Dumper=yaml.CSafeDumper, allow_unicode=True, width=-1).removesuffix("...\n").rstrip("\n")
    if "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    indent = "2" if text.startswith((" ", "\n")) else ""
    keep = "" if text.endswith("\n") else "-"
    return f"|{indent}{keep}\n  " + text.removesuffix("\n").replace("\n", "\n  ")
