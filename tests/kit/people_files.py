"""Congress files with a register that knows every kind of person."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from congress_files import an_election, granted

from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import CongressKind, Person, PersonKind, Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.papers import make_paper, write_paper
from congress_desk.papers.paper import PaperChoices
from congress_desk.papers.people import people_paper
from congress_desk.queries.people import register
from congress_desk.storage.congress_file import CongressFile

ACTOR = "Thư ký"
NAMES = ("Ngô An", "Trần Thị Bình", "Lê Minh Châu", "Phạm Quốc Dũng", "Hoàng Thị Đào", "Vũ Ê")


def some_people(
    delegates: int = 6, alternates: int = 2, guests: int = 1, status: Status = Status.ABSENT
) -> tuple[Person, ...]:
    """Return delegates D001…, then alternates T001…, then guests K001…, born a year apart."""
    kinds = (
        ("D", PersonKind.OFFICIAL, delegates),
        ("T", PersonKind.ALTERNATE, alternates),
        ("K", PersonKind.GUEST, guests),
    )
    return tuple(
        Person(
            code=f"{letter}{number:03}",
            name=f"{NAMES[number % 6]} {letter}{number}",
            born=str(1950 + number % 50),
            gender="nữ" if number % 3 == 0 else "nam",
            delegation=f"Chi bộ {number % 4 + 1}",
            kind=kind,
            status=status,
        )
        for letter, kind, count in kinds
        for number in range(1, count + 1)
    )


def a_register(
    folder: Path,
    people: tuple[Person, ...] | None = None,
    kind: CongressKind = CongressKind.DELEGATES,
) -> CongressFile:
    """Return an open file of a congress of delegates with these people."""
    setup = Setup(
        details=CongressDetails(name="Đại hội đại biểu Đảng bộ Phường 19", kind=kind),
        people=some_people() if people is None else people,
        elections=(an_election(),),
    )
    return granted(new_congress(folder / "dh.congress", setup, actor=ACTOR))


def by_code(file: CongressFile, code: str) -> Person:
    """Return the person of this code."""
    return next(p for p in register(file) if p.code == code)


class Clock:
    """A clock for a file: stands still until it is moved on."""

    def __init__(self, start: str = "2026-11-22T07:00:00") -> None:
        self.now = datetime.fromisoformat(start)

    def __call__(self) -> datetime:
        return self.now

    def pass_minutes(self, minutes: int) -> None:
        """Let so many minutes pass."""
        self.now += timedelta(minutes=minutes)


def export_people(file, path, *, private):
    """Write the workbook of people; dates of birth and notes only when it is `private`."""
    paper = people_paper(path.name)
    return write_paper(make_paper(file, paper, PaperChoices(private=private)), path)
