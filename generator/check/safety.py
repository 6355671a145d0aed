"""Rules that keep people safe: what must stay secret stays secret, and the numbers on every page are right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.library import Library
from generator.load import texts
from generator.models.organisation import Organisation
from generator.problems import Problem
from generator.text import dialled

POSTCODE = re.compile(r"\b[1-9][0-9]{3}\s?[A-Z]{2}\b")
# A word with a capital, as in `Kerkstraat 1`, `IJsselkade 2`, `Prins Hendrik-laan 3`, `Plein 4`; not `onderweg 5`.
STREET = re.compile(r"\b(?=[^\W\d_a-z])[\w'’-]*(?i:straat|weg|laan|plein|gracht|kade|singel|dijk|hof|pad|steeg)\s[0-9]")


def secret_addresses_stay_secret(library: Library) -> Iterator[Problem]:
    """An organisation with `secret_address: true` has no address, postcode or street in any of its texts."""
    for entry in library.entries.values():
        if not isinstance(entry.item, Organisation) or not entry.item.secret_address:
            continue
        for where, text in texts(entry.document.data):
            is_address = where[0] == "address"
            if is_address or POSTCODE.search(text) or STREET.search(text):
                message = "this address is secret; delete it here, and from the history if it was ever committed"
                yield entry.document.problem(where[:1] if is_address else where, message, "secret-address")


def emergency_numbers_agree(library: Library) -> Iterator[Problem]:
    """Each number in `extra.emergency` of mkdocs.yml is a phone number of the organisation that it names."""
    if library.settings is None:
        return
    for index, shown in enumerate(library.settings.site.extra.emergency):
        phones = library.phones.get(shown.ref, ())
        if shown.number not in phones or shown.href != dialled(shown.number):
            message = f"`{shown.number}` ({shown.href}) is not a number of `{shown.ref}`"
            known = f"; it has: {', '.join(phones)}" if phones else ""
            yield library.settings.document.problem(("extra", "emergency", index), message + known, "emergency-number")
