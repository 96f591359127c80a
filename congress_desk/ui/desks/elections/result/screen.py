"""The result of a declared round, and what the rules allow next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import paper_place
from congress_desk.ui.desks.elections.checks.secrecy_dialog import ShowFewDialog
from congress_desk.ui.desks.elections.checks.trace_dialog import TraceDialog
from congress_desk.ui.desks.elections.election_screen import ElectionScreen, round_place
from congress_desk.ui.desks.elections.result.side import ResultSide
from congress_desk.ui.desks.elections.result.tables import ResultTables
from congress_desk.ui.desks.elections.result.view import ResultView, result_view
from congress_desk.ui.desks.elections.result.words import (
    ANNULLED,
    headline_number,
    headline_words,
    numbers_of_papers,
    open_label,
    outcome_sign,
    result_title,
    rule_sentence,
    sealed_at,
)
from congress_desk.ui.desks.elections.superior_dialogs import AnnulDialog, RecountDialog
from congress_desk.ui.look import icons, theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.structure.lines import StructureLines
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, command_button, set_primary
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout
from congress_desk.ui.widgets.layout.layouts import column_in, row_in, row_of
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import (
    clear_layout,
    column,
    lay_out_page,
    scrolling,
    take_keyboard,
)
from congress_desk.ui.widgets.layout.scrolled_beside import ScrolledBeside
from congress_desk.ui.widgets.layout.side_by_side import SideBySide


class ResultScreen(ElectionScreen):
    """What was declared of a round, and what may be done with it."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self._view: ResultView | None = None
        self._round_id = 0
        self.head = PageHead(self, tr("Back to the election"))
        self.head.back.connect(self._on_left)
        self.headline = ResultHeadline()
        self.tables = ResultTables()
        self.tables.copied.connect(self._on_copied)
        self.side = ResultSide()
        self.structure = StructureLines()
        self.structure.wanted.connect(self._on_structure_wanted)
        self.said = theme.subtitle()
        self.commands = self._make_commands()
        self.copy = command_button(self.commands, "copy", name="copyTable")
        self.minutes = command_button(self.commands, "minutes", name="openMinutes")
        self.next = command_button(self.commands, "next", name="nextRound", role="primary")
        self.recount = command_button(self.commands, "recount", name="recount", role="link")
        self.annul = command_button(self.commands, "annul", name="annul", role="link")
        self.show_few = command_button(self.commands, "show_few", name="showFew", role="link")
        self.trace = command_button(self.commands, "trace", name="traceVotes", role="link")
        scan = command_button(self.commands, "scan", name="resultScan", role="link")
        links = (self.recount, self.annul, self.show_few, self.trace, scan)
        side = ScrolledBeside(column(self.side, *links, self.structure))
        sides = SideBySide(self.tables, side, side_width=300, room=860, whole=True)
        sides.turned.connect(side.follow)
        sides.turned.connect(lambda wide: self.tables.stand_whole(not wide))
        content = QWidget()
        column_in(content, self.headline, (sides, 1), spacing=12)
        body = scrolling(content)
        foot = button_row(self.said, self.copy, self.minutes, self.next)
        lay_out_page(self, self.head, body, foot, body=body)

    def show_record(self, number: int, at: str = "") -> None:
        """Show the result of a declared round."""
        self._round_id = number
        self._view = None
        self.refresh()

    def refresh(self) -> None:
        """Read the round again."""
        self._reader.ask(result_view, self._round_id, done=self._on_read)

    def _on_read(self, view: ResultView) -> None:
        if view.sheet.round.id != self._round_id:
            return
        before, first = self._view, self._view is None
        self._view = view
        sheet = view.sheet
        rule = rule_sentence(sheet)
        self.head.show_words(
            result_title(sheet), tr("{what} — {article}", what=rule.text, article=rule.article)
        )
        several = sheet.round.number > 1 or view.later is not None
        in_all = tr("all rounds: {elected} / {seats}", elected=view.elected_in_all,
                    seats=view.course.seats)  # fmt: skip
        sealed = tr("Sealed · {time}", time=sealed_at(sheet.round))
        words = (in_all, sealed) if several else (sealed,)
        self.head.show_state(" · ".join(words) if sheet.declared else "", "holds")
        if sheet.round.annulled_by:
            self.head.show_state(tr("Annulled"), "wrong")
        elif sheet.round.recounted_by:
            self.head.show_state(tr("Counted again: the recount stands"), "look")
        self.headline.show_sheet(sheet)
        self.tables.show_sheet(sheet)
        self.side.show_view(view)
        self.structure.show_view(view.structure)
        self._show_buttons(view)
        if first:
            self.said.setText("")
            self._give_keyboard()
        elif before is not None and sheet.round.annulled_by and not before.sheet.round.annulled_by:
            self.next.setFocus()  # the button that annulled it is gone: the new vote comes next

    def _show_buttons(self, view: ResultView) -> None:
        self.commands.refresh()
        set_primary(self.minutes, "file-text", primary=not _next_label(view))

    def _make_commands(self) -> Commands:
        commands = Commands(
            "result",
            self,
            {
                "copy": self._on_copy,
                "minutes": self._on_minutes,
                "next": self._on_next,
                "recount": self._on_recount,
                "annul": self._on_annul,
                "show_few": self._on_show_few,
                "trace": self._on_trace,
                "scan": lambda: self.go("scanning", self._round_id),
                "structure": self._on_structure_wanted,
            },
            why_not=self._why_not,
            words=lambda name: _next_label(self._view) if self._view and name == "next" else "",
            where={"copy": self.tables},
        )
        commands.bind_button(self.structure.button, "structure")
        return commands

    def _why_not(self, name: str) -> str | None:
        """Return "" for what can be done with this result, None for what cannot."""
        if self._view is None:
            return None
        if name in ("recount", "annul") and (rests := self._view.rests) is not None:
            return problem_text(rests.first)
        there = {
            "copy": self._view.sheet.result.outcome is not RoundOutcome.VOID,
            "next": bool(_next_label(self._view)),
            "recount": self._view.may_be_set_aside and not self._view.closed,
            "annul": self._view.may_be_set_aside,
            "show_few": self._view.sheet.declared and self._view.few_hidden > 0,
            "trace": self._view.sheet.declared and self._view.sheet.result.entered > 0,
            "scan": self._view.sheet.scanned.any,
            "structure": bool(self._view.structure and self._view.structure.structure.number),
        }
        return "" if there.get(name, True) else None

    def _give_keyboard(self) -> None:
        target = self.next if self.tables.is_void else self.tables.shown
        take_keyboard(self, target)

    def _on_next(self) -> None:
        if self._view is None:
            return
        if self._view.later is not None:
            self.place_wanted.emit(round_place(self._view.later))
        elif self._view.to_decide:
            self.go("after", self._view.sheet.election.id)
        else:
            self.go("opening", self._view.sheet.election.id)

    def _on_copy(self) -> None:
        self.tables.shown.copy_rows()

    def _on_copied(self, rows: int) -> None:
        self.said.setText(tr("{count} rows copied; paste them into a workbook", count=rows))

    def _on_minutes(self) -> None:
        self.place_wanted.emit(paper_place(round_id=self._round_id))

    def _on_recount(self) -> None:
        if self._view is None:
            return
        dialog = RecountDialog(self._acts, self._view.sheet.round, self)
        dialog.saved.connect(lambda opened: self.go("counting", opened.id))
        dialog.open()

    def _on_annul(self) -> None:
        if self._view is None:
            return
        sheet = self._view.sheet
        AnnulDialog(self._acts, sheet.round, sheet.congress, self).open()

    def _on_show_few(self) -> None:
        if self._view is None:
            return
        dialog = ShowFewDialog(self._acts, self._view.sheet, self._view.few_hidden, self)
        done = tr("The workbook now shows these ballots one by one")
        dialog.saved.connect(lambda _: self.said.setText(done))
        dialog.open()

    def _on_trace(self) -> None:
        if self._view is not None:
            TraceDialog(self._acts, self._view.sheet, self).open()

    def _on_structure_wanted(self) -> None:
        if self._view is not None:
            self.structure_wanted.emit(self._view.structure.set)

    def _on_left(self) -> None:
        if self._view is not None:
            self.go("election", self._view.sheet.election.id)


