"""The practice congress of the guided first ten minutes: a branch of six, one election."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from congress_desk.atomic_congress import make_whole
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.first_congress import NAME
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import CongressKind, Person, Status
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.example.life import prepare_election
from congress_desk.new_congress import new_congress
from congress_desk.queries.elections.lists import elections
from congress_desk.storage.congress_file import CongressFile

RULES = "nong-dan"
_STAND = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Vũ Thị Dung")
_COUNT = ("Phạm Văn Hòa", "Hoàng Thị Lan")
_BORN = ("1971", "1979", "1985", "1988", "1968", "1990")
# Vũ Thị Dung is excused; Hoàng Thị Lan comes in during the first step.
_STATUS = {_STAND[-1]: Status.ABSENT_THROUGHOUT_EXCUSED, _COUNT[-1]: Status.ABSENT}


def make_first_congress(path: Path, *, now: datetime) -> Path | Refusal:
    """Make the practice congress at `path`, dated from `now`; one made before is replaced."""

    def write(place: Path) -> Path | Refusal:
        file = new_congress(place, _setup(now), actor=_STAND[1], rehearsal=True)
        if isinstance(file, Refusal):
            return file
        with closing(file):
            for done in _prepare(file):
                if isinstance(done, Refusal):
                    return done
        return place

    made = make_whole(path, write, replace=path.exists())
    return made if isinstance(made, Refusal) else path


def _prepare(file: CongressFile) -> Iterator[Any]:
    for election in elections(file):
        yield from prepare_election(file, election, actor=_STAND[1])


def _setup(now: datetime) -> Setup:
    details = CongressDetails(
        name=NAME,
        superior="Hội Nông dân phường An Bình",
        body="Chi hội Nông dân ấp 1",
        ordinal="I",
        term=f"{now.year} - {now.year + 5}",
        kind=CongressKind.MEMBERS,
        place="Nhà văn hóa ấp 1",
        starts=now.replace(second=0, microsecond=0, tzinfo=None).isoformat(timespec="minutes"),
    )
    return Setup(
        details=details,
        rule_set_id=RULES,
        people=tuple(_people()),
        duties=tuple(_duties()),
        elections=(_election(),),
    )


def _people() -> Iterator[Person]:
    """Yield the members, the last one still to be checked in."""
    names = (*_STAND, *_COUNT)
    for number, (name, born) in enumerate(zip(names, _BORN, strict=True), start=1):
        yield Person(
            id=number,
            code=f"HV{number:02d}",
            name=name,
            born=born,
            gender="nữ" if " Thị " in name else "nam",
            status=_STATUS.get(name, Status.PRESENT),
            note="ốm, có đơn" if name in _STAND[-1:] else "",
        )


def _duties() -> Iterator[Duty]:
    yield Duty(organ=Organ.PRESIDIUM, name=_STAND[0], title="Đoàn chủ tịch")
    yield Duty(organ=Organ.SECRETARIAT, name=_STAND[1], title="Thư ký")
    yield Duty(organ=Organ.COUNTING_BOARD, name=_COUNT[0], title="Trưởng ban")
    yield Duty(organ=Organ.COUNTING_BOARD, name=_COUNT[1], title="Ủy viên")


def _election() -> Election:
    people = tuple(_people())
    return Election(
        code="CU",
        title="Ban Chấp hành chi hội",
        seats=3,
        kind=ElectionKind.COMMITTEE,
        candidates=tuple(
            Candidate(name=each.name, born=each.born, gender=each.gender)
            for each in people[: len(_STAND)]
        ),
    )
