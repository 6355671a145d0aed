"""Who helps where, in the order in which a reader needs them: who comes at once first, then the closest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.library import Entry, Library
from generator.models.area import Area
from generator.models.fields import Group, Help, Violence
from generator.models.organisation import Organisation
from generator.models.words import GROUPS, HELP, VIOLENCE
from generator.text import answer, plain

AREAS = "sociale-kaart/gebieden"
ORGANISATIONS = "sociale-kaart/organisaties"
# The doors that are good for everyone, everywhere: on top of every list, whatever someone looks for.
DOORS = (f"{ORGANISATIONS}/112", f"{ORGANISATIONS}/veilig-thuis")
# Who helps with the second also helps with the first.
WIDER: Mapping[Violence, Violence] = {
    "partnergeweld": "huiselijk-geweld",
    "ouderenmishandeling": "huiselijk-geweld",
    "verwaarlozing": "kindermishandeling",
    "seksuele-uitbuiting": "mensenhandel",
}
# Who is not meant by "iedereen", since that is everyone who needs help for themselves.
NAMED_APART: tuple[Group, ...] = ("plegers", "omstanders", "professionals")


@dataclass(frozen=True)
class Helper:
    """An organisation as someone in one place sees it.

    `areas` are where it helps and `area` is the closest of these, or what holds them all, which `national` says is
    the country; `gist` is what it does.
    """

    ref: str
    item: Organisation
    area: str
    areas: tuple[str, ...]
    national: bool
    gist: str

    @property
    def urgent(self) -> bool:
        """Whether it comes or answers at once, and can be called."""
        return "spoed" in self.item.help and bool(self.item.phones)

    @property
    def help(self) -> tuple[Help, ...]:
        """What one can come for besides haste, the most usual first."""
        return tuple(kind for kind in self.item.help if kind != "spoed")

    @property
    def groups(self) -> tuple[Group, ...]:
        """Who can come, with those whom "iedereen" means; everyone, if it says nothing of that."""
        named = self.item.groups or ("iedereen",)
        return tuple(group for group in GROUPS if group in named or ("iedereen" in named and group not in NAMED_APART))

    @property
    def violence(self) -> tuple[Violence, ...]:
        """What it helps with, with the narrower forms of that; all, if it says nothing of that."""
        named = self.item.violence or tuple(VIOLENCE)
        return tuple(form for form in VIOLENCE if form in named or WIDER.get(form) in named)


@dataclass(frozen=True)
class Place:
    """An area, and the organisations that help there in order; `across` says that they help in parts of it only."""

    area: str
    across: bool
    helpers: tuple[Helper, ...]


@dataclass(frozen=True)
class HelpersByKind:
    """Who mostly gives one kind of help, and how many others give it too. Kind None: they do not say what they give."""

    kind: Help | None
    helpers: tuple[Helper, ...]
    others: int


@dataclass(frozen=True)
class Choice:
    """An area that a reader can choose; `within` has it and the areas it lies in, the smallest first."""

    area: str
    title: str
    within: tuple[str, ...]

    @property
    def part(self) -> str:
        """The part of the country that it is or lies in; for the country, itself."""
        return self.within[-2:][0]


def within(library: Library, area_id: str) -> tuple[str, ...]:
    """Return an area and the areas it lies in, the smallest first. Areas in a circle each come once."""
    found: list[str] = []
    step: str | None = area_id
    while step is not None and step not in found:
        found.append(step)
        step = _area(library, step).part_of
    return tuple(found)


def helpers(library: Library, area_id: str) -> tuple[Helper, ...]:
    """Return who helps in an area, the closest first, and of equals those who come at once, then by title.

    That is: every organisation that helps in the area or in one that it lies in, but for DOORS.
    """
    near = within(library, area_id)
    mentioned = {ref for area in near for ref in library.linked_from.get(f"{AREAS}/{area}", ())}
    found = (
        _helper(library, entry, next(area for area in near if area in areas))
        for entry in _organisations(library, mentioned)
        if set(near) & {*(areas := _areas(library, entry))}
    )
    return tuple(sorted(found, key=lambda helper: (near.index(helper.area), not helper.urgent)))


def everyone(library: Library) -> tuple[Place, ...]:
    """Return who helps where but for DOORS: in the whole country, in some parts of it, and in each part by title.

    In a part, those for all of it come first, then those for the places inside it. An organisation stands once: with
    the smallest area that all it helps in lies in, and so with the part of the country that this lies in.
    """
    order = {entry.id: rank for rank, entry in enumerate(library.folder(AREAS))}
    found = [
        _helper(library, entry, _shared(library, _areas(library, entry)))
        for entry in _organisations(library, (entry.ref for entry in library.folder(ORGANISATIONS)))
    ]

    def part(helper: Helper) -> tuple[str, bool]:
        top = _part(library, helper.area)
        return top, helper.national and top not in helper.areas

    def rank(helper: Helper) -> tuple[bool, int, bool, bool, bool, int]:
        top, across = part(helper)
        is_part = _area(library, top).level != "land"
        return (is_part, order[top], across, helper.area != top, not helper.urgent, order[helper.area])

    groups = groupby(sorted(found, key=rank), key=part)
    return tuple(Place(area, across, tuple(group)) for (area, across), group in groups)


def choices(library: Library) -> tuple[Choice, ...]:
    """Return the areas to choose from: the country, then each part of it by title with, after it, what lies inside."""
    found = [Choice(entry.id, entry.title, within(library, entry.id)) for entry in library.folder(AREAS)]

    def rank(choice: Choice) -> tuple[bool, str, bool]:
        top = _part(library, choice.area)
        return (len(choice.within) > 1, _area(library, top).title.casefold(), choice.area != top)

    return tuple(sorted(found, key=rank))


def level(library: Library, area_id: str) -> str:
    """Return what kind of area it is: gemeente, regio, provincie or land."""
    return _area(library, area_id).level


def doors(library: Library) -> tuple[tuple[str, Organisation], ...]:
    """Return the doors that are good for everyone, as far as the map has them."""
    return tuple((ref, _organisation(library.entries[ref])) for ref in DOORS if ref in library.entries)


def by_help(found: tuple[Helper, ...]) -> tuple[HelpersByKind, ...]:
    """Return helpers by what one mostly comes for, in the order of HELP; each stands once, in the order of `found`."""
    groups = (
        HelpersByKind(
            kind,
            tuple(helper for helper in found if next(iter(helper.help), None) == kind),
            sum(kind in helper.help[1:] for helper in found),
        )
        for kind in (*HELP, None)
    )
    return tuple(group for group in groups if group.helpers)


def _organisations(library: Library, refs: Iterable[str]) -> tuple[Entry, ...]:
    """Return the organisations among `refs` by title, but for DOORS."""
    found = (library.entries[ref] for ref in refs if ref not in DOORS and ref.startswith(f"{ORGANISATIONS}/"))
    return tuple(sorted(found, key=lambda entry: (entry.title.casefold(), entry.ref)))


def _helper(library: Library, entry: Entry, area: str) -> Helper:
    item = _organisation(entry)
    national = _area(library, area).level == "land"
    return Helper(entry.ref, item, area, _areas(library, entry), national, answer(plain(item.summary)))


def _organisation(entry: Entry) -> Organisation:
    assert isinstance(entry.item, Organisation)
    return entry.item


def _area(library: Library, area_id: str) -> Area:
    item = library.entries[f"{AREAS}/{area_id}"].item
    assert isinstance(item, Area)
    return item


def _areas(library: Library, entry: Entry) -> tuple[str, ...]:
    """Return where an organisation helps, without the areas that lie in another of them."""
    named = _organisation(entry).service_areas
    return tuple(area for area in named if not set(within(library, area)[1:]) & set(named))


def _part(library: Library, area_id: str) -> str:
    """Return the part of the country that an area lies in or is; the country itself, for that."""
    return within(library, area_id)[-2:][0]


def _shared(library: Library, ids: tuple[str, ...]) -> str:
    """Return the smallest area that all of `ids` are or lie in; the widest of the first, if there is none."""
    chains = [within(library, area) for area in ids]
    return next((area for area in chains[0] if all(area in chain for chain in chains)), chains[0][-1])
