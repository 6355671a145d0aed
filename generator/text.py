"""Markdown text -> safe HTML: links resolved, headings with an id, terms explained where they are first used.

Raw HTML never gets here: `validate` refuses it, and the parser is told not to pass it on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

OUTSIDE = ("https://", "tel:", "mailto:")


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return the one Markdown parser: CommonMark with tables, without HTML."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


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


@lru_cache(maxsize=1 << 15)  # one text is asked for its links, its words and its HTML, and again at the next build
def _parsed(text: str) -> tuple[Token, ...]:
    """Return the tokens of Markdown text. They are shared: whoever changes one changes a copy."""
    return tuple(parser().parse(text))


def links(text: str) -> Iterator[str]:
    """Yield the target of every link in Markdown text."""
    if "](" in text or "]:" in text or "<" in text:
        for token in _flat(_parsed(text)):
            if token.type == "link_open":
                yield str(token.attrGet("href"))


def pictures(text: str) -> Iterator[str]:
    """Yield the target of every picture in Markdown text."""
    if "![" in text:
        for token in _flat(_parsed(text)):
            if token.type == "image":
                yield str(token.attrGet("src"))


def headings(text: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the words of every heading in Markdown text."""
    for token, inside in pairwise(_parsed(text)):
        if token.type == "heading_open":
            words = plain_tokens(inside.children or ())
            yield slug(words), words


@lru_cache(maxsize=1 << 16)  # the summary of a term is asked for on every page that explains it
def plain(text: str) -> str:
    """Return Markdown text as plain words, for search and descriptions."""
    blocks = (plain_tokens(token.children or ()) for token in _parsed(text) if token.type == "inline")
    return " ".join(blocks)


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


@dataclass(frozen=True)
class Glossary:
    """The words that are explained in place, and the term that each belongs to."""

    pattern: re.Pattern[str] | None
    terms: Mapping[str, str]

    def term(self, word: str) -> str:
        """Return the ref of the term that `word` is a name of, or nothing: a pattern takes ı for i, `casefold` not."""
        return self.terms.get(word) or self.terms.get(word.casefold(), "")


def glossary(names: Mapping[str, Iterable[str]]) -> Glossary:
    """Return the glossary for names by term ref. A name in capitals (OTS) only matches in capitals."""
    terms: dict[str, str] = {}
    for ref, words in names.items():
        for word in words:
            terms.setdefault(word if word.isupper() else word.casefold(), ref)
    longest_first = sorted(terms, key=lambda word: (-len(word), word))
    words = "|".join(re.escape(word) if word.isupper() else f"(?i:{re.escape(word)})" for word in longest_first)
    return Glossary(re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") if terms else None, terms)


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

    def prose(self, text: str) -> Markup:
        """Return Markdown as block HTML."""
        return self._render(_parsed(text))

    def inline(self, text: str) -> Markup:
        """Return Markdown as inline HTML, without the paragraph around it."""
        return self._render(parser().parseInline(text))

    def _render(self, tokens: Sequence[Token]) -> Markup:
        return Markup(parser().renderer.render(list(self._block_tokens(tokens)), parser().options, {}))

    def _block_tokens(self, tokens: Sequence[Token]) -> Iterator[Token]:
        quiet = False
        for token, inside in zip(tokens, (*tokens, None)[1:], strict=True):
            if token.type == "heading_open" and inside is not None:
                quiet = True
                yield token.copy(attrs={**token.attrs, "id": slug(plain_tokens(inside.children or ()))})
            elif token.children is not None:
                yield token.copy(children=list(self._inline_tokens(token.children, quiet)))
            else:
                quiet = quiet and token.type != "heading_close"
                yield token

    def _inline_tokens(self, tokens: Sequence[Token], quiet: bool) -> Iterator[Token]:
        in_link = False
        for index, token in enumerate(tokens):
            if token.type == "link_open":
                in_link = True
                token = self._aimed(token, plain_tokens(tokens[index + 1 : index + 2]))
            elif token.type == "link_close":
                in_link = False
            if token.type == "text" and not in_link and not quiet:
                yield from self._with_terms(token)
            else:
                yield token

    def _aimed(self, link: Token, words: str) -> Token:
        target = str(link.attrGet("href"))
        if target.startswith(OUTSIDE):
            aim = {"rel": "noreferrer noopener"}
        elif words in self.phones.get(target, ()):
            aim = {"href": dialled(words)}
        else:
            aim = {"href": self.url(target)}
        return link.copy(attrs={**link.attrs, **aim})

    def _with_terms(self, token: Token) -> Iterator[Token]:
        rest = 0
        found = self.glossary.pattern.finditer(token.content) if self.glossary.pattern else ()
        for match in found:
            ref = self.glossary.term(match[0])
            if ref in ("", self.own, *self.explained):
                continue
            self.explained.append(ref)
            yield _token("text", token.content[rest : match.start()])
            name = ref.rpartition("/")[2]
            button = f'<button type="button" class="term" popovertarget="term-{name}">{escape(match[0])}</button>'
            yield _token("html_inline", button)
            rest = match.end()
        yield _token("text", token.content[rest:])


def _token(kind: str, content: str) -> Token:
    return Token(kind, "", 0, content=content)
