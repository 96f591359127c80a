"""Small congress files on disk, made through the program's own acts."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import TypeVar

from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.ballots import correct_ballot, enter_ballots, undo_last
from congress_desk.actions.elections.declaring import declare_result, waive_finding
from congress_desk.actions.elections.lists import freeze_list
from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.motions import add_motion, record_vote
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.congress import CongressDetails, CongressState
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Accounting, Ballot, Round
from congress_desk.domain.motions import Hands, MotionDraft, MotionKind
from congress_desk.domain.opening.facts import GoingOn
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.new_congress import new_congress
from congress_desk.paths import resource
from congress_desk.queries.congress import duties, presence
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file

T = TypeVar("T")
NAMES = ("Ngô An", "Trần Thị Bình", "Lê Minh Châu", "Phạm Quốc Dũng", "Hoàng Thị Đào", "Vũ Ê")


def granted(value: T | Refusal) -> T:
    """Return what an act gave; fail when it refused."""
    assert not isinstance(value, Refusal), value
    return value


def code_of(value: object) -> str:
    """Return the code of a refusal; fail when there is none."""
    assert isinstance(value, Refusal), value
    return value.first.code


def anyway(file: CongressFile) -> GoingOn:
    """Return somebody who opens a round whatever is missing, of the presidium if any."""
    presidium = [duty.name for duty in duties(file) if duty.organ is Organ.PRESIDIUM]
    name = presidium[0] if presidium else "Phan Văn Chủ"
    return GoingOn(name=name, reason="thử", known=_known_findings())


@cache
def _known_findings() -> frozenset[str]:
    catalogues = (json.loads(path.read_text("utf-8")) for path in resource("i18n", "vi").glob("*"))
    known = (key.removeprefix("finding.") for one in catalogues for key in one.get("messages", ()))
    return frozenset(known)


def ready_to_vote(file: CongressFile, election_id: int = 1) -> None:
    """Do everything that the rules want before the first round of an election."""
    granted(set_state(file, CongressState.IN_SESSION, actor="TK"))
    granted(freeze_list(file, election_id, actor="TK"))
    for kind, about in ((MotionKind.NUMBER_AND_LIST, election_id), (MotionKind.COUNTING_BOARD, 0)):
        draft = MotionDraft(kind=kind, matter="biểu quyết", election_id=about)
        motion = granted(add_motion(file, draft, actor="TK"))
        hands = Hands(in_favour=presence(file).present)
        granted(record_vote(file, motion.id, hands, actor="TK"))


def an_election(code: str = "BCH", names: int = 4, seats: int = 3) -> Election:
    """Return an election whose surplus the rules allow when there is one name too many."""
    listed = tuple(Candidate(name=name, born=f"197{i}") for i, name in enumerate(NAMES[:names]))
    return Election(code=code, title=f"Bầu {code}", seats=seats, candidates=listed)


def a_setup(*held: Election, rule_set_id: str = "", people: int = 6) -> Setup:
    """Return a congress with a line in every sheet; so many delegates are present."""
    there = tuple(
        Person(code=f"{i:03}", name=f"Đại biểu {i}", status=Status.PRESENT)
        for i in range(1, people + 1)
    )
    return Setup(
        details=CongressDetails(name="Đại hội Đảng bộ Phường 19", superior="Quận ủy", term="2020"),
        rule_set_id=rule_set_id,
        people=(*there, Person(code="K1", name="Khách", kind=PersonKind.GUEST)),
        agenda=(AgendaItem(content="Khai mạc", minutes=10), AgendaItem(content="Bầu cử")),
        duties=(Duty(organ=Organ.COUNTING_BOARD, name="Đỗ Văn Trưởng", title="Trưởng ban"),),
        elections=held or (an_election(),),
    )


def a_congress(path: Path, *held: Election, rule_set_id: str = "", people: int = 6) -> CongressFile:
    """Return a new open file at `path`, or in the folder `path`."""
    target = path / "dh.congress" if path.is_dir() else path
    setup = a_setup(*held, rule_set_id=rule_set_id, people=people)
    return granted(new_congress(target, setup, actor="Thư ký"))


def reopened(file: CongressFile) -> CongressFile:
    """Close a file and open it again."""
    file.close()
    return granted(open_file(file.path))


def a_round(
    file: CongressFile, code: str = "BCH", *, papers: int | None = 6, bundle_size: int = 3
) -> Round:
    """Open the next round of an election for this many papers, D entered by hand."""
    found = next(e for e in elections(file) if e.code == code)
    people = papers or 6
    accounting = Accounting(convened=people, present=people, issued=people, returned=papers)
    return granted(
        open_round(
            file,
            found.id,
            accounting=accounting,
            by_hand=True,
            bundle_size=bundle_size,
            actor="TK",
            going_on=anyway(file),
        )
    )


def striking(found: Round, positions: Iterable[int]) -> Paper:
    """Return a paper with the names at these positions struck."""
    return Paper(struck=frozenset(found.candidates[p - 1].id for p in positions))


def fresh_uids(count: int) -> list[str]:
    """Return ids that no ballot had before."""
    return [uuid.uuid4().hex for _ in range(count)]


def enter(
    file: CongressFile, found: Round, *papers: Paper | Sequence[int], bundle: int = 1
) -> tuple[Ballot, ...]:
    """Enter papers, or the positions struck on them, in one act."""
    marked = [p if isinstance(p, Paper) else striking(found, p) for p in papers]
    return granted(
        enter_ballots(file, found.id, bundle, marked, fresh_uids(len(marked)), operator="Nhập")
    )


def a_counted_round(file: CongressFile, code: str = "BCH") -> Round:
    """Hold a round of six ballots of which the first of four names is struck the least."""
    found = a_round(file, code)
    running_sheet(file, found.id)  # as the counting screen does when it opens
    enter(file, found, [4], [4], [3])
    enter(file, found, [4], [2, 3], [4], bundle=2)
    return found


def a_declared_round(file: CongressFile, code: str = "BCH") -> Round:
    """Hold a round to its declaration."""
    found = a_counted_round(file, code)
    for finding in round_sheet(file, found.id).findings:
        if finding.code == "base_not_of_register" and not finding.waived_by:
            granted(
                waive_finding(file, found.id, finding, name="Chủ tịch", reason="D cũ", actor="TK")
            )
    granted(
        declare_result(
            file, found.id, first="Đỗ Văn Trưởng", second="Chủ tịch", reason="thử", actor="TK"
        )
    )
    return found


def a_full_file(path: Path) -> Path:
    """Make a file with rows in every table that acts write."""
    file = a_congress(path, an_election("BCH"), an_election("BT", 2, 2))
    a_declared_round(file, "BCH")
    found = a_round(file, "BT", papers=4, bundle_size=2)
    both = Paper(both=frozenset({found.candidates[0].id}), struck=frozenset())
    entered = enter(file, found, [1], both)
    paper, (uid,) = striking(found, [2]), fresh_uids(1)
    granted(correct_ballot(file, entered[0].id, paper, uid, operator="B"))
    enter(file, found, [1], bundle=2)
    granted(undo_last(file, found.id, operator="B"))
    findings = round_sheet(file, found.id).findings
    finding = next(f for f in findings if f.waivable and not f.waived_by)
    granted(waive_finding(file, found.id, finding, name="Trưởng ban", reason="mất", actor="A"))
    file.close()
    return path


class Clock:
    """A clock that goes on by one second each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2020, 6, 5, 8, 0, tzinfo=timezone(timedelta(hours=7)))

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def round_of(file: CongressFile, code: str = "BCH") -> Round:
    """Return the newest round of an election."""
    found = next(e for e in elections(file) if e.code == code)
    return rounds(file, found.id)[-1]


def dump(file: CongressFile) -> list[tuple[object, ...]]:
    """Return every statement and every row of an open file."""
    conn = file.db.conn
    made = conn.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()
    tables = [name for kind, name, _ in made if kind == "table"]
    return [
        *made,
        *((name, *row) for name in tables for row in conn.execute(f'SELECT * FROM "{name}"')),
    ]
