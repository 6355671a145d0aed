"""The page of each entry: front matter for the shell in `site_overrides/`, in which `body` is finished HTML.

The body is made here, whole, so that the site builder has nothing to work out and stays replaceable. It is no
Markdown either: Python-Markdown and MkDocs would each parse the HTML again.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.chart import chart, nl_number
from generator.library import Entry, Library
from generator.link import term_names
from generator.memory import keep
from generator.models.page import AWAY, HOME
from generator.models.source import Source
from generator.models.term import Term
from generator.models.words import GROUPS, HELP, VIOLENCE
from generator.outfile import OutFile
from generator.render.areas import by_help, choices, doors, everyone, helpers, level
from generator.render.compiled import COMPILED
from generator.render.front_matter import front_matter
from generator.render.open_data import PATH as OPEN_DATA
from generator.render.open_data import json_ld
from generator.render.reuse import Asking, Made, MadePage, Pages
from generator.render.urls import depth_prefix, relative_url
from generator.report import report
from generator.review_term import review_by
from generator.text import Glossary, PageText, answer, glossary, plain

TEMPLATES = Path(__file__).parent.parent / "templates"
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


_last = Pages()  # an edit changes one item, and few pages hang on it


class _LastPages:
    """The last pages, as a part of what is remembered."""

    @property
    def made(self) -> int:
        return _last.new

    @made.setter
    def made(self, number: int) -> None:
        _last.new = number

    def state(self) -> Mapping[str, Any]:
        return {name: value for name, value in vars(_last).items() if name != "new"}

    def restore(self, state: Mapping[str, Any]) -> None:
        global _last
        _last = Pages(**state)

    def __len__(self) -> int:
        return len(_last.made)


keep("pages", _LastPages())


@dataclass(frozen=True)
class Cited:
    """A citation with the source that it names."""

    citation: Any
    source: Source


class PageMaker:
    """Makes the pages of a library: the Markdown file of each entry, by ref, and the page that quick exit leads to."""

    def __init__(self, library: Library, plays: Mapping[str, Mapping[str, Any]]) -> None:
        """Find out which of the last pages still hold; `plays` is what the page of each game shows, by ref."""
        self.library, self.plays = library, plays
        self._words = explained_words(library)
        _last.renew(library, self._words, (_templates(), library.settings, library.coverage, library.search_words))
        _last.forget(ref for ref, play in plays.items() if ref in _last.made and _last.made[ref].play != play)
        if len(_last.made) < len(library.entries):
            compile_templates()  # before a copy of this process would do so too
        self._away = _file(AWAY, {"title": "Pannenkoeken bakken", "template": "weg.html"})
        self.refs = (*library.entries, AWAY)

    def known(self, ref: str) -> OutFile | None:
        """Return a page that need not be made."""
        if ref == AWAY:
            return self._away
        return _last.made[ref].page.file if ref in _last.made else None

    def make(self, ref: str) -> MadePage:
        """Return a page that is not known; the same whoever makes it."""
        return _page(self.library, self._words, self.library.entries[ref], self.plays.get(ref))

    def keep(self, ref: str, page: MadePage) -> None:
        """Know a page from now on."""
        _last.keep(self.library, Made(self.library.entries[ref], self.plays.get(ref), page))


def explained_words(library: Library) -> Glossary:
    """Return the words that are explained where they are used."""
    terms = ((entry.ref, entry.item) for entry in library.folder("begrippen"))
    explained = ((ref, term) for ref, term in terms if isinstance(term, Term) and term.explain)
    return glossary({ref: [name for _, name in term_names(term)] for ref, term in explained})


def nl_date(date: datetime.date | str) -> str:
    """Return a date as people write it: 21 november 2026."""
    day = datetime.date.fromisoformat(date) if isinstance(date, str) else date
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _templates() -> bytes:
    """Return all templates: `serve` takes a change of these too."""
    return b"".join(path.read_bytes() for path in sorted(TEMPLATES.iterdir()) if path.is_file())


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=COMPILED,
    )
    environment.filters["prose"] = _prose
    environment.filters["inline"] = _inline
    environment.globals.update(HELP=HELP, GROUPS=GROUPS, VIOLENCE=VIOLENCE, by_help=by_help)
    return environment


def compile_templates() -> None:
    """Compile every template, for whoever makes pages next."""
    for name in _environment().list_templates():
        _environment().get_template(name)


@pass_context
def _prose(context: Context, text: str) -> Markup:
    page: PageText = context["page_text"]
    return page.prose(text)


@pass_context
def _inline(context: Context, text: str) -> Markup:
    page: PageText = context["page_text"]
    return page.inline(text)


def _page(whole: Library, words: Glossary, entry: Entry, play: Mapping[str, Any] | None) -> MadePage:
    library, own, item = Asking.of(whole), entry.ref, entry.item
    page = PageText(lambda target: relative_url(own, target), words, own, library.phones)
    front = {
        "title": entry.title,
        "description": plain(item.summary),
        "section": "home" if own == HOME else own.partition("/")[0],
        "kind": entry.kind.name,
        "crumbs": _crumbs(library, own),
    }
    citations = tuple(Cited(c, _source(library, c.id)) for c in getattr(item, "sources", ()))
    mentions = library.linked_from.get(own, ())
    context: dict[str, Any] = {
        "item": item,
        "id": entry.id,
        "kind": entry.kind,
        "cited": citations,
        "verified": all(cited.citation.verified is not False for cited in citations),
        "linked_from": tuple(ref for ref in mentions if library.kind(ref).name != "page"),
    }
    if play is not None:
        front["game"] = "true"
        context["play"] = play
    body = _template(library, page, entry.template, **context)
    return MadePage(_file(own, {**front, "body": body}), frozenset(library.asked), " ".join(sorted(page.words)))


def _source(library: Library, source_id: str) -> Source:
    item = library.entries[f"bronnen/{source_id}"].item
    assert isinstance(item, Source)
    return item


def _template(library: Asking, page: PageText, name: str, **context: object) -> str:
    """Return the body of a page: the template's HTML, and a card for each term it explains."""
    own = page.own
    functions = {
        "url": page.url,
        "asset": lambda path: f"{depth_prefix(own)}assets/{path}",
        "title": library.title,
        "label": lambda target: library.kind(target).label,
        "summary": library.summary,
        "answer": lambda target: answer(library.summary(target)),
        "items": lambda folder: tuple((entry.ref, entry.item) for entry in library.folder(folder)),
        "nl_date": nl_date,
        "review_by": review_by,
        "open_data": f"{depth_prefix(own)}{OPEN_DATA}",
        "json_ld": lambda: _script(json_ld(library, library.at(own))),
        "report": lambda: report(library),
        "level": lambda area: level(library, area),
        "choices": lambda: choices(library),
        "doors": lambda: doors(library),
        "everyone": lambda: everyone(library),
        "helpers": lambda area: helpers(library, area),
        "nl_number": nl_number,
        "chart": chart,
    }
    html = _environment().get_template(f"{name}.md.j2").render(page_text=page, ref=own, **functions, **context)
    cards = "".join(_card(library, ref, relative_url(own, ref)) for ref in page.explained)
    return f'<div class="page">{html}{cards}</div>'


def _script(data: object) -> Markup:
    """Return data as a script that only programs read; `<` is escaped, so that no text can close it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))


def _card(library: Asking, ref: str, url: str) -> str:
    """Return what a reader sees on pressing a term."""
    title = escape(library.title(ref))
    return (
        f'<div popover id="term-{ref.rpartition("/")[2]}" class="term-card"><p class="term-card__name">{title}</p>'
        f'<p>{escape(library.summary(ref))}</p><p><a href="{url}">Meer over {title}</a></p></div>'
    )


def _crumbs(library: Asking, ref: str) -> str:
    """Return the way to a page as list items; only pages that exist are links."""
    if ref == HOME:
        return ""
    parts = ref.split("/")
    above = [HOME, *("/".join(parts[:end]) for end in range(1, len(parts)))]
    links = (
        f'<li><a href="{relative_url(ref, part)}">{"Start" if part == HOME else escape(library.title(part))}</a></li>'
        for part in above
        if library.has(part)
    )
    return "".join((*links, f'<li aria-current="page">{escape(library.title(ref))}</li>'))


def _file(ref: str, front: Mapping[str, str]) -> OutFile:
    return OutFile.text(f"{ref}.md", front_matter(front))
