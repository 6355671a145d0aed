"""The colours of the site can be read, by day and by night, and are the same however the reader came to the dark."""

import re
from pathlib import Path

import pytest

SHELL = Path(__file__).parent.parent / "site_overrides"
CSS = (SHELL / "assets" / "tokens.css").read_text(encoding="utf-8")
TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")


def tokens(selector: str) -> dict[str, str]:
    """Return the tokens in the first block that `selector` opens."""
    start = CSS.index(selector + " {")
    return dict(TOKEN.findall(CSS[start : CSS.index("}", start)]))


LIGHT = tokens("\n:root")
DEVICE_DARK = tokens(':root:not([data-theme="light"])')
CHOSEN_DARK = tokens(':root[data-theme="dark"]')


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_both_darks_are_the_same() -> None:
    """A reader who chooses dark sees what a dark device shows."""
    assert DEVICE_DARK == CHOSEN_DARK


def test_dark_forgets_no_colour() -> None:
    """Every colour of the light has its dark."""
    colours = {name for name, value in LIGHT.items() if value.startswith("#")}
    assert colours - DEVICE_DARK.keys() == set()


TEXT = [
    *(
        (text, ground)
        for text in ("ink", "muted", "water", "water-strong")
        for ground in ("paper", "surface", "sunken")
    ),
    *((text, f"{text}-soft") for text in ("water", "danger", "good", "weak")),
    *(("ink", ground) for ground in ("water-soft", "light-soft", "danger-soft", "good-soft", "weak-soft")),
    *((text, ground) for text in ("on-deep", "on-deep-muted", "light") for ground in ("deep", "deep-2")),
    ("water-strong", "water-soft"),
    ("light-ink", "light-soft"),
    ("light-ink", "paper"),
    ("on-water", "water"),
    ("on-water", "water-strong"),
    ("on-light", "light"),
    ("on-danger", "danger"),
]


@pytest.mark.parametrize(("text", "ground"), TEXT)
@pytest.mark.parametrize("theme", [pytest.param(LIGHT, id="light"), pytest.param(DEVICE_DARK, id="dark")])
def test_text_can_be_read(theme: dict[str, str], text: str, ground: str) -> None:
    """Text has at least 4.5 to 1 on whatever it stands on (WCAG 1.4.3)."""
    assert contrast(theme[f"--{text}"], theme[f"--{ground}"]) >= 4.5


@pytest.mark.parametrize("edge", ["edge", "focus", "series-1", "series-2", "series-3", "series-4"])
@pytest.mark.parametrize("theme", [pytest.param(LIGHT, id="light"), pytest.param(DEVICE_DARK, id="dark")])
def test_edges_can_be_seen(theme: dict[str, str], edge: str) -> None:
    """Borders of fields, the focus ring and what a chart draws have 3 to 1 (WCAG 1.4.11)."""
    for ground in ("paper", "surface"):
        assert contrast(theme[f"--{edge}"], theme[f"--{ground}"]) >= 3


@pytest.mark.parametrize("path", sorted(SHELL.rglob("*.css")), ids=lambda path: path.stem)
def test_only_token_colours(path: Path) -> None:
    """Only tokens.css, and print.css which sets its own tokens, name a colour; white hides the page on exit.

    A sheet may set tokens of its own to ours, as games do for the tone of a verdict.
    """
    if path.name in ("tokens.css", "print.css"):
        return
    text = re.sub(r"html\.is-leaving \{[^}]*\}", "", path.read_text(encoding="utf-8"))
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", text) == []
    sheet = "\n".join(part.read_text(encoding="utf-8") for part in path.parent.glob("*.css"))
    own = set(re.findall(r"^\s+(--[\w-]+):", sheet, re.MULTILINE))
    assert set(re.findall(r"var\((--[\w-]+)", text)) <= LIGHT.keys() | own
