"""The sociale kaart as open data keeps the standard's schema, and what that schema lets through and ought not to."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from generator.library import Library
from generator.models import hsds
from generator.pipeline import read
from generator.render.open_data import json_ld, organization, render_open_data, stable_id
from tests.conftest import ROOT

SCHEMA = Path(__file__).parent / "schema"
LOKET = "sociale-kaart/organisaties/loket"
CALL = "{channel: telefoon, value: 0800-0000, description: bellen"


def library_of(root: Path) -> Library:
    reading = read(root)
    assert reading.library and not reading.problems, reading.problems
    return reading.library


def service_with(root: Path, *contacts: str) -> hsds.Service:
    """Return the one service of the small project, with these contacts."""
    path = root / "content" / f"{LOKET}.yml"
    path.write_text(path.read_text() + "    contacts:\n" + "".join(f"      - {contact}\n" for contact in contacts))
    library = library_of(root)
    (found,) = organization(library, library.at(LOKET)).services
    return found


def validator(name: str) -> Draft202012Validator:
    """Return what holds a record against the standard's own schema."""
    resources = [
        (path.name, Resource.from_contents(json.loads(path.read_text()), DRAFT202012)) for path in SCHEMA.iterdir()
    ]
    contents = json.loads((SCHEMA / f"{name}.json").read_text())
    return Draft202012Validator(contents, registry=Registry().with_resources(resources), format_checker=FormatChecker())


@pytest.fixture(scope="module")
def published() -> list[dict[str, Any]]:
    """What the real site publishes."""
    found: list[dict[str, Any]] = json.loads(render_open_data(library_of(ROOT)).data)
    return found


def test_the_standard_accepts_every_organisation(published: list[dict[str, Any]]) -> None:
    """Each organisation and service fits the schema of HSDS 3.1."""
    organisations, services = validator("organization"), validator("service")
    assert len(published) > 30
    for found in published:
        organisations.validate({key: value for key, value in found.items() if key != "services"})
        for service in found.get("services", ()):
            services.validate(service)


def test_every_id_is_once_there_and_every_reference_leads_to_one(published: list[dict[str, Any]]) -> None:
    """No two organisations or services share an id, and a parent is one of the organisations."""
    ids = [found["id"] for found in published]
    services = [service["id"] for found in published for service in found.get("services", ())]
    assert len({*ids, *services}) == len(ids) + len(services)
    assert all(found["parent_organization_id"] in ids for found in published if "parent_organization_id" in found)
    assert all(
        service["organization_id"] == found["id"] for found in published for service in found.get("services", ())
    )


def test_no_secret_place_is_published(published: list[dict[str, Any]]) -> None:
    """An organisation with a secret address has no location."""
    library = library_of(ROOT)
    secret = {
        str(stable_id(entry.ref))
        for entry in library.folder("sociale-kaart/organisaties")
        if entry.item.secret_address  # type: ignore[union-attr]
    }
    assert secret
    assert not [found["name"] for found in published if found["id"] in secret and "locations" in found]


def test_ids_stay_the_same() -> None:
    """An id follows from the ref alone: other programs keep it."""
    assert str(stable_id(LOKET)) == "c121ed35-a123-50c8-9d46-1a2a04e38289"


def test_all_of_an_organisation(project: Path) -> None:
    """Every field that HSDS has a place for is there, with what nobody confirmed."""
    path = project / "content" / f"{LOKET}.yml"
    address = "{street: Kerkplein 1, postal_code: 1000 AA, city: Stad, province: Flevoland}"
    path.write_text(path.read_text().replace("contacts:", f"address: {address}\ncontacts:", 1))
    library = library_of(project)
    found = organization(library, library.at(LOKET))
    assert found.alternate_name == "De balie"
    assert found.website == "https://www.example.nl"
    assert found.phones[0].description == "dag en nacht; altijd; gratis; nog te controleren"
    assert found.locations[0].addresses[0].country == "NL"
    codes = {attribute.taxonomy_term.code for attribute in found.attributes}
    assert codes == {"spoed", "advies", "iedereen", "professionals", "huiselijk-geweld"}
    (service,) = found.services
    assert service.languages[0].name == "Nederlands"
    assert service.alert == "Stand 2020. Nog te controleren door de redactie."
    validator("organization").validate(found.model_dump(mode="json", exclude_none=True, exclude={"services"}))


