"""Each rule across items finds what breaks it, at both ends where it has two, and says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import read

PROTOCOL = "content/protocollen/stappen.yml"
ORGANISATION = "content/sociale-kaart/organisaties/loket.yml"
PAGE = "content/pages/protocollen.yml"
SECRET = "secret_address: true\naddress: {street: x, postal_code: x, city: x, province: x}"
AID = "scenarios/hulp/scenario.yml"
TRAINING = "scenarios/training/scenario.yml"
GROUPED = "content/pages/signalen.yml"
PLAYS_OF_AID = "scenarios/hulp/plays.yml"
PLAYS_OF_TRAINING = "scenarios/training/plays.yml"


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        pytest.param("content/bronnen/boek.yml", "[1, 100]", "[2, 100]", "lines-outside-source", id="lines before"),
        pytest.param("content/bronnen/boek.yml", "[1, 100]", "[1, 99]", "lines-outside-source", id="lines after"),
        pytest.param(ORGANISATION, "as_of: 2020", "as_of: 2020\nsecret_address: true", "", id="a secret kept"),
        pytest.param(ORGANISATION, "as_of: 2020", f"as_of: 2020\n{SECRET}", "secret-address", id="secret"),
        pytest.param(PAGE, "lists:", 'text: "## Een\\n\\n## Een"\nlists:', "taken-anchor", id="two equal headings"),
        pytest.param(PAGE, "lists:", 'text: "## Een\\n\\n## Twee"\nlists:', "", id="two headings"),
        pytest.param(ORGANISATION, "  advies:", "  contact:", "taken-anchor", id="a service named as a part"),
        pytest.param(ORGANISATION, "as_of: 2020", "part_of: loket\nas_of: 2020", "part-of-itself", id="in itself"),
        pytest.param("mkdocs.yml", "tel:08000000", "tel:08000001", "emergency-number", id="dials another number"),
        pytest.param("mkdocs.yml", "number: 0800-0000", "number: 0800-0001", "emergency-number", id="shows another"),
        pytest.param(PLAYS_OF_TRAINING, "result: unsafe", "result: open", "broken-play", id="another result"),
        pytest.param(PLAYS_OF_AID, "Loket gebeld.", "Loket belt.", "broken-play", id="another note"),
        pytest.param(TRAINING, "minutes: 3", "minutes: 3\nrelated: [protocollen/niets]", "dangling-id", id="related"),
        pytest.param(AID, "[sociale-kaart/organisaties/loket]", "[bronnen/x]", "dangling-id", id="see of ending"),
        pytest.param(AID, "[protocollen/stappen]", "[protocollen/niets]", "dangling-id", id="see of a choice"),
        pytest.param(AID, "supports: stappen", "supports: stap", "dangling-id", id="protocol of an aid"),
        pytest.param(GROUPED, "items: [lijst]", "items: [lijst, niets]", "dangling-id", id="no such item to group"),
        pytest.param(GROUPED, "items: [lijst]", "items: [lijst, lijst]", "not-in-one-group", id="an item twice"),
    ],
)  # fmt: skip
def test_rule(project: Path, path: str, old: str, new: str, code: str) -> None:
    """One change to a sound project breaks one rule, or none."""
    file = project / path
    assert file.read_text().count(old) == 1
    file.write_text(file.read_text().replace(old, new))
    assert [problem.code for problem in read(project).problems] == ([code] if code else [])


def test_areas_in_a_circle(project: Path) -> None:
    """Of two areas that lie in each other each says so, and names the way; one that only lies in these is sound."""
    village = project / "content/sociale-kaart/gebieden/dorp.yml"
    text = village.read_text()
    for name, part_of in (("dorp", "stad"), ("stad", "dorp"), ("wijk", "dorp")):
        area = text.replace("title: Het dorp", f"title: {name}").replace("\nas_of", f"\npart_of: {part_of}\nas_of")
        village.with_name(f"{name}.yml").write_text(area)
    found = read(project).problems
    assert [(problem.path.rpartition("/")[2], problem.code) for problem in found] == [
        ("dorp.yml", "part-of-itself"),
        ("stad.yml", "part-of-itself"),
    ]
    assert "(by way of `sociale-kaart/gebieden/stad`)" in found[0].message
