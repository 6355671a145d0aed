"""Markdown text -> safe HTML: links resolved, headings with an id, terms explained where they are first used.

Raw HTML never gets here: `validate` refuses it, and the parser is told not to pass it on.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.memory import remembered
from generator.processes import in_halves

WORD = re.compile(r"(?<![\w-])(?:\w+|[^\w\s])")  # or a sign that a name may start with
FIRST_ANSWER = re.compile(r".{40,}?\.(?=\s+[^\W\da-z])", re.DOTALL)  # not after `bijv.`
OUTSIDE = ("https://", "tel:", "mailto:")


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return the one Markdown parser: CommonMark with tables, without HTML."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _renderer() -> RendererHTML:
    renderer = parser().renderer
    assert isinstance(renderer, RendererHTML)
    return renderer


@lru_cache(maxsize=1)
def _permissive_parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def html_in(text: str) -> str:
    """Return the first HTML in Markdown text, or nothing. HTML in a code span is text."""
    if "<" not in text:
        return ""
    for token in _flat(_permissive_parser().parse(text)):
        if token.type in ("html_block", "html_inline"):
            return str(token.content.strip())
    return ""


class Link(NamedTuple):
    """The start of a link in text, before a page aims it; `words` is what it says, `more` its other attributes."""

    target: str
    words: str
    more: str


class Words(NamedTuple):
    """Text in which a page may explain terms."""

    text: str


Piece: TypeAlias = str | Link | Words


@dataclass(frozen=True)
class Html:
    """The HTML of a text but for what differs by page; `words` are those at which a term could start, in one line."""

    pieces: tuple[Piece, ...]
    words: str


@dataclass(frozen=True)
class Parsed:
    """What every page gets of one text, parsed once."""

    html: Html
    links: tuple[str, ...]
    pictures: tuple[str, ...]
    headings: tuple[tuple[str, str], ...]
    blocks: tuple[str, ...]


# One text is asked for its links, its words and its HTML, and again at the next build of the same program.
_known: dict[str, Parsed] = {}


def parsed(text: str) -> Parsed:
    """Return Markdown text, parsed as blocks."""
    found = _known.get(text)
    if found is None:
        found = _known[text] = _parsed(text)
    return found


def parse_all(texts: Iterable[str]) -> None:
    """Parse `texts` before they are asked for: together that is quicker."""
    new = [text for text in dict.fromkeys(texts) if text not in _known]
    _known.update(zip(new, in_halves(lambda some: list(map(_parsed, some)), new), strict=True))


def _parsed(text: str) -> Parsed:
    tokens = parser().parse(text)
    flat = tuple(_flat(tokens))
    return Parsed(
        html=_html(tokens),
        links=tuple(str(token.attrGet("href")) for token in flat if token.type == "link_open"),
        pictures=tuple(str(token.attrGet("src")) for token in flat if token.type == "image"),
        headings=tuple(_headings(tokens)),
        blocks=tuple(plain_tokens(token.children or ()) for token in tokens if token.type == "inline"),
    )


@lru_cache(maxsize=1 << 16)
def _parsed_inline(text: str) -> Html:
    return _html(parser().parseInline(text))


def _html(tokens: list[Token]) -> Html:
    pieces = _joined(_block_pieces(tokens))
    words = WORD.findall(" ".join(piece.text for piece in pieces if isinstance(piece, Words)))
    return Html(pieces, " ".join(dict.fromkeys(word.casefold() for word in words)))


def links(text: str) -> tuple[str, ...]:
    """Return the target of every link in Markdown text."""
    return parsed(text).links if "](" in text or "]:" in text or "<" in text else ()


def pictures(text: str) -> tuple[str, ...]:
    """Return the target of every picture in Markdown text."""
    return parsed(text).pictures if "![" in text else ()


@remembered
def headings(text: str) -> tuple[tuple[str, str], ...]:
    """Return the id and the words of every heading in Markdown text."""
    return parsed(text).headings


@remembered
def plain(text: str) -> str:
    """Return Markdown text as plain words, for search and descriptions."""
    return " ".join(blocks(text))


def answer(text: str) -> str:
    """Return plain text up to the first full stop where it says enough: a question with its answer."""
    found = FIRST_ANSWER.match(text)
    return found[0] if found else text


def blocks(text: str) -> tuple[str, ...]:
    """Return the words of every paragraph, point, heading and cell in Markdown text."""
    return parsed(text).blocks


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for token, inside in pairwise(tokens):
        if token.type == "heading_open":
            words = plain_tokens(inside.children or ())
            yield slug(words), words


def _block_pieces(tokens: list[Token]) -> Iterator[Piece]:
    """Yield the HTML of tokens as markdown-it writes it, with an id for each heading."""
    renderer, options = _renderer(), parser().options
    quiet = False  # a heading explains no terms
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            quiet = True
            token.attrSet("id", slug(plain_tokens(tokens[index + 1].children or ())))
        elif token.type == "heading_close":
            quiet = False
        if token.type == "inline":
            yield from _inline_pieces(token.children or [], quiet)
        elif rule := renderer.rules.get(token.type):
            yield rule(tokens, index, options, {})
        else:
            yield renderer.renderToken(tokens, index, options, {})


def _inline_pieces(tokens: list[Token], quiet: bool) -> Iterator[Piece]:
    renderer, options = _renderer(), parser().options
    in_link = False
    for index, token in enumerate(tokens):
        if token.type == "link_open":
            in_link = True
            more = "".join(
                f' {name}="{escapeHtml(str(value))}"' for name, value in token.attrs.items() if name != "href"
            )
            yield Link(str(token.attrGet("href")), plain_tokens(tokens[index + 1 : index + 2]), more)
        elif token.type == "text" and not in_link and not quiet:
            yield Words(token.content)
        else:
            in_link = in_link and token.type != "link_close"
            rule = renderer.rules.get(token.type)
            yield rule(tokens, index, options, {}) if rule else renderer.renderToken(tokens, index, options, {})


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces, with neighbouring HTML as one."""
    found: list[Piece] = []
    html: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            html.append(piece)
            continue
        found += ("".join(html), piece)
        html.clear()
    return tuple(filter(None, (*found, "".join(html))))


