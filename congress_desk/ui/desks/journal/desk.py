"""The journal desk: every act of the congress, newest first; codes from papers find their state."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.journal import JournalLine, typed_code
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.papers.journal import journal_paper, journal_workbook
from congress_desk.papers.paper import Paper, PaperChoices
from congress_desk.queries.history.details import LineDetails, line_details
from congress_desk.queries.history.found_code import FoundCode, find_code
from congress_desk.queries.journal import lines_after
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import Desk, DeskPlace, paper_place
from congress_desk.ui.desks.journal.code_words import code_lines, code_title
from congress_desk.ui.desks.journal.line_card import LineCard
from congress_desk.ui.desks.journal.line_filter import LineFilter
from congress_desk.ui.desks.journal.row import JournalRow, journal_columns, row_of, same_line
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.paper_export import PaperExport
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.layout.folding_columns import FoldingColumns
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import lay_out_page
from congress_desk.ui.widgets.notice import Notice

CARD_SHARE, ROOM = 38, 720
# On a small screen the page scrolls rather than show a table of one row.
ROWS_LEAST = 2
# The card waits until the row that is gone to stays: the arrow keys are held down in long lists.
DETAILS_MS = 60
CODE, NARROW = 4, 640


class JournalDesk(Desk):
    """Enter on a line goes to its record; a code typed into the filter finds its state."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session = session
        self._rows: tuple[JournalRow, ...] = ()
        self._found: FoundCode | None = None
        self._details: LineDetails | None = None
        self._code = ""
        self.head, self.notice = PageHead(self), Notice()
        self._export = PaperExport(session, messages, self, self.notice)
        self.code_notice = Notice()
        self.code_notice.setObjectName("journalCode")
        self.code_notice.stay()
        self.filter = LineFilter()
        model = RecordTableModel(journal_columns())
        self.table = DataTable("journalTable", tr("Journal"), model, long=(3,))
        self._none_here = theme.subtitle(tr("No line is like this; empty the filter to see all."))
        self._list = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=DETAILS_MS)
        self.commands = self._make_commands()
        self.card = LineCard(
            button_row(command_button(self.commands, "jump", name="journalJump", role="primary"))
        )
        self._lay_out()
        self.keyboard = self.table
        self._connect()
        self.commands.refused.connect(self.notice.say_refused)
        self.commands.offer_in(self.table, ("jump", "subject", "", "export", "print"))

    def refresh(self) -> None:
        """Read the lines that came since; those that are here stay."""
        newest = self._rows[0].line.seq if self._rows else 0
        self.reader.ask(lines_after, newest, done=self._on_read)

    def show_place(self, place: DeskPlace) -> None:
        """Be shown at a line, by its number, or with the code in `part`."""
        if place.part or place.record:
            self.filter.clear()
            self.filter.line.setText(place.part or f"#{place.record}")

    def idle(self) -> bool:
        """Say whether nothing waits to be shown or written."""
        return not self._soon.isActive() and self._export.idle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The code of a line stands beside the table too; what was done needs the room.
        self.table.setColumnHidden(CODE, event.size().width() < theme.px(NARROW))

    def _on_read(self, lines: tuple[JournalLine, ...]) -> None:
        known = self._rows[0].line.seq if self._rows else 0
        new = tuple(row_of(line) for line in reversed(lines) if line.seq > known)
        first = not self._rows
        if new:
            self._rows = (*new, *self._rows)
            self.filter.offer(self._rows)
            self._show_rows(measure=first)
            if self._code:
                self._ask_code()
        self.keep_keyboard(self.table if self._rows else self.filter.line)

    def _show_rows(self, *, measure: bool = False) -> None:
        shown = self._shown()
        self._list.setCurrentIndex(0 if shown else 1)
        self.table.show_records(shown, same=same_line, measure=measure)
        count = tr("{shown} of {all} lines", shown=len(shown), all=len(self._rows))
        whole = tr("{all} lines", all=len(self._rows))
        self.head.show_state(count if len(shown) < len(self._rows) else whole, "accent")
        self.commands.refresh()

    def _shown(self) -> tuple[JournalRow, ...]:
        """Return the rows that are not left out; a code shows its line and all that came since."""
        if self._found is None:
            return self.filter.kept(self._rows, typed=self.filter.line.text())
        since = [row for row in self._rows if row.line.seq >= self._found.line.seq]
        return self.filter.kept(since, typed="")

    def _on_filter(self) -> None:
        code = typed_code(self.filter.line.text())
        if code != self._code:
            self._code, self._found = code, None
            self.code_notice.hide()
            if code:
                self._ask_code()
        self._show_rows()

    def _ask_code(self) -> None:
        self._session.ask(find_code, self._code, done=self._on_code)

    def _on_code(self, found: FoundCode | None) -> None:
        if not self._code or (found and found.line.code != self._code):
            return
        self._found = found
        if found is None:
            self.code_notice.say(
                "wrong",
                tr("No line of this file carries the code {code}.", code=self._code),
                [tr("The paper is of another congress file, or of a state that was cut away.")],
            )
        else:
            tone = "wrong" if not found.whole else "look" if found.since else "holds"
            self.code_notice.say(tone, code_title(found), code_lines(found))
        self._show_rows()
        rows = self.table.records
        place = [i for i, row in enumerate(rows) if found and row.line.seq == found.line.seq]
        if place:
            self.table.select_row(place[0])

    def _on_current(self, row: JournalRow | None) -> None:
        self.card.setVisible(row is not None)
        self._details = None
        self.commands.refresh()
        if row is not None:
            self.card.show_row(row)
            self._soon.start()

    def _ask_details(self) -> None:
        row: JournalRow | None = self.table.current
        if row is not None:
            self._session.ask(line_details, row.line.seq, done=self._on_details)

    def _on_details(self, found: LineDetails) -> None:
        row: JournalRow | None = self.table.current
        if row is not None and row.line.seq == found.seq:
            self._details = found
            self.card.show_details(found)
            self.commands.refresh()

    def _on_jump(self) -> None:
        place = self._details.place if self._details else None
        if place is not None:
            self.place_wanted.emit(DeskPlace(desk=place.desk, record=place.record, part=place.part))

    def _on_print(self) -> None:
        self.place_wanted.emit(paper_place(kind="journal"))

    def _on_export(self) -> None:
        """Ask for a file: what is filtered, as PDF, DOCX or workbook by its ending."""
        name = journal_workbook().file_name
        filters = "Excel (*.xlsx);;PDF (*.pdf);;Word (*.docx)"
        self._export.ask(tr("Write the journal"), name, filters, self._paper)

    def _paper(self, path: Path) -> tuple[Paper, PaperChoices]:
        book = path.suffix.casefold() == ".xlsx"
        paper = journal_workbook() if book else journal_paper()
        seqs = frozenset(row.line.seq for row in self._shown())
        whole = len(seqs) == len(self._rows)
        return paper, PaperChoices(lines=None if whole else seqs)

    def _why_not(self, name: str) -> str:
        if name == "export" and not self.table.records:
            return tr("No line is shown")
        if name != "jump":
            return ""
        if self.table.current is None:
            return tr("Choose a line first")
        if self._details is not None and self._details.place is None:
            return tr("This act has no record to open")
        return ""

    def _make_commands(self) -> Commands:
        return Commands(
            "journal",
            self,
            {
                "jump": self._on_jump,
                "subject": self._on_jump,
                "filter": self.filter.line.setFocus,
                "back": self.filter.clear,
                "export": self._on_export,
                "print": self._on_print,
            },
            why_not=self._why_not,
        )

    def _connect(self) -> None:
        self._soon.timeout.connect(self._ask_details)
        self.filter.changed.connect(self._on_filter)
        self.filter.left.connect(self.table.setFocus)
        self.table.chosen.connect(lambda _: self.commands.run("jump"))
        self.table.current_changed.connect(self._on_current)

    def _lay_out(self) -> None:
        self.head.show_words(
            tr("Journal"),
            tr(
                "Choose a line to see before and after; Enter goes to its record, {key} filters.",
                key=use_name("filter"),
            ),
        )
        self._none_here.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list.addWidget(self.table)
        self._list.addWidget(self._none_here)
        main = QWidget()
        column_in(main, self.filter, self.code_notice, (self._list, 1))
        self.table.show_at_least(ROWS_LEAST)
        beside = QWidget()
        column_in(beside, self.card, spacing=None, margins=(20, 0, 0, 0))
        parts = [
            (tr("Lines"), main, 100 - CARD_SHARE),
            (tr("The line chosen"), beside, CARD_SHARE),
        ]
        body = FoldingColumns(parts, room=ROOM, kept=0)
        tools = button_row(
            command_button(self.commands, "export", name="journalExport"),
            command_button(self.commands, "print", name="journalPrint"),
        )
        lay_out_page(self, self.head, self.notice, body, tools, body=body)
        QWidget.setTabOrder(self.table, self.filter.line)
