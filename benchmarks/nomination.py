"""Names with sources, surplus, structure and every step, read and reckoned anew."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.measured import Measured
from congress_desk.actions.nomination.names import Origin, nominate, say_source
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.nomination.nominee import Source
from congress_desk.domain.nomination.steps import nomination_steps
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.new_congress import new_congress
from congress_desk.queries.nomination import nomination_facts, nomination_view
from congress_desk.queries.structure import PeopleSet, SetKind, structure_view
from congress_desk.storage.congress_file import CongressFile

PEOPLE, NAMES, SEATS, FLOOR = 300, 63, 55, 8


def run(folder: Path, short: bool) -> list[Measured]:
    """Reckon the way to the ballot of 63 names, 8 of them from the floor, among 300 delegates."""
    file = _made(folder / "de-cu.congress")
    facts = nomination_facts(file, 1)
    assert facts.prospect.candidates == NAMES
    wanted = PeopleSet(kind=SetKind.LIST, election_id=1)
    bound = 16.0
    measured = [
        Measured(what=what, value=_milliseconds(work, 5 if short else 20), bound=bound, unit="ms")
        for what, work in (
            ("steps and surplus from their facts", lambda: nomination_steps(facts)),
            ("names, polls and votes read", lambda: nomination_facts(file, 1)),
            ("structure of the list", lambda: structure_view(file, wanted)),
            ("the whole page", lambda: nomination_view(file, 1)),
        )
    ]
    file.close()
    return measured


def _milliseconds(work: Callable[[], object], times: int) -> float:
    """Return the processor time, which a busy machine does not hide."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return median(taken) * 1000


def _made(path: Path) -> CongressFile:
    people = tuple(
        Person(
            code=f"{n:04}", name=f"Nguyễn Thị Phương Thảo {n}", born=f"{1960 + n % 40}-05-06",
            gender="nữ" if n % 3 else "nam", status=Status.PRESENT,
        )
        for n in range(1, PEOPLE + 1)
    )  # fmt: skip
    listed = tuple(
        Candidate(name=p.name, born=p.born, gender=p.gender) for p in people[: NAMES - FLOOR]
    )
    setup = Setup(
        details=CongressDetails(name="Đại hội đại biểu Đảng bộ tỉnh", starts="2025-07-10T07:30"),
        rule_set_id="",
        people=people,
        agenda=(),
        duties=(),
        elections=(
            Election(code="BCH", title="Bầu Ban Chấp hành", seats=SEATS, candidates=listed),
        ),
    )
    file = new_congress(path, setup, actor="A")
    assert not isinstance(file, Refusal), file
    committee, floor = Origin(source=Source.COMMITTEE), Origin(source=Source.DELEGATES)
    ids = [nominee.candidate.id for nominee in nomination_facts(file, 1).nominees]
    said = say_source(file, 1, ids, committee, actor="A")
    more = [Candidate(name=p.name, born=p.born) for p in people[NAMES - FLOOR : NAMES]]
    put = nominate(file, 1, more, floor, actor="A")
    assert not isinstance(said, Refusal), said
    assert not isinstance(put, Refusal), put
    return file
