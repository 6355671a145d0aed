"""What is past its review term says so, on the reader's own clock; and the editors' page lists what there is to do."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server

NOTICE = "opnieuw nagekeken moeten zijn"


@pytest.mark.parametrize(("days", "shown"), [(-1, False), (0, True), (400, True)])
def test_notice_from_the_day_on(page: Page, site: Server, days: int, shown: bool) -> None:
    """The notice stands there from the day on which the term ends, and not before."""
    page.goto(site.url + "protocollen/meldcode/")
    by = page.locator("baken-review").get_attribute("by")
    assert by
    noon = datetime.datetime.combine(datetime.date.fromisoformat(by), datetime.time(12))
    page.clock.set_fixed_time(noon + datetime.timedelta(days=days))
    page.reload()
    expect(page.get_by_text(NOTICE)).to_be_visible(visible=shown)


def test_editors_see_what_is_unverified(page: Page, site: Server) -> None:
    """The editors' page leads to an item with what nobody confirmed."""
    page.goto(site.url + "redactie/nakijken/")
    part = page.get_by_role("region", name="Nog te controleren")
    part.get_by_text("Toon de lijst").click()
    part.get_by_role("link", name="Alarmnummer 112", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
