"""The left column: the bundles, and a small editor to add one or to change its cover."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from congress_desk.actions.elections.accounting import remove_bundle, set_bundle
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.round import Bundle
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.counting.bundles.bundle_list import BundleList
from congress_desk.ui.desks.elections.counting.line.counting_state import CountingState
from congress_desk.ui.desks.elections.totals.bundle_totals import BundleTotalsForms
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.inputs.number_field import NumberField
from congress_desk.ui.widgets.layout.layouts import column_in, row_of

# Lower than this the list stands alone: its menu and the palette have what the buttons do.
WITH_HINT, WITH_BUTTONS = 340, 180
_BUTTONS = ("add", "cover", "by_totals")


class BundlePanel(QFrame):
    """`chosen` is the bundle to go on with; `left` gives the keyboard back to the entry line.

    `edited` before a cover is asked for.
    """

    chosen = Signal(int)
    left = Signal()
    edited = Signal()

    def __init__(self, state: CountingState) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._state = state
        self._shown: tuple[object, ...] = ()
        self.list = BundleList()
        self.editor = BundleEditor(state)
        self.commands = Commands(
            "bundles",
            self,
            {
                "choose": self._choose,
                "add": self.add_bundle,
                "cover": self._change_cover,
                "by_totals": self._enter_totals,
            },
            why_not=self._why_not,
            words=_short_words,
            where=dict.fromkeys(("add", "cover"), self.list),
        )
        self.commands.offer_in(self.list)
        self.add = command_button(self.commands, "add", name="addBundle")
        self.change = command_button(self.commands, "cover", name="changeBundle")
        self.compare: QPushButton | None = None
        self.totals = command_button(self.commands, "by_totals", name="bundleTotals")
        self.forms = BundleTotalsForms(state.session, self)
        self._lay_out()
        self.list.chosen.connect(self._on_chosen)
        self.list.wanted.connect(self.commands.run)
        self.editor.closed.connect(self._on_editor_closed)
        self.forms.closed.connect(self.left)

    def _lay_out(self) -> None:
        self._hint = hint = QLabel(self._hint_words())
        hint.setProperty("tone", "muted")
        hint.setWordWrap(True)
        layout = column_in(self, spacing=6, margins=(8, 10, 8, 8))
        caption = theme.caption(tr("Bundles"))
        caption.setIndent(theme.px(4))
        layout.addWidget(caption)
        layout.addWidget(self.list, 1)
        layout.addWidget(hint)
        layout.addWidget(self.editor)
        layout.addWidget(self.add)
        layout.addWidget(self.change)
        layout.addWidget(self.totals)

    def _hint_words(self) -> str:
        if self._state.count.own is not None:
            return tr("A scanned cover, or its code typed, takes a bundle in hand.")
        return tr("Write the bundle's number on its cover before the next one.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        high = event.size().height()
        self._hint.setVisible(high >= theme.px(WITH_HINT))
        self.commands.put_away(() if high >= theme.px(WITH_BUTTONS) else _BUTTONS)

    def offer_comparison(self, commands: Commands) -> None:
        """Show the way to the comparison of passes below the list, in a round that has several."""
        if self._state.count.own is not None:
            self.compare = command_button(commands, "compare", name="comparePasses")
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.indexOf(self.add), self.compare)

    @property
    def needed_width(self) -> int:
        """Return the width in which the buttons are read whole."""
        known = (self.add, self.change, self.totals, self.compare)
        wide = max(button.sizeHint().width() for button in known if button is not None)
        layout = self.layout()
        assert layout is not None
        margins = layout.contentsMargins()  # of the scale in which this was made
        return wide + margins.left() + margins.right() + 2

    def refresh(self) -> None:
        """Show the bundles as they are counted now."""
        bundles = self._state.count.bundles()
        own = self._state.count.own
        passes = own.bundles if own else ()
        asked = (bundles, passes, self._state.bundle, self._state.closed, self.editor.isVisible())
        if (*asked, self.list.current) == self._shown:
            # Three parts of the count ask for each ballot, and none knows of the others.
            return
        self.list.show_bundles(bundles, self._state.bundle, passes)
        self.commands.refresh()
        self._shown = (*asked, self.list.current)

    def add_bundle(self) -> None:
        """Ask for the cover of one more bundle."""
        numbers = [bundle.number for bundle in self._state.count.bundles()]
        self._open_editor(max(numbers, default=0) + 1, None)

    def edit(self, number: int) -> None:
        """Ask for another number of ballots on a cover."""
        bundle = self._state.count.bundle(number)
        if bundle is not None:
            self._open_editor(number, bundle)

    def _open_editor(self, number: int, bundle: Bundle | None) -> None:
        if not self._state.closed:
            self.edited.emit()
            self.editor.open(number, bundle)
            self.commands.refresh()

    def _choose(self) -> None:
        if self.list.current is not None:
            self._on_chosen(self.list.current)

    def _change_cover(self) -> None:
        """Change the cover of the bundle marked where the keyboard is in the list, else in hand."""
        number = self.list.current if self.list.hasFocus() else self._state.bundle
        if number is not None:
            self.edit(number)

    def _enter_totals(self) -> None:
        """Open the form of the tally sheet of the bundle marked, else of the one in hand."""
        number = self.list.current if self.list.hasFocus() else self._state.bundle
        if number is not None:
            self.forms.open(self._state.count.sheet.round.id, number)

    def _why_not(self, name: str) -> str | None:
        """Return why a command is refused, None while the editor stands in place of the buttons."""
        if self.editor.isVisible():
            return None
        if name in self._not_at_station:
            return None
        if self._state.closed and name != "choose":
            return tr("This round takes no more ballots")
        if name == "by_totals" and self._state.count.sheet.round.mode is MarkMode.CUMULATIVE:
            return None
        some = name == "add" or self._state.count.sheet.bundles
        return "" if some else tr("There is no bundle yet")

    @property
    def _not_at_station(self) -> frozenset[str]:
        """Return what a station does not do: the bundles are the congress's."""
        station = self._state.station
        if station is None:
            return frozenset()
        return frozenset({"add", "by_totals", *(("cover",) if station.settles else ())})

    def _on_chosen(self, number: int) -> None:
        self.chosen.emit(number)
        self.left.emit()

    def _on_editor_closed(self) -> None:
        self.commands.refresh()
        self.left.emit()


