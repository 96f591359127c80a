"""The desk of the screen in the hall: choose, look at the preview, show; queue, hold, blank."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from congress_desk.domain.hall.pictures import HallPicture
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.papers.hall import hall_paper
from congress_desk.papers.paper import PLAIN
from congress_desk.queries.hall import HallChoice, HallView, hall_content, hall_view
from congress_desk.reports.hall.content import HallContent
from congress_desk.reports.hall.page_layout import laid_out
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import Desk, DeskPlace
from congress_desk.ui.desks.projector.message_dialog import MessageDialog
from congress_desk.ui.desks.projector.pictures import PictureActs
from congress_desk.ui.desks.projector.screen_choices import ScreenChoices
from congress_desk.ui.desks.projector.side import HallSide
from congress_desk.ui.desks.projector.state_words import pages_words, state_of, why_nothing
from congress_desk.ui.desks.projector.words import (
    choice_columns,
    message_of,
    same_choice,
    whole_words,
)
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.hall.hall_show import HallShow
from congress_desk.ui.parts.hall.painter import measure
from congress_desk.ui.parts.hall.screens import place_of
from congress_desk.ui.parts.paper_export import PaperExport
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import lay_out_page, scrolling
from congress_desk.ui.widgets.layout.side_by_side import SideBySide
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

SIDE_WIDTH, SIDE_SHARE, ROOM = 420, 38, 480
_ROWS_LEAST = 6
_OFFERED = ("show", "add", "", "message", "forget", "export", "", "emblem", "no_emblem",
            "background", "no_background", "", "stop")  # fmt: skip


class ProjectorDesk(Desk):
    """Enter shows what is chosen; nothing is seen by the hall before."""

    least_heights = (0, 640)

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session, self._messages = session, messages
        self.show_of_hall: HallShow = session.shared(HallShow)
        self.show_of_hall.speak()
        self._view: HallView | None = None
        self._content: HallContent | None = None
        self._wanted: Subject | None = None
        self.head, self.notice = PageHead(self), Notice()
        self._export = PaperExport(session, messages, self, self.notice)
        self.table = DataTable(
            "hallChoices", tr("What can be shown"), RecordTableModel(choice_columns()), long=(1,)
        )
        self.side = HallSide()
        self.pictures = PictureActs(Acts(session, self), messages, self)
        self.choices = ScreenChoices(self.show_of_hall)
        self.commands = self._make_commands()
        self._lay_out()
        self._connect()

    @property
    def queue(self) -> DataTable:
        return self.side.queue

    def refresh(self) -> None:
        """Read again what can be shown, and what is in the preview."""
        self.reader.ask(hall_view, done=self._on_read)
        self._ask_preview()

    def show_place(self, place: DeskPlace) -> None:
        """Choose the page of a record that another desk asked for: `part` is its kind."""
        if place.part:
            self._choose(Subject(kind=SubjectKind(place.part), record=place.record))

    def idle(self) -> bool:
        """Say whether nothing is being written or read."""
        return self._export.idle() and self.pictures.idle()

    def _on_read(self, view: HallView) -> None:
        first = self._view is None
        self._view = view
        self._show_choices(measure=first)
        if first and self.table.current is None:
            self.table.select_row(0)
        self._show_state()
        self.keep_keyboard(self.table)

    def _show_choices(self, *, measure: bool = False) -> None:
        typed = (message_of(text) for text in self.show_of_hall.prepared.messages)
        rows = (*(self._view.choices if self._view else ()), *typed)
        self.table.show_records(rows, same=same_choice, measure=measure)
        wanted = [i for i, row in enumerate(rows) if row.subject == self._wanted]
        if wanted:
            self._wanted = None
            self.table.select_row(wanted[0])

    def _choose(self, subject: Subject) -> None:
        self._wanted = subject
        if self._view is not None:
            self._show_choices()

    def _ask_preview(self) -> None:
        choice: HallChoice | None = self.table.current
        if choice is not None:
            self.reader.ask(hall_content, choice.subject, done=self._on_content)

    def _on_content(self, content: HallContent | None) -> None:
        choice: HallChoice | None = self.table.current
        if choice is None or (content and content.subject != choice.subject):
            return
        self._content = content
        words = why_nothing(choice)
        page, about = None, words
        if content is not None:
            laid = laid_out(content, self.show_of_hall.width, measure, datetime.now())
            page = laid.pages[laid.first]
            about = pages_words(laid.first + 1, len(laid.pages))
        self.side.preview.show_page(page, words)
        self.side.about_preview.setText(about)
        self.commands.refresh()

    def _on_current(self, _: HallChoice | None) -> None:
        self._ask_preview()
        self.commands.refresh()

    def _show_state(self) -> None:
        """Say what the hall sees, beside its picture and in the head."""
        show = self.show_of_hall
        tone, words = state_of(show)
        self.head.show_state(words, tone)
        page = show.page if show.is_open else None
        self.side.seen.show_page(page, tr("Nothing is shown to the hall."))
        self.side.about_seen.setText(self._seen_words())
        queued = tuple(map(self._choice_of, show.queue))
        self.queue.show_records(queued, same=same_choice)
        values = self._session.settings.values
        self.choices.refresh(values.hall_screen, values.hall_seconds)
        self.commands.refresh()

    def _seen_words(self) -> str:
        show = self.show_of_hall
        if not show.is_open:
            return ""
        if show.seen is None:
            return tr("The emblem: what was shown is not there any more.")
        said = whole_words(self._choice_of(show.seen.subject))
        pages = pages_words(show.page_number + 1, len(show.pages))
        return " · ".join(filter(None, (said, pages)))

    def _choice_of(self, subject: Subject) -> HallChoice:
        """Return the line of a subject, also of one that is not offered any more."""
        known = self._view.choices if self._view else ()
        found = (choice for choice in known if choice.subject == subject)
        return next(found, HallChoice(subject=subject))

    def _desk_screen(self) -> str:
        return place_of(self.window().screen()).key

    def _on_show(self) -> None:
        choice: HallChoice = self.table.current
        self.show_of_hall.show(choice.subject, desk_screen=self._desk_screen())

    def _on_add(self) -> None:
        choice: HallChoice = self.table.current
        self.show_of_hall.set_queue((*self.show_of_hall.queue, choice.subject))

    def _on_next(self) -> None:
        self.show_of_hall.show_next(desk_screen=self._desk_screen())

    def _on_hold(self) -> None:
        self.show_of_hall.hold(not self.show_of_hall.held)

    def _on_remove(self) -> None:
        row, queue = self.queue.currentIndex().row(), self.show_of_hall.queue
        self.show_of_hall.set_queue((*queue[:row], *queue[row + 1 :]))

    def _move(self, step: int) -> None:
        row, queue = self.queue.currentIndex().row(), list(self.show_of_hall.queue)
        if 0 <= row + step < len(queue):
            queue.insert(row + step, queue.pop(row))
            self.show_of_hall.set_queue(tuple(queue))
            self.queue.select_row(row + step)

    def _on_message(self) -> None:
        text = self.table.current.subject.text if self._has_message() else ""
        dialog = MessageDialog(text, self)
        dialog.saved.connect(self._on_message_typed)
        dialog.open()

    def _on_message_typed(self, text: str) -> None:
        show = self.show_of_hall
        show.prepare(show.prepared.with_message(text))
        self._choose(message_of(text).subject)

    def _on_forget(self) -> None:
        show = self.show_of_hall
        show.prepare(show.prepared.without_message(self.table.current.subject.text))

    def _on_export(self) -> None:
        """Ask for a file: slides or PDF, by its ending."""
        name = Path(hall_paper().file_name).with_suffix(".pptx").name
        title, filters = tr("Write the pages of the hall"), tr("Slides (*.pptx);;PDF (*.pdf)")
        self._export.ask(title, name, filters, lambda _: (hall_paper(), PLAIN))

    def _why_not(self, name: str) -> str:
        show = self.show_of_hall
        choice: HallChoice | None = self.table.current
        if name in ("show", "add"):
            if choice is None:
                return tr("Choose what is to be shown first")
            return why_nothing(choice) if choice.waits else ""
        if name == "next" and not show.queue:
            return tr("The queue is empty")
        if name in ("hold", "stop") and not show.is_open:
            return tr("Nothing is shown to the hall")
        if name in ("page_on", "page_back") and len(show.pages) < 2:
            return tr("The hall sees one page alone")
        if name in ("remove", "up", "down") and self.queue.current is None:
            return tr("Choose a line of the queue first")
        if name == "forget" and not self._has_message():
            return tr("Choose a message first")
        cover = self._view.cover if self._view else None
        if name == "no_emblem" and not (cover and cover.emblem):
            return tr("The neutral emblem is in use")
        if name == "no_background" and not (cover and cover.background):
            return tr("There is no picture behind the title")
        return ""

    def _has_message(self) -> bool:
        choice: HallChoice | None = self.table.current
        return choice is not None and choice.subject.kind is SubjectKind.MESSAGE

    def _words(self, name: str) -> str:
        if name == "hold" and self.show_of_hall.held:
            return tr("Let the hall go on")
        return ""

    def _make_commands(self) -> Commands:
        show = self.show_of_hall
        return Commands(
            "projector",
            self,
            {
                "show": self._on_show,
                "add": self._on_add,
                "next": self._on_next,
                "hold": self._on_hold,
                "page_back": lambda: show.turn(-1),
                "page_on": lambda: show.turn(1),
                "remove": self._on_remove,
                "up": lambda: self._move(-1),
                "down": lambda: self._move(1),
                "message": self._on_message,
                "forget": self._on_forget,
                "emblem": lambda: self.pictures.choose(HallPicture.EMBLEM),
                "background": lambda: self.pictures.choose(HallPicture.BACKGROUND),
                "no_emblem": lambda: self.pictures.remove(HallPicture.EMBLEM),
                "no_background": lambda: self.pictures.remove(HallPicture.BACKGROUND),
                "export": self._on_export,
                "stop": show.stop,
            },
            why_not=self._why_not,
            words=self._words,
            where=dict.fromkeys(("remove", "up", "down"), self.queue),
            hides=("forget", "no_emblem", "no_background"),
        )

    def _connect(self) -> None:
        self.table.chosen.connect(lambda _: self.commands.run("show"))
        self.table.current_changed.connect(self._on_current)
        self.queue.current_changed.connect(lambda _: self.commands.refresh())
        self.queue.chosen.connect(lambda _: self.commands.run("next"))
        self.show_of_hall.changed.connect(self._on_show_changed)
        self.pictures.refused.connect(self.notice.show_answer)
        self.pictures.done.connect(lambda words: self.notice.say("holds", words))
        self.commands.refused.connect(self.notice.say_refused)
        self.commands.offer_in(self.table, _OFFERED)
        self.commands.offer_in(self.queue, ("next", "up", "down", "remove"))

    def _on_show_changed(self) -> None:
        if self.isVisible():
            self._show_choices()
            self._show_state()

    def _lay_out(self) -> None:
        self.head.show_words(
            tr("Hall screen"),
            tr(
                "Choose, look at the preview, Enter shows it; {key} blanks to the emblem from"
                " anywhere, and brings back.",
                key=use_name("blank_hall"),
            ),
        )
        self.table.show_at_least(_ROWS_LEAST)
        main = QWidget()
        left = QVBoxLayout(main)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.table, 1)
        left.addLayout(self.choices)
        pictures = (
            command_button(self.commands, name, name=f"hall_{name}", role="link")
            for name in ("emblem", "no_emblem", "background", "no_background", "export")
        )
        left.addLayout(button_row(*pictures))
        sides = SideBySide(main, self.side, side_width=SIDE_WIDTH, share=SIDE_SHARE, room=ROOM)
        body = scrolling(sides)
        tools = button_row(
            command_button(self.commands, "message", name="hallMessageButton"),
            command_button(self.commands, "add", name="hallAdd"),
            command_button(self.commands, "next", name="hallNext"),
            command_button(self.commands, "page_back", name="hallPageBack", bare=True),
            command_button(self.commands, "page_on", name="hallPageOn", bare=True),
            command_button(self.commands, "hold", name="hallHold"),
            command_button(self.commands, "show", name="hallShow", role="primary"),
        )
        lay_out_page(self, self.head, self.notice, body, tools, body=body)
