"""Lines of the issue register, written as the board does."""

from __future__ import annotations

from congress_files import granted

from congress_desk.actions.elections.ballot_issue import write_issue_lines
from congress_desk.domain.ballot_papers.issue_register import IssueKind, IssueLine, IssueRegister
from congress_desk.storage.congress_file import CongressFile

ACTOR = "Thư ký"


def a_line(kind: IssueKind, papers: int = 0, unit: str = "", **more: object) -> IssueLine:
    """Return a line; the box and what is destroyed have two names."""
    names = {"name": "Lê Thị Lan", "witness": "Ngô Bảo"}
    named = kind not in (IssueKind.HANDED, IssueKind.EXCHANGED, IssueKind.TAKEN_BACK)
    return IssueLine(kind=kind, papers=papers, unit=unit, **((names if named else {}) | more))


def write(file: CongressFile, round_id: int, *lines: IssueLine, **more: bool) -> IssueRegister:
    """Write lines that must be taken."""
    return granted(write_issue_lines(file, round_id, lines, actor=ACTOR, **more))


def a_kept_register(file: CongressFile, round_id: int) -> IssueRegister:
    """Return the register of a vote in which all went well: 6 handed out, 1 exchanged, 6 back."""
    return write(
        file,
        round_id,
        a_line(IssueKind.BOX_SEALED),
        a_line(IssueKind.HANDED, 4, "Chi bộ 1", name="Trần A"),
        a_line(IssueKind.HANDED, 3, "Chi bộ 2"),
        a_line(IssueKind.EXCHANGED, 1, "Chi bộ 2"),
        a_line(IssueKind.TAKEN_BACK, 1, "Chi bộ 1"),
        a_line(IssueKind.RETURNED, 6),
    )
