"""Our HTML -> Markdown: what an author would have typed to get the same words, headings, lists, tables and links.

Left out is what stock Material makes itself (the contents of a page), charts and the player of a game, whose numbers
and texts stand on the page once more, and icons. A word that we explain in place is an abbreviation, as Material's
manual has it for a glossary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "circle", "line"}
SKIPPED_TAGS = {"svg", "baken-game", "noscript", "script"}
SKIPPED_CLASSES = {"toc", "chart"}
INLINE = {"a", "b", "button", "code", "em", "span", "strong", "time"}
MARKS = {"strong": "**", "b": "**", "em": "*", "code": "`"}
HEADING = re.compile(r"h[1-6]")


@dataclass
class Node:
    """An element; `parts` are its texts and elements, in order."""

    tag: str
    attributes: dict[str, str | None]
    parts: list[Node | str] = field(default_factory=list)

    @property
    def is_skipped(self) -> bool:
        return self.tag in SKIPPED_TAGS or any(map(self.has_class, SKIPPED_CLASSES))

    def has_class(self, name: str) -> bool:
        return name in (self.attributes.get("class") or "").split()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("body", {})]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attributes))
        self.open[-1].parts.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.open[-1].parts.append(Node(tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def markdown(html: str, to: Callable[[str], str]) -> str:
    """Return `html` as Markdown; `to` turns the address of a link into the one to write."""
    builder = _Builder()
    builder.feed(html)
    return "\n\n".join(_blocks(builder.open[0], to)) + "\n"


def _blocks(node: Node, to: Callable[[str], str]) -> Iterator[str]:
    """Yield the blocks in an element; texts and inline elements beside each other are one paragraph."""
    words: list[str] = []
    for part in (*node.parts, None):
        if isinstance(part, str):
            words.append(part)
        elif part is not None and part.tag in INLINE and not part.is_skipped and not _holds_blocks(part):
            words.append(_inline(part, to))
        else:
            if text := _spaced("".join(words)):
                yield text
            words = []
            if part is not None and not part.is_skipped:
                yield from _block(part, to)


def _block(node: Node, to: Callable[[str], str]) -> Iterator[str]:
    if HEADING.fullmatch(node.tag):
        yield f"{'#' * int(node.tag[1])} {_words(node, to)}"
    elif node.tag in ("ul", "ol"):
        bullet = "1." if node.tag == "ol" else "-"
        entries = (part for part in node.parts if isinstance(part, Node))
        yield "\n".join(f"{bullet:<4}" + _indented(_blocks(entry, to)) for entry in entries)
    elif node.tag == "dl":
        yield "\n".join(_facts(node, to))
    elif node.tag == "table":
        yield from _table(node, to)
    elif node.has_class("term-card"):
        name, meaning = (_words(part, to) for part in list(_all(node, "p"))[:2])
        yield f"*[{name}]: {meaning}"
    else:
        yield from _blocks(node, to)


def _facts(node: Node, to: Callable[[str], str]) -> Iterator[str]:
    """Yield the facts of a `dl` as entries of a list, such as `- **Kosten:** gratis`."""
    for name, meaning in zip(_all(node, "dt"), _all(node, "dd"), strict=True):
        first, *rest = _blocks(meaning, to)
        yield "-   " + _indented(iter((f"**{_words(name, to)}:** {first}", *rest)))


def _table(node: Node, to: Callable[[str], str]) -> Iterator[str]:
    """Yield the caption of a table, and its rows."""
    yield from (_words(part, to) for part in _all(node, "caption"))
    rows = [[_words(cell, to) for cell in row.parts if isinstance(cell, Node)] for row in _all(node, "tr")]
    rows.insert(1, ["---"] * len(rows[0]))
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _all(node: Node, tag: str) -> Iterator[Node]:
    for part in node.parts:
        if isinstance(part, Node):
            yield from (part,) if part.tag == tag else _all(part, tag)


def _holds_blocks(node: Node) -> bool:
    return any(
        isinstance(part, Node) and (part.tag not in INLINE or _holds_blocks(part))
        for part in node.parts
        if isinstance(part, str) or not part.is_skipped
    )


def _inline(node: Node, to: Callable[[str], str]) -> str:
    words = _words(node, to)
    if node.tag == "a" and words:
        return f"[{words}]({to(node.attributes.get('href') or '')})"
    mark = MARKS.get(node.tag, "")
    if mark and words:
        return f"{mark}{words}{mark}"
    # Our style sheets set such parts apart; text needs a space.
    return (" " if node.tag == "span" else "") + "".join(_raw(node, to))


def _words(node: Node, to: Callable[[str], str]) -> str:
    return _spaced("".join(_raw(node, to)))


def _raw(node: Node, to: Callable[[str], str]) -> Iterator[str]:
    for part in node.parts:
        if isinstance(part, str):
            yield part
        elif not part.is_skipped:
            yield _inline(part, to)


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _indented(blocks: Iterator[str]) -> str:
    return "\n\n".join(blocks).replace("\n", "\n    ").replace("\n    \n", "\n\n")
