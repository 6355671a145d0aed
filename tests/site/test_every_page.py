"""What every page of the built site holds: help and a way out, a strict policy, its sources, nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import yaml

from generator.library import Library
from tests.site.html import Element

NEUTRAL = "weg/index.html"
# Elements whose address the browser fetches by itself, and links that it fetches.
FETCHED = {"script", "img", "source", "iframe", "audio", "video", "embed", "object", "use", "track", "input"}
ADDRESSES = ("src", "srcset", "data", "poster", "xlink:href", "action", "formaction", "ping", "manifest", "play")

Pages = dict[str, list[Element]]


def policy(page: list[Element]) -> dict[str, list[str]]:
    """Return the content security policy of a page, by directive."""
    (found,) = [element for element in page if element["http-equiv"] == "Content-Security-Policy"]
    rules = (rule.split() for rule in found["content"].split(";") if rule.strip())
    return {name: values for name, *values in rules}


def is_game(page: list[Element]) -> bool:
    return any(element.tag == "baken-game" for element in page)


def test_policy(pages: Pages) -> None:
    """Every page allows only its own files and no inline code; WebAssembly and workers only where there is a game."""
    for path, page in pages.items():
        rules = policy(page)
        assert rules["default-src"] == ["'none'"], path
        assert ("'wasm-unsafe-eval'" in rules.get("script-src", [])) == is_game(page), path
        assert ("worker-src" in rules) == is_game(page), path
        allowed = {value for values in rules.values() for value in values}
        assert allowed <= {"'self'", "'none'", "data:", "'wasm-unsafe-eval'"}, path
        assert "data:" not in rules.get("script-src", []), path


def test_games_are_found(pages: Pages, library: Library) -> None:
    """Every scenario has its page with a game, and no other page has one."""
    games = {f"{entry.ref}/index.html" for entry in library.entries.values() if entry.kind.is_game}
    assert {path for path, page in pages.items() if is_game(page)} == games


def test_nothing_inline(pages: Pages) -> None:
    """No script, style or handler stands in a page itself: the policy would stop it. Data for programs is no script."""
    for path, page in pages.items():
        for element in page:
            assert element.tag != "style", path
            assert element.tag != "script" or element["src"] or element["type"] == "application/ld+json", path
            assert not [name for name in element.attributes if name.startswith("on") or name == "style"], (
                path,
                element,
            )


def test_nothing_from_elsewhere(pages: Pages, built_site: Path) -> None:
    """Whatever a page fetches by itself is a file of this site."""
    for path, page in pages.items():
        for element in page:
            addresses = [element[name] for name in ADDRESSES if element.tag in FETCHED or name in ("action", "play")]
            if element.tag == "link":
                addresses.append(element["href"])
            for address in filter(None, addresses):
                if address == "data:,":
                    continue
                target = urlsplit(urljoin(f"http://site/{path}", address))
                assert target.netloc == "site", (path, address)
                assert not urlsplit(address).query, (path, address)
                file = built_site / target.path.lstrip("/")
                assert (file / "index.html" if file.is_dir() else file).is_file(), (path, address)


def test_styles_fetch_nothing_from_elsewhere(built_site: Path) -> None:
    """No style sheet names another host."""
    for path in (built_site / "assets").rglob("*.css"):
        for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", path.read_text("utf-8")):
            assert not urlsplit(address).netloc, (path.name, address)
            assert address.startswith("data:") or (path.parent / address).is_file(), (path.name, address)
        assert "@import" not in path.read_text("utf-8"), path.name


def test_help_and_exit(pages: Pages, built_site: Path) -> None:
    """Every page has the emergency numbers one tap away and the way out; the neutral page has neither, nor a name."""
    settings = yaml.safe_load((built_site.parents[1] / "mkdocs.yml").read_text("utf-8"))
    for path, page in pages.items():
        if path == NEUTRAL:
            continue
        links = {element["href"]: element.text for element in page if element.tag == "a"}
        for number in settings["extra"]["emergency"]:
            assert number["number"] in links[number["href"]], path
        assert "Verlaat deze site" in " ".join(links[settings["extra"]["exit_url"]].split()), path
        assert [element.tag for element in page].count("baken-exit") == 1, path
    assert "baken" not in (built_site / NEUTRAL).read_text("utf-8").lower()
    assert not [element for element in pages[NEUTRAL] if element.tag in ("a", "script")]


def test_title_and_language(pages: Pages) -> None:
    """Every page is in Dutch, has a title that no other page of its section has, and one main heading."""
    titles: dict[tuple[str, str], str] = {}
    for path, page in pages.items():
        assert page[0].tag == "html" and page[0]["lang"] == "nl", path
        (title,) = [element.text.strip() for element in page if element.tag == "title"]
        assert title, path
        section = path.removesuffix("index.html").strip("/").rpartition("/")[0]
        assert titles.setdefault((section, title), path) == path, title
        assert [element.tag for element in page].count("h1") == 1, path


def test_ids_are_unique(pages: Pages) -> None:
    """A link to a place on a page leads to that place: no two elements share an id."""
    for path, page in pages.items():
        ids = [element["id"] for element in page if element["id"]]
        assert len(ids) == len(set(ids)), (path, sorted({name for name in ids if ids.count(name) > 1}))


def test_sources_and_review(pages: Pages, library: Library) -> None:
    """Every item's page says when it was reviewed and leads to each of its sources."""
    for ref, entry in library.entries.items():
        if entry.kind.name == "page":
            continue
        path = f"{ref}/index.html"
        page = pages[path]
        assert str(entry.item.reviewed) in [element["datetime"] for element in page if element.tag == "time"], path
        leads = {
            urlsplit(urljoin(f"http://site/{path}", element["href"])).path for element in page if element.tag == "a"
        }
        for citation in getattr(entry.item, "sources", ()):
            assert f"/bronnen/{citation.id}/" in leads, (path, citation.id)


def test_every_item_has_a_page(pages: Pages, library: Library) -> None:
    """The site has the pages of the library, the neutral page and the one for lost readers; no other."""
    own = {"index.html" if ref == "index" else f"{ref}/index.html" for ref in library.entries}
    assert set(pages) == own | {NEUTRAL, "404.html"}
