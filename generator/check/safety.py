"""Rules that keep people safe: what must stay secret stays secret, and the numbers on every page are right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.library import Library
from generator.models.organisation import Organisation
from generator.problems import Problem
from generator.validate import texts

POSTCODE = re.compile(r"\b[1-9][0-9]{3} ?[A-Z]{2}\b")
STREET = re.compile(r"\b[A-Z][a-z]+(?:straat|weg|laan|plein|gracht|kade|singel|dijk|hof|pad|steeg) [0-9]+[a-z]?\b")


def secret_addresses_stay_secret(library: Library) -> Iterator[Problem]:
    """An organisation with `secret_address: true` has no address, postcode or street in any of its texts."""
    for entry in library.entries.values():
        if not isinstance(entry.item, Organisation) or not entry.item.secret_address:
            continue
        for where, text in texts(entry.document.data):
            if where == ("address",) or POSTCODE.search(text) or STREET.search(text):
                message = "this address is secret; delete it here, and from the history if it was ever committed"
                yield entry.document.problem(where, message, "secret-address")


def emergency_numbers_agree(library: Library) -> Iterator[Problem]:
    """Each number in `extra.emergency` of mkdocs.yml is a phone number of the organisation that it names."""
    if library.site is None:
        return
    for index, number in enumerate(library.site.data.get("extra", {}).get("emergency", ())):
        entry = library.entries.get(number["ref"])
        phones = entry.item.phones if entry and isinstance(entry.item, Organisation) else ()
        dialled = number["href"].removeprefix("tel:")
        if number["number"] not in phones or dialled != re.sub(r"[ -]", "", number["number"]):
            message = f"`{number['number']}` ({number['href']}) is not a number of `{number['ref']}`"
            known = f"; it has: {', '.join(phones)}" if phones else ""
            yield library.site.problem(("extra", "emergency", index), message + known, "emergency-number")