def plain_tokens(tokens: Iterable[Token]) -> str:
    """Return the words in inline tokens."""
    words = (" " if token.type in ("softbreak", "hardbreak") else token.content for token in tokens)
    return re.sub(r"\s+", " ", "".join(words)).strip()


def slug(words: str) -> str:
    """Return the id of a heading: lower case, no accents, hyphens."""
    folded = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")


def dialled(number: str) -> str:
    """Return the address that calls a phone number: `tel:08002000` for `0800-2000`."""
    return "tel:" + re.sub(r"[ -]", "", number)


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


Names: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Glossary:
    """The words that are explained in place, and the term that each belongs to.

    `starts` has the names that start with a word (in lower case), each with the ref of its term, the longest first: so
    a text costs the same however many terms there are. A name in capitals (OTS) only matches in capitals.
    """

    starts: Mapping[str, Names]

    def found(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Yield every name in `text`, the longest at each place, and the ref of its term."""
        end = 0
        for word in WORD.finditer(text):
            names = self.starts.get(word[0].casefold())
            if names is None or word.start() < end:
                continue
            if name := _pattern(names).match(text, word.start()):
                end = name.end()
                yield name, _term(names, name[0])

    def changed(self, other: Glossary) -> set[str]:
        """Return the words for which the two differ: in a text without these they find the same."""
        return {first for first, _ in self.starts.items() ^ other.starts.items()}


@lru_cache(maxsize=1 << 14)
def _pattern(names: Names) -> re.Pattern[str]:
    words = (re.escape(name) if name.isupper() else f"(?i:{re.escape(name)})" for name, _ in names)
    return re.compile(rf"(?:{'|'.join(words)})(?![\w-])")


def _term(names: Names, word: str) -> str:
    """Return the ref of the term that `word` is a name of, or nothing: a pattern takes ı for i, `casefold` not."""
    terms = dict(names)
    return terms.get(word) or terms.get(word.casefold(), "")


def glossary(names: Mapping[str, Iterable[str]]) -> Glossary:
    """Return the glossary for names by term ref; of two terms with one name the first has it."""
    terms: dict[str, str] = {}
    for ref, words in names.items():
        for word in words:
            terms.setdefault(word if word.isupper() else word.casefold(), ref)
    starts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word in sorted(terms, key=lambda word: (-len(word), word)):
        if first := WORD.match(word):
            starts[first[0].casefold()].append((word, terms[word]))
    return Glossary({first: tuple(found) for first, found in starts.items()})


@dataclass
class PageText:
    """Renders the texts of one page; remembers which terms it explained, so that each is explained once.

    A link to an organisation whose words are one of its numbers in `phones` (by ref) calls that number.
    """

    url: Callable[[str], str]
    glossary: Glossary
    own: str = ""
    phones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    explained: list[str] = field(default_factory=list)
    words: set[str] = field(default_factory=set)  # that were looked up in the glossary

    def prose(self, text: str) -> Markup:
        """Return Markdown as block HTML."""
        return self._shown(parsed(text).html)

    def inline(self, text: str) -> Markup:
        """Return Markdown as inline HTML, without the paragraph around it."""
        return self._shown(_parsed_inline(text))

    def _shown(self, html: Html) -> Markup:
        words = html.words.split()
        self.words.update(words)
        terms = not self.glossary.starts.keys().isdisjoint(words)
        return Markup("".join(self._on_this_page(piece, terms) for piece in html.pieces))

    def _on_this_page(self, piece: Piece, terms: bool) -> str:
        if isinstance(piece, str):
            return piece
        if isinstance(piece, Link):
            return self._aimed(piece)
        return "".join(self._with_terms(piece.text)) if terms else escapeHtml(piece.text)

    def _aimed(self, link: Link) -> str:
        rel = ""
        if link.target.startswith(OUTSIDE):
            href, rel = link.target, ' rel="noreferrer noopener"'
        elif link.words in self.phones.get(link.target, ()):
            href = dialled(link.words)
        else:
            href = self.url(link.target)
        return f'<a href="{escapeHtml(href)}"{link.more}{rel}>'

    def _with_terms(self, text: str) -> Iterator[str]:
        rest = 0
        for name, ref in self.glossary.found(text):
            if ref in ("", self.own, *self.explained):
                continue
            self.explained.append(ref)
            yield escapeHtml(text[rest : name.start()])
            id = ref.rpartition("/")[2]
            yield f'<button type="button" class="term" popovertarget="term-{id}">{escape(name[0])}</button>'
            rest = name.end()
        yield escapeHtml(text[rest:])
