"""The duties desk on a real congress file, with hands that press keys where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench import WINDOW, Bench, open_desk
from congress_files import granted
from people_files import some_people

from congress_desk.actions.duties import assignments
from congress_desk.actions.duties import members as duties
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.queries.duties import duties_view
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.duties.desk import DutiesDesk

ACTOR = "Thư ký"
AGENDA = (
    AgendaItem(session="Trù bị", day="2020-03-12", time="13:30", minutes=30, content="Đón tiếp",
               executor="Ban Tổ chức"),
    AgendaItem(session="Chính thức", day="2020-03-13", time="07:30", minutes=15,
               content="Khai mạc", executor="Đoàn chủ tịch"),
    AgendaItem(session="Chính thức", day="2020-03-13", minutes=30, content="Báo cáo chính trị"),
)  # fmt: skip
MEMBERS = (
    Duty(organ=Organ.PRESIDIUM, name="Trần Thị Bình D1", title="Chủ tịch", duty="Chủ trì"),
    Duty(organ=Organ.PRESIDIUM, name="Lê Minh Châu D2", duty="Điều hành"),
    Duty(organ=Organ.SECRETARIAT, name="Phạm Quốc Dũng D3", title="Trưởng đoàn", duty="Biên bản"),
)


def a_congress_with_duties(folder: Path, members: tuple[Duty, ...] = MEMBERS) -> CongressFile:
    """Return an open file with a register, a programme of two sessions, and these members."""
    setup = Setup(
        details=CongressDetails(name="Đại hội Phường 19", starts="2020-03-12T13:30"),
        people=some_people(status=Status.PRESENT),
        agenda=AGENDA,
        duties=members,
    )
    return granted(new_congress(folder / "dh.congress", setup, actor=ACTOR))


def relieved(file: CongressFile) -> None:
    """Give the first member a session, and let the second stand in."""
    granted(assignments.assign(file, 1, what="Điều hành", session="Chính thức", actor=ACTOR))
    granted(assignments.relieve(file, [1], 2, reason="ốm", actor=ACTOR))


def someone_left(file: CongressFile) -> None:
    """Let the second member leave."""
    granted(duties.end_membership(file, 2, reason="chuyển công tác", actor=ACTOR))


class DutiesBench(Bench):
    """The desk, shown, with the file behind it."""

    def view(self) -> DutiesView:
        return self.ask(duties_view)

    def names(self) -> list[str]:
        """Return the members in the table."""
        return [row.duty.name for row in self.desk.organs.members.records]

    def cell(self, row: int, column: int) -> str:
        """Return what stands in a cell of the matrix."""
        model = self.desk.matrix.model
        return model.data(model.index(row, column))


@contextmanager
def duties_desk(
    folder: Path,
    qtbot: Any,
    prepare: Callable[[CongressFile], object] = lambda file: None,
    *,
    members: tuple[Duty, ...] = MEMBERS,
    messages: Any = None,
    size: tuple[int, int] = WINDOW,
) -> Iterator[DutiesBench]:
    """Open the desk on a congress, prepared as a test wants it."""

    def make() -> CongressFile:
        file = a_congress_with_duties(folder, members)
        prepare(file)
        return file

    with open_desk(
        DutiesBench, DutiesDesk, make, folder, qtbot, size=size, messages=messages
    ) as bench:
        yield bench
