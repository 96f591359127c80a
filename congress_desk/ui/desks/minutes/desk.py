"""The minutes desk: minutes, resolution and quick report, part by part around locked numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QTabBar, QWidget

from congress_desk.actions.minutes import (
    add_free_part,
    edit_part,
    look_at_part,
    move_part,
    remove_free_part,
    restore_part,
)
from congress_desk.domain.minutes.paper_fields import FREE, PartState, ShownPart
from congress_desk.domain.minutes.paper_part import CongressPaper, PaperPart
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.papers.minutes import kind_of
from congress_desk.queries.minutes import PaperView, paper_view
from congress_desk.reports.minutes.derived_paper import part_blocks
from congress_desk.ui.commands import Commands, add_part_keys
from congress_desk.ui.desk import Desk, paper_place
from congress_desk.ui.desks.minutes.final_text import FinalText
from congress_desk.ui.desks.minutes.part_list import part_table, same_part
from congress_desk.ui.desks.minutes.part_panel import PartPanel
from congress_desk.ui.desks.minutes.replace_dialog import ReplaceDialog
from congress_desk.ui.desks.minutes.words import (
    KEEP_MS,
    paper_titles,
    part_title,
    restore_words,
    what_to_do,
    why_not,
    written_meanwhile,
)
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.flow_layout import flowing
from congress_desk.ui.widgets.layout.folding_columns import FoldingColumns
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import lay_out_page
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import NOBODY


class MinutesDesk(Desk):
    """What is typed is kept after a moment, and at once when the part or the desk is left."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session, self._messages = session, messages
        self._view: PaperView | None = None
        self._wanted, self._refused = "", False
        self._held: dict[tuple[CongressPaper, str], str] = {}
        self.head, self.notice = PageHead(self), Notice()
        self.papers = QTabBar()
        self.table = part_table()
        self.panel = PartPanel(self.keep)
        self.commands = self._make_commands()
        self.commands.refused.connect(self.notice.say_refused)
        self.panel.add_tools(self.commands)
        self.final = FinalText()
        self._delay = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._lay_out()
        self._connect()

    @property
    def unsaved(self) -> bool:
        """Send what was typed to the file; say whether it would not take it."""
        if not self._refused:
            self.keep()
        return self.panel.unsaved or bool(self._held)

    @property
    def paper(self) -> CongressPaper:
        """Return the paper that is shown."""
        return list(CongressPaper)[max(self.papers.currentIndex(), 0)]

    def refresh(self) -> None:
        """Read the paper again; the part chosen stays, and what is being typed."""
        self.reader.ask(paper_view, self.paper, done=self._on_view)

    def keep(self) -> None:
        """Keep what was typed, now."""
        self._delay.stop()
        part = self.panel.part
        if part is None or self._view is None or not self.panel.unsaved:
            return
        prose, seen, base = self.panel.prose, self.panel.seen, self.panel.base
        self.panel.mark_kept()

        place = (self._view.paper, part.record)

        def kept(value: Any) -> None:
            self._held.pop(place, None)
            if value.record != part.record:
                self._wanted = value.record
                self.notice.say("look", written_meanwhile())

        refused = partial(self._hold, place, prose)
        self._act(edit_part, *place, prose, seen=seen, base=base, done=kept, refused=refused)

    def _hold(self, place: tuple[CongressPaper, str], prose: str) -> None:
        """Hold what the file would not take of a part that is no longer in the editor."""
        part = self.panel.part
        if part is None or (self.paper, part.record) != place:
            self._held[place] = prose

    def _on_view(self, view: PaperView) -> None:
        if view.paper is not self.paper:
            return
        self._view = view
        self._show_head(view)
        records = [part.record for part in view.parts]
        self.table.show_records(view.parts, same=same_part)
        if self._wanted in records:
            self.table.select_row(records.index(self._wanted))
            self._write()
        self._wanted = ""
        self._show_part()
        self.keep_keyboard(self.table)

    def _show_head(self, view: PaperView) -> None:
        self.head.show_words(tr("The minutes"), what_to_do())
        waiting = tr("{count} parts to review", count=view.waiting) if view.waiting else ""
        self.head.show_state(waiting, "look")

    def _on_current(self) -> None:
        """Go to another part, after what was typed into the one before is kept."""
        part: ShownPart | None = self.table.current
        shown = self.panel.part
        if shown is not None and (part is None or part.record != shown.record):
            self.keep()
        self._show_part()

    def _show_part(self) -> None:
        part: ShownPart | None = self.table.current
        view = self._view
        tables = view.derived.tables.get(part.record, {}) if view and part else {}
        self.panel.show_part(part, view.words if view else None, frozenset(tables))
        if view and part and (view.paper, part.record) in self._held:
            self.panel.put_back(self._held.pop((view.paper, part.record)))
        self.commands.refresh()
        self._show_final()

    def _show_final(self) -> None:
        part, view = self.panel.part, self._view
        if part is None or view is None:
            self.final.show_blocks(())
            return
        typed = replace(part, text=self.panel.prose)
        self.final.show_blocks(part_blocks(typed, view.derived.tables.get(part.record, {})))

    def _on_typed(self) -> None:
        self._delay.start()
        self._show_final()

    def _on_look(self) -> None:
        part, view = self._kept_part(), self._view
        if part is not None and view is not None and part.state is PartState.TO_LOOK_AT:
            self._act(look_at_part, view.paper, part.record, seen=part.seen)

    def _on_restore(self) -> None:
        part, view = self._kept_part(), self._view
        if part is None or view is None or part.state in (PartState.COMPUTED, PartState.FREE):
            return
        orphaned = part.state is PartState.ORPHANED
        title = tr("Remove this part?") if orphaned else tr("Restore the usual wording?")
        button = tr("Remove the part") if orphaned else tr("Restore the usual wording")
        self._ask(title, part, button, partial(self._act, restore_part, view.paper, part.record))

    def _on_add(self) -> None:
        part, view = self._kept_part(), self._view
        if view is None:
            return

        def added(value: Any) -> None:
            if isinstance(value, PaperPart):
                self._wanted = value.record

        after = part.record if part else ""
        self._act(add_free_part, view.paper, after=after, done=added)

    def _on_remove(self) -> None:
        part, view = self._kept_part(), self._view
        if part is None or view is None or part.kind != FREE:
            return

        remove = partial(self._act, remove_free_part, view.paper, part.record)
        if part.text.strip():
            self._ask(tr("Remove this part?"), part, tr("Remove the part"), remove)
        else:
            remove()

    def _ask(self, title: str, part: ShownPart, button: str, act: Callable[[], object]) -> None:
        """Ask before what was written in a part is taken out."""

        def answered(yes: bool) -> None:
            if yes:
                act()

        self._messages.ask(
            self,
            title,
            tr(
                "What was written there is taken out: “{part}”. The journal keeps it.",
                part=part_title(part),
            ),
            button,
            answered,
            danger=True,
        )

    def _on_move(self, step: int) -> None:
        """Move a part of one's own past its neighbour."""
        part, view = self._kept_part(), self._view
        if part is None or view is None or part.kind != FREE:
            return
        records = [each.record for each in view.parts]
        place = records.index(part.record)
        goal = place + step if step > 0 else place - 2
        if goal < -1 or goal >= len(records):
            return
        after = records[goal] if goal >= 0 else ""
        self._act(move_part, view.paper, part.record, after=after)

    def _on_preview(self) -> None:
        if self._view is None or not self._view.can_be_printed:
            return
        self.keep()
        self.place_wanted.emit(paper_place(kind=kind_of(self.paper)))

    def _on_paper(self, index: int) -> None:
        self.keep()
        self.panel.show_part(None, None)
        self.refresh()

    def _kept_part(self) -> ShownPart | None:
        """Return the part that is shown, after what was typed into it is on its way."""
        self.keep()
        return self.panel.part

    def _act(
        self,
        action: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] = lambda value: None,
        refused: Callable[[], None] = lambda: None,
        **params: Any,
    ) -> None:
        def finished(value: Any) -> None:
            self._refused = isinstance(value, Refusal)
            if isinstance(value, Refusal):
                self.panel.take_back()
                refused()
                self.notice.say_problems(value.problems)
            else:
                self.notice.hide()
                done(value)

        actor = self._session.operator.strip() or NOBODY
        self._session.act(action, *args, done=finished, actor=actor, **params)

    def _connect(self) -> None:
        self.papers.currentChanged.connect(self._on_paper)
        self.table.current_changed.connect(lambda _: self._on_current())
        self.table.chosen.connect(lambda _: self._write())
        self.panel.typed.connect(self._on_typed)
        self._delay.timeout.connect(self.keep)
        add_part_keys(self, self.papers, self.papers.setCurrentIndex)
        self.commands.offer_in(self.table)

    def _write(self) -> None:
        self.columns.go_to(self.panel.editor)

    def _on_replace(self) -> None:
        self._write()
        dialog = ReplaceDialog(self.panel.editor, self)
        dialog.finished.connect(self.keep)
        dialog.open()

    def _make_commands(self) -> Commands:
        return Commands(
            "minutes",
            self,
            {
                "write": self._write,
                "add": self._on_add,
                "remove": self._on_remove,
                "look": self._on_look,
                "restore": self._on_restore,
                "up": partial(self._on_move, -1),
                "down": partial(self._on_move, 1),
                "preview": self._on_preview,
                "replace": self._on_replace,
                "back": self.table.setFocus,
            },
            why_not=lambda name: why_not(name, self.panel.part, self._view),
            words=lambda name: restore_words(self.panel.part) if name == "restore" else "",
            where={"remove": self.table, "look": self.table},
        )

    def _lay_out(self) -> None:
        self.papers.setObjectName("minutesPapers")
        self.papers.setAccessibleName(tr("Which paper"))
        self.papers.setExpanding(False)
        for title in paper_titles().values():
            self.papers.addTab(title)
        self.preview = command_button(self.commands, "preview", name="previewPaper", role="primary")
        self.add = command_button(self.commands, "add", name="addPart")
        self.remove = command_button(self.commands, "remove", name="removePart")
        tools = flowing(self.add, self.remove, self.preview)
        body = self._make_body()
        lay_out_page(self, self.head, self.notice, self.papers, body, tools, body=body)

    def _make_body(self) -> FoldingColumns:
        printed = QWidget()
        column_in(
            printed, theme.caption(tr("As it is printed")), (self.final, 1), margins=(8, 0, 0, 0)
        )
        parts = (
            (tr("Part"), self.table, 4),
            (tr("Words"), self.panel, 4),
            (tr("As it is printed"), printed, 3),
        )
        self.columns = FoldingColumns(parts)
        # The tab says it already.
        self.columns.folded.connect(self.panel.caption.setHidden)
        return self.columns

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)
