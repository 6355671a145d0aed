"""The finder: who helps where, with what and for whom; nothing of the choice leaves the device."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.library import Library
from generator.models.fields import Group, Help
from generator.models.organisation import Organisation
from generator.models.words import GROUPS, HELP
from generator.render.areas import DOORS, ORGANISATIONS, helpers
from tests.browser.fixtures import Recorder
from tests.browser.server import Server, serve
from tests.site.test_pages import DESKTOP, PHONE, SMALLEST, too_wide, violations_light_and_dark

FINDER = "sociale-kaart/"
GEMEENTE = "almere"
AREA = f"sociale-kaart/gebieden/{GEMEENTE}/"


def rows(page: Page) -> Locator:
    """The organisations that the finder shows."""
    return page.locator(".finder .place")


def names(page: Page) -> list[str]:
    return page.locator(".finder .place__name").all_inner_texts()


def headings(page: Page) -> list[str]:
    return page.locator(".finder__heading").all_inner_texts()


def status(page: Page) -> Locator:
    """The live region that says how many there are."""
    return page.locator(".finder [role=status]")


def title(library: Library, area: str = GEMEENTE) -> str:
    return library.entries[f"sociale-kaart/gebieden/{area}"].title


def organisations(library: Library) -> dict[str, Organisation]:
    """Every organisation by title, but for those that are always on top."""
    entries = (entry for entry in library.folder(ORGANISATIONS) if entry.ref not in DOORS)
    return {entry.title: entry.item for entry in entries if isinstance(entry.item, Organisation)}


def test_a_gemeente(page: Page, site: Server, recorder: Recorder, library: Library) -> None:
    """Who chooses a gemeente sees who helps there, as the build ordered them, with urgent help on top."""
    page.goto(site.url + FINDER)
    expect(status(page)).to_have_text(f"Alle {len(organisations(library))} organisaties")
    page.get_by_label("Waar?").select_option(GEMEENTE)
    found = helpers(library, GEMEENTE)
    expect(status(page)).to_have_text(f"{len(found)} organisaties: {title(library)}")
    urgent = [helper.item.title for helper in found if helper.urgent]
    assert names(page) == urgent + [helper.item.title for helper in found if not helper.urgent]
    assert headings(page)[0] == "Ook bij spoed"
    assert headings(page)[1] == f"In {title(library)}"
    assert headings(page)[-1] == "In heel Nederland"
    assert urlsplit(page.url).fragment == f"gemeente={GEMEENTE}"
    assert recorder == Recorder()


@pytest.mark.parametrize("path", [FINDER, AREA])
def test_doors_on_top(page: Page, site: Server, path: str) -> None:
    """Whatever is chosen, 112 and Veilig Thuis come first, one tap away."""
    page.goto(f"{site.url}{path}#gemeente={GEMEENTE}&hulp=opvang")
    calls = page.locator("main a[href^='tel:']").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    assert calls[:2] == ["tel:112", "tel:08002000"]


def test_each_can_be_called(page: Page, site: Server, library: Library) -> None:
    """Each organisation shows what it does, for whom, of which year, and its number with its state."""
    page.goto(site.url + FINDER)
    for name, item in organisations(library).items():
        row = rows(page).filter(has=page.get_by_role("link", name=name, exact=True))
        expect(row).to_have_count(1)
        assert f"Stand {item.as_of}" in row.inner_text()
        if item.phones:
            first = next(contact for contact in item.all_contacts if contact.channel == "telefoon")
            expect(row.locator("a[href^='tel:']").first).to_have_text(first.value)
            assert ("nagekeken" in row.inner_text()) == first.verified
    note = page.get_by_text("De redactie moet de nummers op deze pagina nog nakijken.")
    expect(note).to_have_count(
        int(any(not way.verified for item in organisations(library).values() for way in item.all_contacts))
    )


def test_filters_together(page: Page, site: Server, library: Library) -> None:
    """Each answer narrows the list; what is left fits all of them."""
    page.goto(site.url + FINDER)
    page.get_by_label("Wat is er nodig?").select_option("opvang")
    sheltering = {name for name, item in organisations(library).items() if "opvang" in item.help}
    assert set(names(page)) == sheltering
    page.get_by_label("Voor wie?").select_option("professionals")
    both = {name for name in sheltering if "professionals" in organisations(library)[name].groups}
    assert set(names(page)) == both < sheltering
    expect(status(page)).to_have_text(f"{len(both)} organisaties: veilige opvang · voor professionals")
    page.get_by_label("Waar gaat het over?").select_option("seksuele-uitbuiting")
    exploited = {
        name for name in both if {"seksuele-uitbuiting", "mensenhandel"} & {*organisations(library)[name].violence}
    }
    assert set(names(page)) == exploited
    assert urlsplit(page.url).fragment == "situatie=seksuele-uitbuiting&hulp=opvang&voor=professionals"


def test_an_address_can_be_shared(page: Page, site: Server, library: Library) -> None:
    """The fragment sets the questions; what they do not know is ignored."""
    page.goto(f"{site.url}{FINDER}#gemeente={GEMEENTE}&hulp=advies&voor=marsmannen&q=1&situatie=")
    expect(page.get_by_label("Waar?")).to_have_value(GEMEENTE)
    expect(page.get_by_label("Wat is er nodig?")).to_have_value("advies")
    expect(page.get_by_label("Voor wie?")).to_have_value("")
    expected = {helper.item.title for helper in helpers(library, GEMEENTE) if "advies" in helper.item.help}
    assert set(names(page)) == expected
    page.goto(f"{site.url}{FINDER}#gemeente=atlantis")
    expect(status(page)).to_contain_text("Alle ")


def test_back_and_forward(page: Page, site: Server) -> None:
    """The back button undoes the last choice, and forward does it again; the place on the page stays."""
    page.goto(f"{site.url}nu/")
    page.goto(site.url + FINDER)
    whole = names(page)
    page.get_by_label("Waar?").select_option(GEMEENTE)
    local = names(page)
    page.get_by_label("Wat is er nodig?").select_option("opvang")
    assert names(page) != local
    page.go_back()
    expect(page.get_by_label("Wat is er nodig?")).to_have_value("")
    assert names(page) == local
    page.go_back()
    expect(status(page)).to_contain_text("Alle ")
    assert names(page) == whole
    page.go_forward()
    assert names(page) == local
    page.get_by_role("button", name="Wis je keuze").click()
    assert names(page) == whole
    assert not urlsplit(page.url).fragment
    expect(page.get_by_label("Waar?")).to_be_focused()


def nobody(library: Library, area: str) -> tuple[Help, Group]:
    """A kind of help that nobody in the area gives to a group."""
    found = helpers(library, area)
    return next(
        (help, group)
        for help, group in product(HELP, GROUPS)
        if group != "iedereen" and not any(help in helper.item.help and group in helper.groups for helper in found)
    )


def test_nothing_found(page: Page, site: Server, library: Library) -> None:
    """Who finds nobody reads whom to call, and which question to leave open, with what that gives."""
    help, group = nobody(library, "urk")
    page.goto(f"{site.url}{FINDER}#gemeente=urk&hulp={help}&voor={group}")
    expect(status(page)).to_have_text(f"Geen organisaties: Urk · {HELP[help]} · voor {GROUPS[group]}")
    expect(rows(page)).to_have_count(0)
    expect(page.locator(".finder__none a[href='tel:08002000']")).to_be_visible()
    wider = page.locator(".finder__wider button").first
    count = wider.inner_text().rpartition(": ")[2]
    wider.click()
    expect(rows(page)).to_have_count(int(count))
    expect(page.locator(".finder__none")).to_be_hidden()
    expect(page.locator(".finder select:focus")).to_have_count(1)


def test_by_keyboard(page: Page, site: Server) -> None:
    """The questions come after the numbers, in order; letters choose, Tab goes on to the results."""
    page.goto(site.url + FINDER)
    where = page.get_by_label("Waar?")
    where.focus()
    page.keyboard.type("Alm")
    expect(where).to_have_value(GEMEENTE)
    for label in ("Waar gaat het over?", "Wat is er nodig?", "Voor wie?"):
        page.keyboard.press("Tab")
        expect(page.get_by_label(label)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Alles over Almere")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{AREA}")


def test_the_page_of_a_gemeente(page: Page, site: Server, library: Library) -> None:
    """It begins with "Nu"; then who helps, each once; and leads into the finder for that gemeente."""
    page.goto(site.url + AREA)
    assert page.locator("main h2").first.inner_text() == "Nu"
    listed = page.locator("#hulp .place__name").all_text_contents()
    assert sorted(listed) == sorted(helper.item.title for helper in helpers(library, GEMEENTE))
    page.get_by_role("link", name="Zoek op situatie en voor wie").click()
    page.wait_for_url(f"**/{FINDER}#gemeente={GEMEENTE}")
    expect(page.get_by_label("Waar?")).to_have_value(GEMEENTE)
    expect(status(page)).to_contain_text(f"organisaties: {title(library)}")


def test_others_with_the_same_help(page: Page, site: Server) -> None:
    """Under a kind of help the page of a gemeente leads to all who give it, as many as it said."""
    page.goto(site.url + AREA)
    section = page.locator("#hulp-opvang")
    others = re.search(r"\d+", section.locator(".kind__all").inner_text())  # of one it says "de organisatie"
    count = section.locator(".place").count() + (int(others[0]) if others else 1)
    section.locator(".kind__all").click()
    page.wait_for_url(f"**/{FINDER}#gemeente={GEMEENTE}&hulp=opvang")
    expect(rows(page)).to_have_count(count)


@pytest.fixture
def fresh_site(built_site: Path) -> Iterator[Server]:
    """The site on a server of its own, that saw no request yet."""
    with serve(built_site) as server:
        yield server


def test_nothing_is_sent_or_kept(page: Page, fresh_site: Server, recorder: Recorder) -> None:
    """A choice makes no request and leaves nothing in the browser but the address."""
    page.goto(f"{fresh_site.url}{FINDER}#gemeente={GEMEENTE}")
    page.wait_for_load_state("networkidle")
    asked = len(fresh_site.requests)
    page.get_by_label("Waar gaat het over?").select_option("partnergeweld")
    page.get_by_label("Wat is er nodig?").select_option("opvang")
    expect(status(page)).to_contain_text("partnergeweld · veilige opvang")
    assert fresh_site.requests[asked:] == []
    assert "partnergeweld" not in " ".join(fresh_site.requests)
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])")
    assert stored == '[{},{},"",null]'
    assert recorder == Recorder()


def test_from_a_folder(page: Page, recorder: Recorder, built_site: Path) -> None:
    """Without any server the same choices give the same list, and lead to the page of the gemeente."""
    page.goto((built_site / FINDER / "index.html").as_uri() + f"#gemeente={GEMEENTE}")
    expect(status(page)).to_contain_text("Almere")
    page.get_by_label("Wat is er nodig?").select_option("opvang")
    expect(status(page)).to_contain_text("veilige opvang")
    page.get_by_role("button", name="Wis je keuze").click()
    expect(status(page)).to_contain_text("Alle ")
    page.go_back()
    expect(page.get_by_label("Waar?")).to_have_value(GEMEENTE)
    page.get_by_role("link", name="Alles over Almere").click()
    page.wait_for_url(f"**/gebieden/{GEMEENTE}/index.html")
    expect(page.locator("h1")).to_have_text("Almere")
    assert recorder == Recorder()


def test_without_javascript(browser: Browser, site: Server, library: Library) -> None:
    """Without JavaScript everyone is there, by area, and no question that cannot work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + FINDER)
    assert sorted(names(page)) == sorted(organisations(library))
    assert headings(page)[0] == "In heel Nederland"
    for gone in page.locator(".finder select, .finder button, .finder__none").all():
        expect(gone).to_be_hidden()
    expect(page.get_by_role("link", name="je gemeente kiezen")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(FINDER, id="the finder"),
        pytest.param(f"{FINDER}#gemeente={GEMEENTE}&hulp=opvang", id="a choice"),
        pytest.param(f"{FINDER}#gemeente=urk&situatie=complexe-scheiding&hulp=medische-hulp&voor=plegers", id="nobody"),
        pytest.param(AREA, id="a gemeente"),
        pytest.param("sociale-kaart/gebieden/flevoland/", id="a province"),
    ],
)
def test_accessible_on_a_phone(page: Page, site: Server, recorder: Recorder, address: str) -> None:
    """No axe violation in light and dark, no scroll sideways, and questions that a thumb can hit."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(site.url + address)
    page.locator("main details").evaluate_all("all => all.forEach((details) => { details.open = true; })")
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert violations_light_and_dark(page) == [], size
    for size in (PHONE, SMALLEST):
        page.set_viewport_size(size)
        assert too_wide(page) == [], size
    page.set_viewport_size(PHONE)
    targets = page.locator("main select, .place__call[href^='tel:'], .finder__tools > *, .place__name a")
    heights = [box["height"] for target in targets.all() if (box := target.bounding_box())]
    assert heights and min(heights) >= 44
    assert recorder == Recorder()


@pytest.mark.parametrize("path", [f"{FINDER}#gemeente={GEMEENTE}&hulp=opvang", AREA], ids=["finder", "gemeente"])
def test_on_paper(page: Page, site: Server, path: str) -> None:
    """On paper: what was chosen, who helps and their numbers; nothing to press, and nothing beside the page."""
    page.goto(site.url + path)
    page.set_viewport_size({"width": 673, "height": 950})  # A4 within its margins
    page.emulate_media(media="print")
    for gone in (
        "nav",
        "form",
        "button:not(.term)",
        "select",
        ".finder__tools",
        ".screen-only",
        ".cards.finder__cards",
    ):
        for element in page.locator(f"body {gone}").all():
            expect(element).to_be_hidden()
    numbers = page.locator("main .place__call").all()
    assert numbers
    for number in numbers:
        expect(number).to_be_visible()
    if path.startswith(FINDER + "#"):
        expect(status(page)).to_be_visible()
        expect(status(page)).to_contain_text("Almere · veilige opvang")
    assert too_wide(page) == []


def test_weight(built_site: Path, library: Library) -> None:
    """The finder with all its data is one page of at most 1.2 KB for each organisation, beside 10 KB of its own."""
    size = (built_site / FINDER / "index.html").stat().st_size
    assert size < 10_000 + 1_200 * len(organisations(library))
