"""Who helps where, and in which order a reader sees them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.library import Library
from generator.pipeline import read
from generator.render.areas import by_help, choices, doors, everyone, helpers, within

SOURCES = [{"id": "boek", "where": "Hoofdstuk 4", "lines": [31, 40]}]
SHARED = {"summary": "Iets.", "audience": ["iedereen"], "reviewed": "2026-11-21", "review_months": 12}
# Each area, what it lies in, and its level.
AREAS = {
    "land": (None, "land"),
    "noord": ("land", "provincie"),
    "zuid": ("land", "provincie"),
    "stad": ("noord", "gemeente"),
    "buurt": ("stad", "regio"),
    "haven": ("zuid", "gemeente"),
}
# Each organisation, where it helps, and what one can come for.
ORGANISATIONS: dict[str, tuple[list[str], list[str]]] = {
    "112": (["land"], ["spoed"]),
    "veilig-thuis": (["land"], ["advies", "spoed"]),
    "lijn": (["land"], ["luisteren"]),
    "alarm": (["land"], ["spoed", "luisteren"]),
    "noordhuis": (["noord"], ["opvang", "advies"]),
    "stadsteam": (["stad"], ["advies"]),
    "stadswacht": (["stad"], ["spoed"]),
    "overal-in-noord": (["stad", "noord", "buurt"], ["kennis"]),
    "twee-steden": (["stad", "haven"], ["behandeling"]),
    "zuidhuis": (["zuid"], ["opvang"]),
}


def write(project: Path, path: str, data: object) -> None:
    file = project / "content" / "sociale-kaart" / path
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


PHONE = {"channel": "telefoon", "value": "0800-0000", "description": "Bel", "verified": False}


def organisation(name: str, areas: list[str], help: list[str]) -> dict[str, object]:
    return {
        "title": name,
        **SHARED,
        "sources": SOURCES,
        "as_of": 2020,
        "help": help,
        "groups": ["iedereen"],
        "service_areas": areas,
        "contacts": [PHONE],
    }


@pytest.fixture
def library(project: Path) -> Library:
    """A country of six areas, with ten organisations and that of the project."""
    for name, (part_of, level) in AREAS.items():
        area = {"title": name, **SHARED, "sources": SOURCES, "level": level, "part_of": part_of, "as_of": 2020}
        write(
            project,
            f"gebieden/{name}.yml",
            {key: value for key, value in {**area, "first_door": "Bel.", "about": "Klein."}.items() if value},
        )
    for name, (areas, help) in ORGANISATIONS.items():
        write(project, f"organisaties/{name}.yml", organisation(name, areas, help))
    return found(project)


def found(project: Path) -> Library:
    (project / "content" / "dekking.yml").unlink(missing_ok=True)
    result = read(project)
    assert result.library is not None, result.problems
    return result.library


@pytest.mark.parametrize(
    ("area", "chain"),
    [
        pytest.param("land", ("land",), id="the country"),
        pytest.param("noord", ("noord", "land"), id="a part of it"),
        pytest.param("buurt", ("buurt", "stad", "noord", "land"), id="three deep"),
    ],
)
def test_within(library: Library, area: str, chain: tuple[str, ...]) -> None:
    """An area lies in its `part_of`, and in what that lies in."""
    assert within(library, area) == chain


def test_within_a_circle(library: Library, project: Path) -> None:
    """Areas that say they lie in each other end where they began."""
    file = project / "content" / "sociale-kaart" / "gebieden" / "land.yml"
    file.write_text(file.read_text() + "part_of: noord\n")
    assert within(found(project), "stad") == ("stad", "noord", "land")


@pytest.mark.parametrize(
    ("area", "names"),
    [
        pytest.param("land", ["alarm", "lijn"], id="in the country: urgent first"),
        pytest.param("noord", ["noordhuis", "overal-in-noord", "alarm", "lijn"], id="a part: not what is inside it"),
        pytest.param(
            "stad",
            ["stadswacht", "stadsteam", "twee-steden", "noordhuis", "overal-in-noord", "alarm", "lijn"],
            id="a gemeente: closest first, and of these urgent first",
        ),
        pytest.param("haven", ["twee-steden", "zuidhuis", "alarm", "lijn"], id="elsewhere"),
    ],
)
def test_helpers(library: Library, area: str, names: list[str]) -> None:
    """Who serves the area or one above it, the closest first; the doors stand above every list."""
    assert [helper.item.title for helper in helpers(library, area)] == names


def test_urgent_can_be_called(library: Library, project: Path) -> None:
    """Who comes at once but has no number cannot be called, and so stands where the others do."""
    assert changed(project, help=["spoed"]).urgent
    assert not changed(project, help=["spoed"], contacts=[]).urgent
    assert not changed(project, help=["advies"]).urgent


def test_areas_inside_another_say_nothing_new(library: Library) -> None:
    """Who helps in a province and names a gemeente of it too, is a helper of the province."""
    helper = next(helper for helper in helpers(library, "buurt") if helper.item.title == "overal-in-noord")
    assert (helper.area, helper.areas) == ("noord", ("noord",))


def test_doors(library: Library, project: Path) -> None:
    """112 and Veilig Thuis, in that order; a map without them has none."""
    assert [ref.rpartition("/")[2] for ref, _ in doors(library)] == ["112", "veilig-thuis"]
    for name in ("112", "veilig-thuis"):
        (project / "content" / "sociale-kaart" / "organisaties" / f"{name}.yml").unlink()
    assert doors(found(project)) == ()


def test_everyone(library: Library) -> None:
    """Each organisation once: the country first, then each part; in a part those for all of it first."""
    assert [
        (place.area, place.across, [helper.item.title for helper in place.helpers]) for place in everyone(library)
    ] == [
        ("land", False, ["alarm", "lijn"]),
        ("land", True, ["twee-steden"]),
        ("dorp", False, ["Het loket"]),
        ("noord", False, ["noordhuis", "overal-in-noord", "stadswacht", "stadsteam"]),
        ("zuid", False, ["zuidhuis"]),
    ]


def test_choices(library: Library) -> None:
    """A reader chooses the country, or a part and then what is inside it."""
    areas = [choice.area for choice in choices(library)]
    assert areas == ["dorp", "land", "noord", "buurt", "stad", "zuid", "haven"]
    assert [choice.part for choice in choices(library)] == ["dorp", "land", "noord", "noord", "noord", "zuid", "zuid"]


def test_by_help(library: Library) -> None:
    """Each stands once, at what one mostly comes for besides haste; the others who give it too are counted."""
    groups = {
        group.kind: ([helper.item.title for helper in group.helpers], group.others)
        for group in by_help(helpers(library, "stad"))
    }
    assert groups == {
        "advies": (["stadsteam"], 1),
        "luisteren": (["alarm", "lijn"], 0),
        "opvang": (["noordhuis"], 0),
        "behandeling": (["twee-steden"], 0),
        "kennis": (["overal-in-noord"], 0),
        None: (["stadswacht"], 0),
    }
    assert list(groups)[-1] is None


@pytest.mark.parametrize(
    ("named", "yes", "no"),
    [
        pytest.param(["iedereen"], {"kinderen", "ouderen"}, {"plegers", "professionals", "omstanders"}, id="everyone"),
        pytest.param(["vrouwen"], {"vrouwen"}, {"mannen", "iedereen"}, id="one group"),
        pytest.param(["iedereen", "plegers"], {"mannen", "plegers"}, {"omstanders"}, id="everyone and one more"),
        pytest.param([], {"mannen", "kinderen"}, {"plegers"}, id="it does not say"),
    ],
)
def test_groups(library: Library, project: Path, named: list[str], yes: set[str], no: set[str]) -> None:
    """Everyone is who needs help for themselves; who comes for another must be named."""
    groups = set(changed(project, groups=named).groups)
    assert yes <= groups
    assert not no & groups


@pytest.mark.parametrize(
    ("named", "yes", "no"),
    [
        pytest.param(["huiselijk-geweld"], {"partnergeweld", "ouderenmishandeling"}, {"seksueel-geweld"}, id="wide"),
        pytest.param(["partnergeweld"], {"partnergeweld"}, {"huiselijk-geweld"}, id="narrow"),
        pytest.param([], {"partnergeweld", "mensenhandel"}, set(), id="it does not say"),
    ],
)
def test_violence(library: Library, project: Path, named: list[str], yes: set[str], no: set[str]) -> None:
    """Who helps with a form of violence helps with its narrower forms, not the other way round."""
    violence = set(changed(project, violence=named).violence)
    assert yes <= violence
    assert not no & violence


def changed(project: Path, **fields: object) -> Any:
    """Return the one helper of the country that is not a door, with other fields."""
    for name in ("lijn", "alarm"):
        (project / "content" / "sociale-kaart" / "organisaties" / f"{name}.yml").unlink(missing_ok=True)
    write(project, "organisaties/ander.yml", {**organisation("ander", ["land"], ["advies"]), **fields})
    (helper,) = helpers(found(project), "land")
    return helper