def _next_label(view: ResultView) -> str:
    """Return the label of the button to the next round, "" when there is none."""
    if view.later is not None:
        if view.later.is_recount:
            return tr("Show the recount")
        return tr("Show round {number}", number=view.later.number)
    if view.to_decide:
        return tr("After the round…")
    if isinstance(view.plan, Refusal):
        return ""
    return open_label(view.plan, view.sheet.result.outcome)


class ResultHeadline(QWidget):
    """An icon, the number elected of the seats, what that means, and the accounting."""

    def __init__(self) -> None:
        super().__init__()
        self._sign: Sign | None = None
        self._symbol, self.number, self.words = QLabel(), QLabel(), theme.section()
        self.number.setObjectName("headlineNumber")
        self.number.setProperty("role", "number")
        self.words.setObjectName("headlineWords")
        self.words.setWordWrap(True)
        row = row_of(self._symbol, self.number, (self.words, 1), spacing=12)
        papers = QWidget()
        self._papers = FlowLayout(papers, spacing=32)
        column_in(self, row, papers, spacing=4)
        theme.changed.connect(self._draw)

    def show_sheet(self, sheet: RoundSheet) -> None:
        """Show outcome and accounting of a round."""
        annulled = bool(sheet.round.annulled_by)
        self._sign = ANNULLED if annulled else outcome_sign(sheet.result.outcome)
        self.number.setText(headline_number(sheet))
        words = headline_words(sheet)
        self.words.setText(
            tr("annulled; declared was: {words}", words=words) if annulled else words
        )
        for label in (self.number, self.words):
            theme.set_tone(label, self._sign.tone)
        clear_layout(self._papers)
        for title, number in numbers_of_papers(sheet.result):
            self._papers.addWidget(_pair(title, number))
        self._draw()

    def _draw(self) -> None:
        if self._sign is not None:
            self._symbol.setPixmap(icons.pixmap(self._sign.icon, self._sign.tone, 36))


def _pair(title: str, number: str) -> QWidget:
    pair = QWidget()
    pair.setAccessibleName(tr("{title}: {number}", title=title, number=number))
    words, value = theme.caption(title), theme.section(number)
    layout = row_in(pair)
    for label in (words, value):
        layout.addWidget(label, 0, Qt.AlignmentFlag.AlignBaseline)
    return pair
