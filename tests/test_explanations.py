"""Every Problem code has its page in the editors' guide, with an example of wrong and one of right."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.load import load_bytes
from generator.problems import CODES
from tests.conftest import ROOT

GUIDE = ROOT / "content" / "pages" / "redactie"
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> dict[str, str]:
    """Return the fields of a page of the editors' guide."""
    document, problems = load_bytes(f"{name}.yml", (GUIDE / f"{name}.yml").read_bytes())
    assert document, problems
    return dict(document.data)


@pytest.mark.parametrize("code", CODES)
def test_page(code: str) -> None:
    """A page names its code, shows it wrong and then right, and ends with a way out."""
    fields = page(f"fouten/{code}")
    assert fields["title"].endswith(f" ({code})")
    wrong, right = EXAMPLE.findall(fields["text"])
    assert wrong != right
    name = "plays.yml" if right.startswith("- ") else "item.yml"
    assert load_bytes(f"x/{name}", right.encode())[1] == ()
    assert fields["text"].index("## Wat je doet") > fields["text"].index(right)


@pytest.mark.parametrize("code", [code for code in CODES if code.startswith("yaml-") or code == "duplicate-key"])
def test_wrong_example_is_wrong(code: str) -> None:
    """What a page about reading shows as wrong is refused, with this code. (A tab shows as an arrow.)"""
    wrong, _ = EXAMPLE.findall(page(f"fouten/{code}")["text"])
    assert code in {problem.code for problem in load_bytes("x.yml", wrong.replace("→", "\t").encode())[1]}


def test_no_page_for_a_code_that_is_gone() -> None:
    """The guide has a page for each code and no other, and its index links to each once, in the order of CODES."""
    assert {path.stem for path in (GUIDE / "fouten").iterdir()} == set(CODES)
    assert re.findall(r"\(redactie/fouten/([a-z0-9-]+)\)", page("fouten")["text"]) == list(CODES)


def test_explain(monkeypatch: pytest.MonkeyPatch) -> None:
    """`baken explain` prints the page of a code."""
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(app, ["explain", "dangling-id"])
    assert result.exit_code == 0
    assert "dangling-id" in result.stdout and "Wat je doet" in result.stdout
