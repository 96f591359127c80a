"""A small form in a dialog: fields, one act, a refusal in words under them, and two buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from congress_desk.errors import Refusal
from congress_desk.help.why import why_of, why_said
from congress_desk.i18n import problem_text, tr
from congress_desk.keys.names import use_name
from congress_desk.ui.commands import add_use
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.fields.field_widgets import FieldEditor
from congress_desk.ui.records.forms.field_room import lacking_width
from congress_desk.ui.records.forms.type_ahead import TypeAhead
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.dialog_size import screen_room
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, parts_in_order
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.screen_acts import Acts
from congress_desk.ui.widgets.state_row import StateRow
from congress_desk.ui.widgets.why_link import WhyLink

FORM_WIDTH, WIDEST, LONGEST, MOST_SHOWN = 520, 720, 2000, 16
# Fields that would have less height than this scroll together with what stands below them.
LEAST_FIELDS = 160


class FormDialog(QDialog):
    """`submitted` by the primary button or Enter; whoever listens `run`s an act or closes it.

    `saved` carries what the act returned, unless that was a refusal: then the dialog stays and says
    why, at the field that `wrong` names for its code ("" for all others). In a form of `danger`
    Enter goes to the button that destroys, and only a second one presses it.
    """

    submitted = Signal()
    saved = Signal(object)

    def __init__(
        self,
        title: str,
        submit: str,
        parent: QWidget | None,
        *,
        acts: Acts | None = None,
        leave: str = "",
        danger: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.be_wide(FORM_WIDTH)
        self._acts, self._danger = acts, danger
        self._is_empty = True
        self._marked: QWidget | None = None
        self._area: QScrollArea | None = None
        self._ahead = TypeAhead(self)
        self.wrong: dict[str, QWidget] = {}
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(theme.px(16))
        self.form.setVerticalSpacing(theme.px(8))
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        # On a small screen at large type a field that has no room beside its title stands below it.
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.said = theme.label(name="formSaid", wrap=True)
        self.said.hide()
        self.why = WhyLink()
        role = "danger" if danger else "primary"
        self.submit = make_button(submit, self.submitted.emit, name="submit", role=role)
        words = leave or tr("Cancel")
        self.leave: QPushButton = make_button(words, self.reject, name="leave")
        (self.leave if danger else self.submit).setDefault(True)
        if not danger:
            self._add_key(submit)
        if acts is not None:
            acts.busy_changed.connect(self.submit.setDisabled)
            acts.busy_changed.connect(self._ahead.follow)
        self._whole = layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self.form)
        layout.addWidget(self.said)
        layout.addStretch(1)
        layout.addLayout(button_row(self.why, None, self.leave, self.submit))

    @property
    def acts(self) -> Acts:
        """Return what runs the act of this form."""
        assert self._acts is not None
        return self._acts

    def tell(self, words: str, role: str = "") -> QLabel:
        """Say in a sentence over the next fields what will happen."""
        label = theme.label(words, role, wrap=True)
        self.form.addRow(label)
        return label

    def _add_key(self, words: str) -> None:
        """Let a key save from any field; what destroys has none."""
        tip = tr("{words} ({key})", words=words.rstrip("…"), key=use_name("save"))
        self.submit.setToolTip(tip)
        add_use(self, "save", self.submit.click)

    def add_field(self, title: str, field: QWidget, name: str) -> None:
        """Add a field with its title, which is also its name for screen readers."""
        field.setObjectName(name)
        field.setAccessibleName(title)
        self.form.addRow(title, field)
        if self._is_empty:
            field.setFocus()
        self._is_empty = False

    def add_record_field(self, field: RecordField, prefix: str) -> FieldEditor:
        """Add the field of a record; its widget is called by the prefix and the field's name."""
        editor = FieldEditor(field, f"{prefix}_{field.name}")
        self.add_field("" if field.tick else field.title, editor.widget, editor.widget.objectName())
        editor.widget.setAccessibleName(field.title)
        return editor

    def add_line(
        self, title: str, name: str, text: str = "", *, hint: str = "", longest: int = LONGEST
    ) -> QLineEdit:
        """Add a field of one line."""
        line = QLineEdit(text)
        line.setMaxLength(longest)
        line.setPlaceholderText(hint)
        self.add_field(title, line, name)
        return line

    def add_choice(
        self, title: str, name: str, choices: Iterable[tuple[str, Any]] = (), chosen: Any = None
    ) -> QComboBox:
        """Add a field to choose in: words and what they stand for."""
        combo = choice(choices, chosen)
        self.add_field(title, combo, name)
        return combo

    def add_body(self, body: QWidget) -> None:
        """Put something large between the fields and what is said under them."""
        self._whole.setStretch(self._whole.count() - 2, 0)
        self._whole.insertWidget(1, body, 1)

    def add_states(self, rows: Iterable[StateRow]) -> None:
        """Add lines that say what the act would do, below the fields."""
        states = column_of(*rows, spacing=4)
        self._whole.insertLayout(1, states)

    def run(self, action: Callable[..., Any], *args: Any, **named: Any) -> None:
        """Do the act of this form; what is typed or scanned meanwhile comes after it."""
        self.say("", "wrong")
        if not self.acts.busy:
            self._ahead.hold()
        self.acts.run(action, *args, done=self._on_done, **named)

    def _on_done(self, value: Any) -> None:
        self.finish(value)
        if not isinstance(value, Refusal):
            self._ahead.give()
        elif lost := self._ahead.drop():
            words = tr("Not recorded, because it came meanwhile: {text}. Scan it again.", text=lost)
            self.say(f"{self.said.text()}\n{words}", "wrong")

    def finish(self, value: Any) -> None:
        """Say why not, or tell what was done and close."""
        if isinstance(value, Refusal):
            self.refuse(value)
        else:
            self.saved.emit(value)
            self.accept()

    def say(self, words: str, tone: str) -> None:
        """Say something under the fields."""
        self.why.explain(why_said(words) if words and tone == "wrong" else None)
        theme.set_tone(self.said, tone)
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.fit()

    def fit(self) -> None:
        """Be as high as what is on the form needs at its width, and no higher than the screen."""
        self._whole.activate()
        needed, room = self._needed_height(), screen_room(self).height()
        if needed > room and self._area is None:
            beside = needed - _height(self.form, self.width())
            if self.form.rowCount() and room - beside >= theme.px(LEAST_FIELDS):
                self._scroll(1)
            elif self._whole.totalMinimumHeightForWidth(self.width()) > room:
                self._scroll(self._whole.indexOf(self.said))
            needed = self._needed_height()
        self.resize(self.width(), min(max(self.height(), needed), room))
        if self._area is not None and (fields := self._area.widget()) is not None:
            # Qt leaves them as they were when words above them took another line.
            self._scrolled.setGeometry(fields.rect())

    def _give_words_room(self) -> None:
        """Let words that stand where a field would take its width, not a column of their own."""
        for row in range(self.form.rowCount()):
            item = self.form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            words = item.widget() if item is not None else None
            if isinstance(words, QLabel) and words.wordWrap():
                # As it is but for this: its height still follows its width.
                policy = words.sizePolicy()
                policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
                words.setSizePolicy(policy)

    def _widen(self) -> None:
        """Open wide enough for what the fields say, within reason: the rest is scrolled to."""
        self._whole.activate()
        most = min(theme.px(WIDEST), screen_room(self).width())
        self.resize(max(self.width(), min(self.width() + lacking_width(self), most)), self.height())

    def be_wide(self, width: int) -> None:
        """Be this many unscaled pixels wide, or what the screen has."""
        self.setMinimumWidth(min(theme.px(width), screen_room(self).width()))

    def _needed_height(self) -> int:
        if self._area is None:
            return _height(self._whole, self.width())
        # All of the fields if there is room for them; the area itself asks for less.
        beside = _height(self._whole, self.width()) - self._area.sizeHint().height()
        return beside + _height(self._scrolled, self._area.viewport().width())

    def _scroll(self, parts: int) -> None:
        """Let the first parts of the form scroll over the buttons, which stay in sight."""
        holder = self.focusWidget()
        fields = QWidget()
        self._scrolled = column_in(fields, spacing=12)
        for _ in range(parts):
            part = self._whole.takeAt(0)
            body, lines = (part.widget(), part.layout()) if part is not None else (None, None)
            if body is not None:
                self._scrolled.addWidget(body, 1)
            elif lines is not None:
                self._scrolled.addLayout(lines)
        self._area = scrolling(fields)
        self._whole.setStretch(self._whole.count() - 2, 0)
        self._whole.insertWidget(0, self._area, 1)
        if holder is not None:
            holder.setFocus()

    def refuse(self, refusal: Refusal, field: QWidget | None = None) -> None:
        """Say why not, and go to the field that is wrong."""
        field = field or self.wrong.get(refusal.first.code, self.wrong.get(""))
        self.refuse_words("\n".join(map(problem_text, refusal.problems)), field)
        self.why.explain(why_of(refusal.first))

    def refuse_words(self, words: str, field: QWidget | None = None) -> None:
        """Say why not, and go to the field that is wrong: the next card or word writes over it."""
        self.say(words, "wrong")
        self.clear_wrong()
        if field is not None:
            self._marked = field
            theme.set_property(field, "wrong", True)
            field.setFocus()
            line = field.lineEdit() if isinstance(field, QComboBox) else field
            if isinstance(line, QLineEdit):
                line.selectAll()
            if self._area is not None and self._area.isAncestorOf(field):
                self._area.ensureWidgetVisible(field)

    def clear_wrong(self) -> None:
        """Take the mark off the field that was wrong."""
        if self._marked is not None:
            theme.set_property(self._marked, "wrong", False)
        self._marked = None

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._give_words_room()
        done = super().event(event)
        if event.type() is QEvent.Type.Show:
            self._widen()
        # What stands on the form has grown: figures that arrived, a refusal.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.fit()
            self._order_keys()
        return done

    def _order_keys(self) -> None:
        """Let Tab go through the form as it is read, to the primary button before the other."""
        buttons = (self.submit, self.leave, self.why)
        parts = [part for part in parts_in_order(self._whole) if part not in buttons]
        for before, after in pairwise((*parts, *buttons)):
            self.setTabOrder(before, after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._danger and not self.submit.hasFocus():
            self.submit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


def _height(layout: QLayout, width: int) -> int:
    """Return the height of a layout at a width, also of one in which no words wrap."""
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalMinimumSize().height()


def choice(choices: Iterable[tuple[str, Any]] = (), chosen: Any = None) -> QComboBox:
    """Return a field to choose in that takes the width it is given."""
    combo = ChoiceBox()
    combo.setMaxVisibleItems(MOST_SHOWN)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for words, value in choices:
        combo.addItem(words, value)
    if chosen is not None:
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
    return combo
