"""The sociale kaart for other programs: HSDS 3.1 as one file, and schema.org JSON-LD on each organisation's page."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from generator.library import Entry, Library
from generator.memory import remembered
from generator.models import hsds
from generator.models.organisation import Contact, Organisation
from generator.models.organisation import Service as OurService
from generator.models.words import GROUPS, HELP, VIOLENCE
from generator.outfile import OutFile
from generator.text import plain

PATH = "open-data/hsds.json"
NAMESPACE = uuid.UUID("5c5a0a2e-0d0b-5b6e-9f5c-6a1f4f6e2b01")  # never change it: every id follows from it
ALWAYS = ("altijd", "24 uur per dag, 7 dagen per week", "24/7")
TAXONOMIES: Mapping[str, tuple[str, str, Mapping[Any, str]]] = {
    "help": ("Soort hulp", "Waarvoor iemand bij de organisatie terechtkan.", HELP),
    "groups": ("Doelgroep", "Wie er terechtkan.", GROUPS),
    "violence": ("Vorm van geweld", "Waar de hulp over gaat.", VIOLENCE),
}


def render_open_data(library: Library) -> OutFile:
    """Return `open-data/hsds.json`: a list of HSDS `organization` with their services, by ref."""
    found = (_as_json(entry, _areas(library, _organisation(entry))) for entry in _entries(library))
    return OutFile.text(PATH, f"[{','.join(found)}\n]\n")


@remembered
def _as_json(entry: Entry, areas: tuple[str, ...]) -> str:
    """Return an organisation as lines of JSON, one level deep."""
    data = _filled(_organization(entry, areas).model_dump(mode="json", exclude_none=True))
    return "".join(f"\n {line}" for line in json.dumps(data, ensure_ascii=False, indent=1).split("\n"))


def organization(library: Library, entry: Entry) -> hsds.Organization:
    """Return an organisation as HSDS. Its contacts without a phone or mail of their own kind become web addresses."""
    return _organization(entry, _areas(library, _organisation(entry)))


def _organization(entry: Entry, areas: tuple[str, ...]) -> hsds.Organization:
    item = _organisation(entry)
    sites = [contact for contact in item.contacts if contact.channel in ("website", "chat")]
    main = next((contact.value for contact in sites if contact.channel == "website"), None)
    parent = f"sociale-kaart/organisaties/{item.part_of}" if item.part_of else None
    return hsds.Organization(
        id=stable_id(entry.ref),
        name=item.title,
        alternate_name="; ".join(item.alternate_names) or None,
        description=plain(item.summary),
        email=_first(item.contacts, "e-mail"),
        website=main,
        additional_websites=tuple(
            hsds.Url(id=stable_id(entry.ref, contact.value), label=contact.description, url=contact.value)
            for contact in sites
            if contact.value != main
        ),
        parent_organization_id=stable_id(parent) if parent else None,
        locations=tuple(_locations(entry, item)),
        phones=tuple(_phones(entry.ref, item.contacts)),
        services=tuple(_service(entry, areas, item, name, service) for name, service in item.services.items()),
        attributes=tuple(_attributes(entry, item)),
    )


def json_ld(library: Library, entry: Entry) -> Mapping[str, Any]:
    """Return an organisation as a schema.org GovernmentService, with a ContactPoint for each phone number."""
    item = _organisation(entry)
    areas = [{"@type": "AdministrativeArea", "name": name} for name in _areas(library, item)]
    points = [
        {
            "@type": "ContactPoint",
            "telephone": contact.value,
            "contactType": contact.description,
            "areaServed": areas,
            "availableLanguage": "nl",
        }
        for contact in item.all_contacts
        if contact.channel == "telefoon"
    ]
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": item.title,
        "description": plain(item.summary),
        "areaServed": areas,
        "provider": {"@type": "Organization", "name": item.title, "contactPoint": points},
        "availableChannel": [{"@type": "ServiceChannel", "servicePhone": point} for point in points],
    }
    return {key: value for key, value in found.items() if value}


def stable_id(*names: str) -> uuid.UUID:
    """Return the id of something, which stays the same as long as its names do."""
    return uuid.uuid5(NAMESPACE, "\n".join(names))


def _entries(library: Library) -> tuple[Entry, ...]:
    return tuple(sorted(library.folder("sociale-kaart/organisaties"), key=lambda entry: entry.ref))


def _organisation(entry: Entry) -> Organisation:
    assert isinstance(entry.item, Organisation)
    return entry.item


def _service(entry: Entry, areas: tuple[str, ...], item: Organisation, name: str, service: OurService) -> hsds.Service:
    ref = f"{entry.ref}#{name}"
    days = [contact.checked for contact in service.contacts if contact.verified and contact.checked]
    confirmed = min(days) if days and len(days) == len(service.contacts) else None
    return hsds.Service(
        id=stable_id(ref),
        organization_id=stable_id(entry.ref),
        name=service.name,
        description=plain(service.description),
        status="active",
        application_process=plain(service.application_process or "") or None,
        eligibility_description=plain(service.eligibility or "") or None,
        fees_description=service.fees,
        alert=f"Stand {item.as_of}. "
        + ("Contact is bevestigd." if confirmed else "Nog te controleren door de redactie."),
        assured_date=confirmed.isoformat() if confirmed else None,
        url=_first(service.contacts, "website") or _first(service.contacts, "chat"),
        email=_first(service.contacts, "e-mail"),
        phones=tuple(_phones(ref, service.contacts)),
        schedules=tuple(_schedules(ref, service.contacts)),
        service_areas=tuple(hsds.ServiceArea(id=stable_id(ref, area), name=area) for area in areas),
        languages=tuple(hsds.Language(id=stable_id(ref, spoken), name=spoken) for spoken in service.languages),
    )


def _phones(ref: str, contacts: tuple[Contact, ...]) -> Iterator[hsds.Phone]:
    """Yield the phone numbers, with all that we know of each in its description; a number twice has an id for each."""
    seen: set[str] = set()
    for contact in contacts:
        if contact.channel == "telefoon":
            names = (contact.value, contact.description) if contact.value in seen else (contact.value,)
            seen.add(contact.value)
            state = None if contact.verified else "nog te controleren"
            words = "; ".join(filter(None, (contact.description, contact.hours, contact.cost, state)))
            yield hsds.Phone(id=stable_id(ref, *names), number=contact.value, type="voice", description=words)


def _schedules(ref: str, contacts: tuple[Contact, ...]) -> Iterator[hsds.Schedule]:
    """Yield the hours: in words, and as clock times only where there is no closing time, which holds in any zone."""
    for hours in dict.fromkeys(contact.hours for contact in contacts if contact.hours):
        if hours.partition(" (")[0] in ALWAYS:  # all of it: "altijd, behalve op zondag" is not always
            yield hsds.Schedule(
                id=stable_id(ref, hours),
                description=hours,
                freq="WEEKLY",
                byday="MO,TU,WE,TH,FR,SA,SU",
                opens_at="00:00Z",
                closes_at="23:59Z",
            )
        else:
            yield hsds.Schedule(id=stable_id(ref, hours), description=hours)


def _locations(entry: Entry, item: Organisation) -> Iterator[hsds.Location]:
    """Yield the public place, if there is one. `check` refuses an address that is secret; so does this."""
    if item.address is None or item.secret_address:
        return
    place, address = stable_id(entry.ref, "location"), item.address
    yield hsds.Location(
        id=place,
        location_type="physical",
        organization_id=stable_id(entry.ref),
        name=item.title,
        addresses=(
            hsds.Address(
                id=stable_id(entry.ref, "address"),
                location_id=place,
                address_1=address.street,
                city=address.city,
                state_province=address.province,
                postal_code=address.postal_code,
                country="NL",
                address_type="physical",
            ),
        ),
    )


def _attributes(entry: Entry, item: Organisation) -> Iterator[hsds.Attribute]:
    for key, (name, description, words) in TAXONOMIES.items():
        taxonomy = hsds.Taxonomy(id=stable_id("taxonomy", key), name=name, description=description)
        for word in getattr(item, key):
            term = hsds.TaxonomyTerm(
                id=stable_id("taxonomy", key, word),
                code=word,
                name=words[word],
                description=f"{name}: {words[word]}",
                language="nl",
                taxonomy_detail=taxonomy,
            )
            yield hsds.Attribute(
                id=stable_id(entry.ref, key, word),
                link_id=stable_id(entry.ref),
                taxonomy_term_id=term.id,
                link_entity="organization",
                taxonomy_term=term,
            )


def _areas(library: Library, item: Organisation) -> tuple[str, ...]:
    return tuple(library.at(f"sociale-kaart/gebieden/{area}").title for area in item.service_areas)


def _first(contacts: tuple[Contact, ...], channel: str) -> str | None:
    return next((contact.value for contact in contacts if contact.channel == channel), None)


def _filled(data: Any) -> Any:
    """Return plain data without lists that hold nothing: to other programs these say that there is none."""
    if isinstance(data, dict):
        return {key: _filled(value) for key, value in data.items() if value not in ([], ())}
    return [_filled(value) for value in data] if isinstance(data, list) else data
