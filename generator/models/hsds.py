"""The sociale kaart as open data: the part of Open Referral HSDS 3.1 that we fill, stricter than its own schema.

That schema accepts fields that it does not know, a country that is no code, and hours without a zone; these models do
not. Field names and required fields are those of the standard (https://docs.openreferral.org/en/v3.1/).
"""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from generator.models.fields import MAIL, PHONE, WEB, Frozen


def _uuid5(value: UUID) -> UUID:
    if value.version != 5:
        raise ValueError(f"{value} is not made from a name (UUID version 5)")
    return value


StableId = Annotated[UUID, AfterValidator(_uuid5)]
Text = Annotated[str, Field(min_length=1)]
Uri = Annotated[str, Field(pattern=f"^{WEB.pattern}$")]
Email = Annotated[str, Field(pattern=f"^{MAIL.pattern}$")]
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d(Z|[+-]\d\d:\d\d)$")]  # with its zone, always
Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]


class Taxonomy(Frozen):
    """A list of words that attributes are taken from."""

    id: StableId
    name: Text
    description: Text


class TaxonomyTerm(Frozen):
    """A word of such a list; `language` is its ISO 639-1 code."""

    id: StableId
    code: Text
    name: Text
    description: Text
    language: Literal["nl"]
    taxonomy_detail: Taxonomy


class Attribute(Frozen):
    """A word that is said of an organisation."""

    id: StableId
    link_id: StableId
    taxonomy_term_id: StableId
    link_entity: Literal["organization"]
    taxonomy_term: TaxonomyTerm


class Phone(Frozen):
    """A phone number, with what it is for and when, as far as words go."""

    id: StableId
    number: Annotated[str, Field(pattern=f"^{PHONE.pattern}$")]
    type: Literal["voice"]
    description: Text


class Url(Frozen):
    """A web address beside the main one."""

    id: StableId
    label: Text
    url: Uri


class Schedule(Frozen):
    """When it is open: in words, and as clock times with a zone where it never closes."""

    id: StableId
    description: Text
    freq: Literal["WEEKLY"] | None = None
    byday: Literal["MO,TU,WE,TH,FR,SA,SU"] | None = None
    opens_at: Clock | None = None
    closes_at: Clock | None = None


class ServiceArea(Frozen):
    """Where a service helps, by the name of the area."""

    id: StableId
    name: Text


class Language(Frozen):
    """A language in which a service helps."""

    id: StableId
    name: Text


class Service(Frozen):
    """What an organisation does for people. `alert` says of which year it is and what nobody confirmed."""

    id: StableId
    organization_id: StableId
    name: Text
    description: Text
    status: Literal["active"]
    application_process: Text | None = None
    eligibility_description: Text | None = None
    fees_description: Text | None = None
    alert: Text
    assured_date: Day | None = None
    url: Uri | None = None
    email: Email | None = None
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    service_areas: tuple[ServiceArea, ...] = ()
    languages: tuple[Language, ...] = ()


class Address(Frozen):
    """Where one can go. `country` is an ISO 3166-1 code."""

    id: StableId
    location_id: StableId
    address_1: Text
    city: Text
    state_province: Text
    postal_code: Text
    country: Literal["NL"]
    address_type: Literal["physical"]


class Location(Frozen):
    """A public place of an organisation."""

    id: StableId
    location_type: Literal["physical"]
    organization_id: StableId
    name: Text
    addresses: tuple[Address, ...]


class Organization(Frozen):
    """An organisation with its services."""

    id: StableId
    name: Text
    alternate_name: Text | None = None
    description: Text
    email: Email | None = None
    website: Uri | None = None
    additional_websites: tuple[Url, ...] = ()
    parent_organization_id: StableId | None = None
    locations: tuple[Location, ...] = ()
    phones: tuple[Phone, ...] = ()
    services: tuple[Service, ...] = ()
    attributes: tuple[Attribute, ...] = ()
