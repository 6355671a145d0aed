"""An organisation on the sociale kaart, with its services. Field names follow Open Referral HSDS 3 where it can."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.models.fields import (
    MAIL,
    PHONE,
    WEB,
    AreaRef,
    Date,
    Frozen,
    Group,
    Help,
    Id,
    Line,
    OrganisationRef,
    Prose,
    SourcedItem,
    Violence,
)

VALUE_OF_CHANNEL = {
    "telefoon": (PHONE, "bad-phone", "`0800-2000`"),
    "chat": (WEB, "bad-web-address", "`https://www.example.nl/chat`"),
    "e-mail": (MAIL, "bad-web-address", "`naam@example.nl`"),
    "website": (WEB, "bad-web-address", "`https://www.example.nl`"),
}


class Contact(Frozen):
    """One way to reach them: a phone number, chat, e-mail address or web page, with its hours.

    `value` is the number or address exactly as a reader uses it. `checked` is the day an editor
    confirmed it; `verified: false` means that nobody has yet, and the site says so.
    """

    channel: Literal["telefoon", "chat", "e-mail", "website"]
    value: Line
    description: Line
    hours: Line | None = None
    cost: Line | None = None
    verified: bool
    checked: Date | None = None

    @model_validator(mode="after")
    def _value_fits_channel(self) -> Contact:
        pattern, code, example = VALUE_OF_CHANNEL[self.channel]
        if not pattern.fullmatch(self.value):
            raise PydanticCustomError(
                code,
                "`{found}` does not work as {channel}; write it as {example}",
                {"found": self.value, "channel": self.channel, "example": example, "at": ("value",)},
            )
        return self


class Address(Frozen):
    """A public place where people can go. Named as HSDS `address`, of which the parts are required there too."""

    street: Line
    postal_code: Line
    city: Line
    province: Line


class Service(Frozen):
    """What they do for people. Named as HSDS `service`: eligibility, application process, fees, languages."""

    name: Line
    description: Prose
    target_groups: tuple[Line, ...] = ()
    eligibility: Prose | None = None
    application_process: Prose | None = None
    fees: Line | None = None
    languages: tuple[Line, ...] = ()
    contacts: tuple[Contact, ...] = ()


class Organisation(SourcedItem):
    """An organisation. `service_areas` are where it helps; `as_of` is the year its facts describe.

    `help` is what one can come for, the most usual first, and `groups` who can come.

    `secret_address: true` means that nothing here may tell where it is: the build then refuses any
    address or postcode in the item.
    """

    alternate_names: tuple[Line, ...] = ()
    part_of: OrganisationRef | None = None
    as_of: Annotated[int, Field(ge=2015, le=2100)]
    violence: tuple[Violence, ...] = ()
    help: tuple[Help, ...] = ()
    groups: tuple[Group, ...] = ()
    service_areas: Annotated[tuple[AreaRef, ...], Field(min_length=1)]
    secret_address: bool = False
    address: Address | None = None
    contacts: tuple[Contact, ...] = ()
    services: Mapping[Id, Service] = {}

    @property
    def all_contacts(self) -> tuple[Contact, ...]:
        """Its own contacts, the one to use first first, and then those of its services."""
        return (*self.contacts, *(contact for service in self.services.values() for contact in service.contacts))

    @property
    def phones(self) -> tuple[str, ...]:
        """The phone numbers, the one to call first first."""
        return tuple(contact.value for contact in self.all_contacts if contact.channel == "telefoon")
