"""What a reader reads for the values of fields that several pages name: kinds of help, groups, forms of violence.

The order is that in which a page lists them. `tests/test_words.py` holds the keys to those of the fields.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.models.fields import Group, Help, Violence

HELP: Mapping[Help, str] = {
    "spoed": "hulp bij spoed",
    "advies": "advies",
    "melden": "melden",
    "luisteren": "iemand die luistert",
    "opvang": "veilige opvang",
    "begeleiding": "begeleiding",
    "behandeling": "behandeling",
    "medische-hulp": "medische hulp",
    "politie-en-recht": "politie en recht",
    "bescherming": "bescherming",
    "geld-en-wonen": "geld en wonen",
    "school-en-werk": "school en werk",
    "overleg": "overleg voor professionals",
    "kennis": "kennis en training",
}
GROUPS: Mapping[Group, str] = {
    "iedereen": "iedereen",
    "kinderen": "kinderen",
    "jongeren": "jongeren",
    "vrouwen": "vrouwen",
    "mannen": "mannen",
    "ouders": "ouders",
    "gezinnen": "gezinnen",
    "ouderen": "ouderen",
    "plegers": "wie geweld gebruikt",
    "omstanders": "mensen eromheen",
    "professionals": "professionals",
}
VIOLENCE: Mapping[Violence, str] = {
    "huiselijk-geweld": "huiselijk geweld",
    "partnergeweld": "partnergeweld",
    "kindermishandeling": "kindermishandeling",
    "verwaarlozing": "verwaarlozing",
    "seksueel-geweld": "seksueel geweld",
    "seksuele-uitbuiting": "seksuele uitbuiting",
    "mensenhandel": "mensenhandel",
    "ouderenmishandeling": "ouderenmishandeling",
    "eergerelateerd-geweld": "eergerelateerd geweld",
    "complexe-scheiding": "complexe scheiding",
}