def _short_words(name: str) -> str:
    """Return what a button is called in the narrow column, "" for the words of the table."""
    return {
        "add": tr("Add bundle"),
        "cover": tr("Change cover"),
        "by_totals": tr("Tally sheet…"),
    }.get(name, "")


class BundleEditor(QWidget):
    """One field: how many ballots the cover says. Enter saves, Esc leaves, empty is not known."""

    closed = Signal()

    def __init__(self, state: CountingState) -> None:
        super().__init__()
        self._state = state
        self._number = 0
        self._sent = False
        self._title = theme.caption()
        self._title.setWordWrap(True)
        self.field = NumberField()
        self.field.setObjectName("bundleExpectedField")
        self._problem = theme.label(tone="wrong", name="bundleProblem", wrap=True)
        self._save = QPushButton(tr("Save"))
        self._leave = QPushButton(tr("Leave"))
        self._remove = QPushButton(tr("Remove this bundle"))
        self._remove.setObjectName("removeBundle")
        self._lay_out()
        self._save.clicked.connect(self.save)
        self._leave.clicked.connect(self.close_editor)
        self._remove.clicked.connect(self._on_remove)
        self.field.finished.connect(self.save)
        self.hide()

    def _lay_out(self) -> None:
        buttons = row_of(self._save, self._leave, spacing=6)
        column_in(self, self._title, self.field, self._problem, buttons, self._remove, spacing=6)

    def open(self, number: int, bundle: Bundle | None) -> None:
        """Ask for the cover of a bundle; None is one that is to be added."""
        self._number = number
        title = tr("Ballots on the cover of bundle {bundle}", bundle=number)
        self._title.setText(title)
        self.field.setAccessibleName(title)
        self.field.show_saved(bundle.expected if bundle else None)
        self.field.restore()
        self._say("")
        self._remove.setVisible(
            bundle is not None and not bundle.entered and self._state.station is None
        )
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def save(self) -> None:
        """Send the cover to the file."""
        self._send(set_bundle, self._number, self.field.value())

    def close_editor(self) -> None:
        """Leave everything as it was."""
        self._say("")
        self.hide()
        self.closed.emit()

    def _on_remove(self) -> None:
        self._send(remove_bundle, self._number)

    def _send(self, action: Callable[..., Any], *arguments: int | None) -> None:
        if not self._sent:
            self._sent = True
            self._state.session.act(
                action,
                self._state.count.sheet.round.id,
                *arguments,
                done=self._on_done,
                actor=self._state.session.operator,
            )

    def _on_done(self, value: object) -> None:
        self._sent = False
        if isinstance(value, Refusal):
            self._say(problem_text(value.first))
            self.field.setFocus()
        else:
            self.close_editor()

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.field.set_wrong(bool(text))
