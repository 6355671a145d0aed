"""Who may share what with whom, on a phone and at a desk: one workplace at a time, a list or a table."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.server import Server

MATRIX = "informatie-delen/matrix/"


@pytest.mark.parametrize(
    ("width", "is_table"), [pytest.param(390, False, id="phone"), pytest.param(1280, True, id="desk")]
)
def test_a_workplace_is_chosen(browser: Browser, site: Server, width: int, is_table: bool) -> None:
    """Without JavaScript, choosing a workplace shows its rows, and no row is wider than the screen."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(site.url + MATRIX)
    tables = page.locator(".matrix__table")
    assert tables.count() > 1
    for table in tables.all():
        expect(table).to_be_hidden()
    page.get_by_role("link", name="Huisarts", exact=True).click()
    doctor = page.get_by_role("table", name="Huisarts")
    expect(doctor).to_be_visible()
    head, row = doctor.locator("thead").bounding_box(), doctor.get_by_role("row").nth(1)
    assert head is not None
    assert (head["width"] > 2) is is_table
    answers = row.get_by_role("cell").all()
    boxes = [answer.bounding_box() for answer in (row.get_by_role("rowheader"), *answers)]
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)
    page.get_by_role("link", name="Kies een andere werkplek").click()
    expect(doctor).to_be_hidden()
    context.close()


def test_paper_has_every_workplace(browser: Browser, site: Server) -> None:
    """In print the page is the whole overview, since nothing can be chosen there."""
    page = browser.new_page()
    page.goto(site.url + MATRIX)
    page.emulate_media(media="print")
    for table in page.locator(".matrix__table").all():
        expect(table).to_be_visible()
    page.close()
