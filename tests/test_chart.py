"""Charts show every number as text, scale honestly from zero, and say what they show to who cannot see them."""

import re
from xml.etree import ElementTree

import pytest

from generator.chart import chart, description, nl_number
from generator.models.figure import Figure


def figure(kind: str, series: list[str], rows: dict[str, list[float | None]]) -> Figure:
    """Return a figure with the least that a figure needs."""
    return Figure.model_validate(
        {
            "title": "Adviezen <per> jaar",
            "summary": "Meer adviezen.",
            "audience": ["professional"],
            "reviewed": "2026-11-21",
            "review_months": 12,
            "sources": [{"id": "bron", "where": "Tabel 1", "lines": [1, 2]}],
            "unit": "adviezen",
            "year": "2020",
            "chart": kind,
            "label": "Jaar",
            "series": series,
            "rows": [{"label": label, "values": values} for label, values in rows.items()],
            "takeaway": "Meer.",
        }
    )


@pytest.mark.parametrize(
    ("number", "text"),
    [
        pytest.param(69, "69", id="small"),
        pytest.param(13935, "13.935", id="thousands"),
        pytest.param(4.0, "4,0", id="a decimal that the source prints"),
        pytest.param(1234567.5, "1.234.567,5", id="both"),
    ],
)
def test_nl_number(number: float, text: str) -> None:
    """Dots between thousands, a comma before decimals."""
    assert nl_number(number) == text


@pytest.mark.parametrize("kind", ["bar", "stacked-bar", "line"])
def test_every_number_and_label_is_text(kind: str) -> None:
    """A reader who cannot tell colours apart finds every number, label and series in words."""
    markup = chart(figure(kind, ["Meldingen", "Adviezen"], {"2019": [1200, 7], "2020": [1500.5, None]}))
    root = ElementTree.fromstring(str(markup))
    words = "".join(root.itertext())
    for expected in ("Meldingen", "Adviezen", "2019", "2020", "1.200", "7", "1.500,5"):
        assert expected in words
    assert root.get("role") == "img"
    assert "style" not in str(markup), "the CSP forbids inline style"


@pytest.mark.parametrize("kind", ["bar", "stacked-bar"])
def test_an_unknown_number_is_said(kind: str) -> None:
    """What a source does not give is not drawn as zero without a word."""
    assert "niet bekend" in chart(figure(kind, ["A", "B"], {"x": [3, None]}))


def test_bars_start_at_zero() -> None:
    """A bar of half the largest number has half its length."""
    markup = str(chart(figure("bar", ["A"], {"x": [50], "y": [100]})))
    assert re.findall(r'chart__s1" x="0.00" width="([\d.]+)"', markup) == ["50.00", "100.00"]


def test_stacked_parts_follow_each_other() -> None:
    """Parts lie end to end, in the order of the series."""
    markup = str(chart(figure("stacked-bar", ["A", "B"], {"x": [25, 75]})))
    assert re.findall(r'chart__s\d" x="([\d.]+)" width="([\d.]+)"', markup) == [("0.00", "25.00"), ("25.00", "75.00")]


def test_a_line_has_a_gap_where_a_number_is_missing() -> None:
    """The line is not drawn through a year that the source leaves out."""
    markup = str(chart(figure("line", ["A"], {"1": [1], "2": [2], "3": [None], "4": [4], "5": [5]})))
    path = re.search(r'chart__l1" d="([^"]+)"', markup)
    assert path is not None
    assert re.sub(r"[^ML]", "", path[1]) == "MLML"


def test_twenty_years_fit_below_the_axis() -> None:
    """Labels are left out rather than printed over each other; the last one stays."""
    markup = str(chart(figure("line", ["A"], {str(year): [year] for year in range(2001, 2021)})))
    labels = re.findall(r'chart__muted"[^>]*>(\d+)<', markup)
    assert 5 <= len(labels) <= 7
    assert labels[-1] == "2020"


def test_description_names_the_highest() -> None:
    """Who cannot see the chart hears the highest number and where the rest stands; text is escaped."""
    shown = figure("bar", ["2019", "2020"], {"Geweld": [2279, 4203], "Anders": [10, None]})
    assert description(shown) == (
        "Adviezen <per> jaar. Hoogste: Geweld (2020), 4.203. Alle getallen staan in de tabel hieronder."
    )
    assert "<per>" not in chart(shown)


def test_all_unknown_is_drawn_and_said() -> None:
    """A table without one known number still gives a page."""
    shown = figure("line", ["A"], {"x": [None]})
    assert "geen getallen" in description(shown)
    assert 'role="img"' in chart(shown)
