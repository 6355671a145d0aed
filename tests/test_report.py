"""The report lists what editors still have to do, and no more."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.pipeline import read
from generator.report import hardest, report
from generator.review_term import review_by


def change(project: Path, name: str, old: str, new: str) -> None:
    path = project / "content" / name
    assert path.read_text().count(old) == 1
    path.write_text(path.read_text().replace(old, new))


def found(project: Path):
    reading = read(project)
    assert reading.library and not reading.problems, reading.problems
    return reading.library


@pytest.mark.parametrize(
    ("reviewed", "months", "day"),
    [
        ("2026-11-21", 12, "2027-11-21"),
        ("2026-11-21", 1, "2026-12-21"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2026-08-31", 60, "2031-08-31"),
    ],
)
def test_review_by(reviewed: str, months: int, day: str) -> None:
    """A term in months ends on the same day of the month, or on its last."""
    assert review_by(reviewed, months).isoformat() == day
    assert review_by(datetime.date.fromisoformat(reviewed), months).isoformat() == day


def test_unverified_numbers_and_laws(project: Path) -> None:
    """A contact and a citation that nobody confirmed are listed until someone does."""
    listed = [(line.ref, line.note) for line in report(found(project)).unverified]
    assert ("sociale-kaart/organisaties/loket", "telefoon 0800-0000") in listed
    assert ("informatie-delen/vertellen", "Een voorbeeldwet, artikel 2") in listed
    change(project, "sociale-kaart/organisaties/loket.yml", "verified: false", "verified: true")
    listed = [(line.ref, line.note) for line in report(found(project)).unverified]
    assert "sociale-kaart/organisaties/loket" not in dict(listed)


def test_due_on_the_day(project: Path) -> None:
    """An item is due from the day its term ends, and not a day before."""
    change(project, "programmas/cursus.yml", '"2026-11-21"', '"2020-01-31"')
    change(project, "programmas/cursus.yml", "review_months: 12", "review_months: 1")
    listed = report(found(project))
    assert [line.ref for line in listed.due(datetime.date(2020, 2, 29))] == ["programmas/cursus"]
    assert listed.due(datetime.date(2020, 2, 28)) == ()


def test_unsourced_and_unused(project: Path) -> None:
    """A page without sources and an item without links are listed; a page that others list is not unused."""
    listed = report(found(project))
    unsourced = {line.ref for line in listed.unsourced}
    assert {"index", "protocollen"} <= unsourced
    assert not {"programmas/cursus", "bronnen/boek"} & unsourced
    assert "programmas/cursus" in {line.ref for line in listed.unused}
    change(project, "begrippen/balie.yml", "\nsources", "\nrelated: [programmas/cursus]\nsources")
    assert "programmas/cursus" not in {line.ref for line in report(found(project)).unused}


def test_hard_to_read(project: Path) -> None:
    """Long words in long sentences score below B1, plain ones do not."""
    assert "programmas/cursus" not in {entry.ref for _, entry in hardest(found(project))}
    hard = (
        "Multidisciplinaire hulpverleningsorganisaties operationaliseren verantwoordelijkheidsverdelingen stapsgewijs. "
    )
    change(project, "programmas/cursus.yml", "In het dorp.", hard * 5)
    ease, entry = hardest(found(project))[0]
    assert entry.ref == "programmas/cursus" and ease < 0


def test_a_term_is_used_where_its_words_stand(project: Path) -> None:
    """A term that no page links to is explained wherever its word stands, and unused where none has it."""
    assert "begrippen/balie" not in {line.ref for line in report(found(project)).unused}
    path = project / "content/begrippen/balie.yml"
    other = path.read_text().replace("title: signaal", "title: flierefluiter").replace("[aanwijzing]", "[kwast]")
    path.with_name("kwast.yml").write_text(other.replace("abbreviation: SGN\n", ""))
    assert "begrippen/kwast" in {line.ref for line in report(found(project)).unused}
