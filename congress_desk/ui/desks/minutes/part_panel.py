"""The editor of one part: what it is, how it stands, its prose, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from congress_desk.domain.minutes.paper_fields import (
    FREE,
    ShownPart,
    fields_in,
)
from congress_desk.domain.text.clean_text import clean_lines
from congress_desk.i18n import tr
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.minutes.paper_prose import field_label
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.minutes.field_editor import FieldEditor
from congress_desk.ui.desks.minutes.words import state_sentence
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.fitted_scroll import FittedScroll
from congress_desk.ui.widgets.layout.flow_layout import flowing
from congress_desk.ui.widgets.layout.layouts import column_in

LEAST_EDITOR = 72


class PartPanel(QWidget):
    """Shows a part; `typed` says that its prose is another one now.

    While somebody types, a change of the record changes the chips alone: the prose and the cursor
    stay.
    """

    typed = Signal()

    def __init__(self, keep: Callable[[], object]) -> None:
        super().__init__()
        self.editor = FieldEditor()
        self.editor.setAccessibleName(tr("Text with locked numbers"))
        self.said = theme.label(name="partSaid", wrap=True)
        self.fields = ChoiceBox()
        self._part: ShownPart | None = None
        self._words: Wording | None = None
        self._kept: tuple[str, str] | None = None
        self._seen: dict[str, str] = {}
        self._base = ""
        self.editor.typed.connect(self._on_typed)
        self.editor.left.connect(keep)
        self.fields.activated.connect(self._on_field)

    def add_tools(self, commands: Commands) -> None:
        """Put in the buttons of what can be done with a part."""
        self.look = command_button(commands, "look", name="lookAtPart")
        self.restore = command_button(commands, "restore", name="restorePart")
        self._lay_out()

    @property
    def part(self) -> ShownPart | None:
        """Return the part that is shown, as it was read last."""
        return self._part

    @property
    def prose(self) -> str:
        """Return the prose as it stands in the editor, and as the file will have it."""
        return clean_lines(self.editor.prose())

    @property
    def unsaved(self) -> bool:
        """Say whether something was typed that is not in the file."""
        if self._part is None or self._kept == (self._part.record, self.prose):
            return False
        return self.prose != self._part.text

    @property
    def seen(self) -> dict[str, str]:
        """Return the values as they stood when the typing began."""
        return dict(self._seen)

    @property
    def base(self) -> str:
        """Return the prose of the file that is being written upon."""
        return self._base

    def take_back(self) -> None:
        """Let what was kept count as typed again: the file did not take it."""
        self._kept = None

    def put_back(self, prose: str) -> None:
        """Show again what the file would not take, as typed and not kept."""
        part, words = self._part, self._words
        if part is None or words is None or prose == self.prose:
            return
        labels = {name: field_label(name, words) for name in part.values}
        self.editor.show_prose(prose, part.values, labels, origin=part.record)
        self._show_state()

    def mark_kept(self) -> None:
        """Remember that what stands in the editor is on its way into the file."""
        self._kept = (self._part.record, self.prose) if self._part else None
        self._base = self.prose

    def show_part(
        self,
        part: ShownPart | None,
        words: Wording | None,
        tables: frozenset[str] = frozenset(),
    ) -> None:
        """Show a part, with fields that are `tables`; the same again keeps what is being typed."""
        same = part is not None and self._part is not None and part.record == self._part.record
        if not (same and self.unsaved):
            self._seen = part.seen if part else {}
        before, self._part, self._words = self._part, part, words
        if part is None or before is None or part.record != before.record:
            self._kept = None
        self.setEnabled(part is not None)
        if part is None or words is None:
            self.editor.show_prose("", {}, {})
            self._say("", "muted")
            return
        changed = frozenset(change.field for change in part.changes)
        typing = before is not None and before.record == part.record and self._is_kept(before)
        if not typing or self.prose == part.text:
            self._base = part.text
        if typing:
            self.editor.show_values(part.values, changed)
        else:
            labels = {name: field_label(name, words) for name in part.values}
            self.editor.show_prose(
                part.text, part.values, labels, changed, tables, origin=part.record
            )
        self._show_state()
        self._offer_fields()

    def _is_kept(self, before: ShownPart) -> bool:
        """Say whether the editor keeps its prose: it is the one in the file, or newer."""
        assert self._part is not None
        prose = self.prose
        return prose == self._part.text or (self.editor.hasFocus() and prose != before.text)

    def _on_typed(self) -> None:
        self._offer_fields()
        self.typed.emit()

    def _show_state(self) -> None:
        if self._part is None or self._words is None:
            return
        self._say(*state_sentence(self._part, self._words))

    def _say(self, words: str, tone: str) -> None:
        theme.set_tone(self.said, tone)
        self.said.setText(words)

    def _offer_fields(self) -> None:
        """Offer the values of the usual prose; those that are missing in the text come first."""
        part, words = self._part, self._words
        self.fields.clear()
        if part is None or words is None:
            return
        there = fields_in(self.prose, part.values)
        usual = fields_in(part.default, part.values)
        missing = [name for name in usual if name not in there]
        title = tr("Missing: {count}", count=len(missing)) if missing else tr("Insert a number…")
        self.fields.addItem(title, "")
        for name in (*missing, *(name for name in usual if name in there)):
            label = f"{field_label(name, words)}: {part.values[name]}"
            self.fields.addItem(label[:80], name)
        self.fields.setVisible(bool(usual) and part.kind != FREE)

    def _on_field(self, index: int) -> None:
        field = self.fields.itemData(index)
        if field:
            self.editor.insert_field(str(field))
        self.fields.setCurrentIndex(0)
        self.editor.setFocus()

    def _lay_out(self) -> None:
        self.fields.setObjectName("partFields")
        self.fields.setAccessibleName(tr("Insert a number…"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.fields.setSizeAdjustPolicy(policy)
        self.fields.setMinimumContentsLength(18)
        self.fields.setMaxVisibleItems(20)
        tools = flowing(self.look, self.restore, self.fields)
        column = column_in(self, margins=(8, 0, 0, 0))
        self.caption = theme.caption(tr("Text with locked numbers"))
        column.addWidget(self.caption)
        column.addWidget(self.editor, 1)
        self.editor.setMinimumHeight(theme.px(LEAST_EDITOR))
        below = QWidget()
        column_in(below, self.said, tools)
        tools_below = FittedScroll(below)
        tools_below.setMinimumHeight(theme.px(24))
        column.addWidget(tools_below)