@pytest.mark.parametrize(
    ("hours", "opens"),
    [
        ("altijd", "00:00Z"),
        ("24 uur per dag, 7 dagen per week (stand 2020)", "00:00Z"),
        ("kantooruren", None),
        ("altijd, behalve op zondag", None),
        ("24/7 via de chat, bellen in kantooruren", None),
    ],
)
def test_hours(project: Path, hours: str, opens: str | None) -> None:
    """Clock times only stand there when it never closes; other hours are words."""
    (schedule,) = service_with(project, f'{CALL}, hours: "{hours}", verified: false}}').schedules
    assert (schedule.description, schedule.opens_at) == (hours, opens)


@pytest.mark.parametrize(
    ("others", "alert"),
    [
        pytest.param((), "Stand 2020. Contact is bevestigd.", id="all that there is"),
        pytest.param(("verified: false",), "Stand 2020. Nog te controleren door de redactie.", id="not the other"),
    ],
)
def test_confirmed_is_all_confirmed(project: Path, others: tuple[str, ...], alert: str) -> None:
    """A service is only called confirmed if every way to reach it is."""
    contacts = [f"{CALL}, {state}}}" for state in ('verified: true, checked: "2026-11-01"', *others)]
    found = service_with(project, *contacts)
    assert found.alert == alert
    assert (found.assured_date is None) == bool(others)


def test_one_number_for_two_things(project: Path) -> None:
    """A number that stands there twice, for other questions, has an id for each."""
    found = service_with(project, f"{CALL}, verified: false}}", f"{CALL} over geld, verified: false}}")
    assert len({phone.id for phone in found.phones}) == 2


ID = uuid.uuid5(uuid.NAMESPACE_URL, "x")


@pytest.mark.parametrize(
    ("model", "good", "bad"),
    [
        pytest.param(hsds.Schedule, {"opens_at": "09:00+01:00"}, {"opens_at": "09:00"}, id="hours without a zone"),
        pytest.param(
            hsds.Address,
            {"location_id": ID, "address_1": "x", "city": "x", "state_province": "x", "postal_code": "x"}
            | {"country": "NL", "address_type": "physical"},
            {"country": "Nederland"},
            id="a country that is no code",
        ),
        pytest.param(hsds.Schedule, {}, {"openingstijd": "9"}, id="an unknown field"),
        pytest.param(hsds.Schedule, {}, {"id": uuid.UUID(int=0, version=4)}, id="an id that is not made from a name"),
        pytest.param(hsds.Phone, {"number": "0800-2000", "type": "voice"}, {"number": "bel ons"}, id="a number"),
    ],
)
def test_stricter_than_the_standard(model: Any, good: dict[str, Any], bad: dict[str, Any]) -> None:
    """What the standard's schema lets through and other programs trip over is refused."""
    whole = {"id": ID, "description": "x", **good}
    if model is hsds.Address:
        del whole["description"]
    model(**whole)
    with pytest.raises(ValidationError):
        model(**{**whole, **bad})


def test_json_ld_has_every_phone_number(project: Path) -> None:
    """Search engines get each number as a ContactPoint of a GovernmentService."""
    library = library_of(project)
    found = json_ld(library, library.at(LOKET))
    assert (found["@type"], found["name"]) == ("GovernmentService", "Het loket")
    (point,) = found["provider"]["contactPoint"]
    assert (point["@type"], point["telephone"]) == ("ContactPoint", "0800-0000")
    assert found["areaServed"][0]["name"] == "Het dorp"
    assert point["areaServed"] == found["areaServed"]
