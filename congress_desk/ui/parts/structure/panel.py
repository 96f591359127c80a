"""The structure panel: choose a set of people, read its figures, targets and charts."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStackedWidget,
    QWidget,
)

from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.domain.structure.figures import Figure
from congress_desk.domain.text.dates import partial_date, vietnamese_date
from congress_desk.i18n import tr
from congress_desk.queries.structure import (
    DAY_KEY,
    NamedSet,
    PanelView,
    PeopleSet,
    panel_view,
)
from congress_desk.ui.commands import Commands
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.structure.charts import StructureCharts
from congress_desk.ui.parts.structure.names_dialog import NamesDialog
from congress_desk.ui.parts.structure.rows import (
    LONG,
    NOTE,
    FigureRow,
    figure_columns,
    figure_rows,
)
from congress_desk.ui.parts.structure.targets_dialog import TargetsDialog
from congress_desk.ui.parts.structure.words import set_words
from congress_desk.ui.reader import Reader
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout
from congress_desk.ui.widgets.layout.folding_columns import FoldingColumns
from congress_desk.ui.widgets.layout.layouts import column_in, row_in
from congress_desk.ui.widgets.layout.scrolled import scrolled
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

SET_LETTERS = 40
LEAST_ROWS, ROOM = 2, 980


class StructurePanel(QWidget):
    """Shows the structure of the set chosen; listens to every change of the congress.

    Without `headed` whoever shows it has the title of the page.
    """

    def __init__(
        self,
        session: Session,
        messages: Messages,
        *,
        headed: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName("structurePanel")
        self._session, self._messages = session, messages
        self._acts, self._reader = Acts(session, self), Reader(session, self, self.refresh)
        self._wanted = PeopleSet()
        self._sets: tuple[NamedSet, ...] = ()
        self._view: PanelView | None = None
        self._asked = False
        self._make_controls()
        self.notice = Notice()
        self.commands.refused.connect(self.notice.say_refused)
        self.table.chosen.connect(self._on_chosen)
        self.table.clicked.connect(lambda index: self._on_chosen(self.table.current))
        self.table.copied.connect(self._on_copied)
        self.charts = StructureCharts()
        self.charts.chosen.connect(self._on_chosen)
        self._lay_out(headed)

    def show_set(self, wanted: PeopleSet) -> None:
        """Show the structure of these people."""
        self._wanted = wanted
        self.refresh()

    def refresh(self) -> None:
        """Read the structure again."""
        self._asked = True
        self._reader.ask(panel_view, self._wanted, done=self._on_read)

    def keyboard_target(self) -> QWidget:
        """Return where work goes on: the figures, or the choice where there are none."""
        return self.table if self.table.records else self.sets

    def _on_read(self, view: PanelView) -> None:
        if view.view.set != self._wanted and any(f.set == self._wanted for f in view.sets):
            return
        self._view, self._wanted = view, view.view.set
        self._show_sets(view.sets)
        day = view.view.structure.day
        if not self.day.hasFocus() or not self.day.isModified():
            self.day.setText(vietnamese_date(day))
        people = view.view.structure.number
        self._no_day.setVisible(people > 0 and not day)
        self._body.setCurrentWidget(self._figures if people else self._empty)
        rows = figure_rows(view.view)
        self.table.setColumnHidden(NOTE, not any(row.note for row in rows))
        self.table.show_records(rows, same=_same_row)
        self.charts.show_structure(view.view.structure)
        self.commands.refresh()

    def _show_sets(self, sets: tuple[NamedSet, ...]) -> None:
        if sets != self._sets:
            self._sets = sets
            self.sets.clear()
            for found in sets:
                self.sets.addItem(set_words(found), found.set)
        place = next((i for i, found in enumerate(sets) if found.set == self._wanted), 0)
        self.sets.setCurrentIndex(place)
        self.sets.setToolTip(self.sets.currentText())

    def _on_set_chosen(self, place: int) -> None:
        self.show_set(self._sets[place].set)

    def _on_day_typed(self) -> None:
        """Keep the day for screen, report and workbook; an empty field is the first day again."""
        if self._view is None or not self.day.isModified():
            return
        self.day.setModified(False)
        typed = self.day.text().strip()
        day = partial_date(typed) if typed else ""
        if day is None or len(day) not in (0, len("2025-06-05")):
            theme.set_property(self.day, "wrong", True)
            self.notice.say("wrong", tr("Type a whole day such as 05/06/2025"))
            self.day.setFocus()
            return
        theme.set_property(self.day, "wrong", False)
        kept = "" if day == self._view.first_day else day
        self._acts.run(set_congress_setting, DAY_KEY, kept, done=self._on_day_kept)

    def _on_day_kept(self, value: Any) -> None:
        if self.notice.show_answer(value):
            self.refresh()

    def _on_chosen(self, row: FigureRow | None) -> None:
        if row is not None and row.figure is not None and _has_names(row.figure):
            title = tr("{group}: {figure}", group=row.section, figure=row.words)
            NamesDialog(title, row.figure, self).open()

    def _on_targets(self) -> None:
        if self._view is not None:
            targets = self._view.view.targets
            TargetsDialog(self._acts, targets, self._view.proposed, self).open()

    def _on_copied(self, rows: int) -> None:
        self.notice.say("holds", tr("{count} rows copied; paste them into a workbook", count=rows))

    def _make_controls(self) -> None:
        self.sets = ChoiceBox()
        self.sets.setObjectName("structureSet")
        self.sets.setAccessibleName(tr("Group of people"))
        self.sets.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.sets.setMinimumContentsLength(SET_LETTERS)
        self.sets.activated.connect(self._on_set_chosen)
        self.day = QLineEdit()
        self.day.setObjectName("structureDay")
        self.day.setAccessibleName(tr("Ages on the day"))
        self.day.setPlaceholderText(tr("day/month/year"))
        self.day.setToolTip(tr("Empty: the first day of the congress"))
        self.day.setFixedWidth(theme.px(128))
        self.day.editingFinished.connect(self._on_day_typed)
        self._no_day = theme.label(tr("Type the day: without it no age is known."), tone="look")
        self._no_day.hide()
        model = RecordTableModel(figure_columns(), self)
        self.table = DataTable("structureTable", tr("Figures of the structure"), model, long=LONG)
        self.commands = Commands(
            "structure",
            self,
            {
                "names": lambda: self._on_chosen(self.table.current),
                "targets": self._on_targets,
                "copy": self.table.copy_rows,
            },
            why_not=self._why_not,
            where={"copy": self.table},
        )
        self.commands.offer_in(self.table, ("names",))
        self.targets = command_button(self.commands, "targets", name="structureTargets")
        self.copy = command_button(self.commands, "copy", name="copyStructure")

    def _why_not(self, name: str) -> str:
        """Return why nothing can be shown or copied, "" where there are figures."""
        anybody = self._view is not None and self._view.view.structure.number > 0
        return "" if name == "targets" or anybody else tr("Nobody in this set")

    def _lay_out(self, headed: bool) -> None:
        self.table.show_at_least(LEAST_ROWS)
        charts = scrolled(self.charts, read_as=tr("Charts"))
        self.charts.moved.connect(lambda at: charts.ensureVisible(0, at.y(), 0, theme.px(40)))
        parts = [(tr("Figures"), self.table, 66), (tr("Charts"), charts, 34)]
        self._figures = FoldingColumns(parts, room=ROOM, kept=0)
        self._empty = EmptyState(
            "users",
            tr("Nobody in this set"),
            tr("Choose other people above, or put people on the register or the list first."),
        )
        self._body = QStackedWidget()
        self._body.addWidget(self._figures)
        self._body.addWidget(self._empty)
        layout = column_in(self, spacing=12)
        if headed:
            layout.addWidget(theme.heading(tr("Structure")))
        layout.addWidget(
            theme.subtitle(tr("Choose the people; a click or Enter on a figure shows the names."))
        )
        layout.addWidget(self._controls_row())
        layout.addWidget(self._no_day)
        layout.addWidget(self.notice)
        layout.addWidget(self._body, 1)

    def _controls_row(self) -> QWidget:
        controls = QWidget()
        row = FlowLayout(controls, spacing=16)
        row.addWidget(_captioned(tr("Group of people"), self.sets))
        row.addWidget(_captioned(tr("Ages on the day"), self.day))
        row.addWidget(self.targets)
        row.addWidget(self.copy)
        return controls

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self.refresh()


def _captioned(title: str, field: QWidget) -> QWidget:
    """Return a field with its title before it, kept together where a row goes on in the next."""
    both, caption = QWidget(), theme.caption(title)
    caption.setBuddy(field)
    row_in(both, caption, field)
    return both


def _has_names(found: Figure) -> bool:
    return bool(found.people or found.uncertain or found.unknown)


def _same_row(old: FigureRow, new: FigureRow) -> bool:
    return (old.section, old.words) == (new.section, new.words)
