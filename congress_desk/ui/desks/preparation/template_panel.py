"""Choosing a template: on the empty desk what to do first, later in a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.preparation.template import TakenOver, apply_preparation
from congress_desk.domain.preparation.template import PreparationTemplate
from congress_desk.i18n import tr
from congress_desk.queries.preparation import (
    PreparationView,
    likely_template,
    preparation_templates,
)
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import day_text
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.screen_acts import Acts

WIDTH = 460


class TemplateChoice(QWidget):
    """The list of templates with a sentence of what the chosen one brings along."""

    def __init__(self) -> None:
        super().__init__()
        self._templates = preparation_templates()
        self._first_day, self._touched = "", False
        self.list = ChoiceBox()
        self.list.setObjectName("templateList")
        self.list.setAccessibleName(tr("Kind of congress"))
        self.setFixedWidth(theme.px(WIDTH))
        for template in self._templates:
            self.list.addItem(template.title)
        self.summary = theme.label(tone="muted", name="templateSummary", wrap=True)
        column_in(self, self.list, self.summary)
        self.list.activated.connect(self._on_chosen)
        self.list.currentIndexChanged.connect(lambda _: self._tell())

    @property
    def template(self) -> PreparationTemplate:
        return self._templates[self.list.currentIndex()]

    def show_view(self, view: PreparationView) -> None:
        """Offer the template that fits the congress best, until another was chosen."""
        self._first_day = view.first_day
        if not self._touched:
            self.list.setCurrentIndex(likely_template(view.congress, self._templates))
        self._tell()

    def _on_chosen(self) -> None:
        self._touched = True

    def _tell(self) -> None:
        template = self.template
        brings = tr(
            "{tasks} tasks and {texts} texts.",
            tasks=len(template.tasks),
            texts=len(template.texts),
        )
        days = (
            tr("Deadlines are counted back from {day}.", day=day_text(self._first_day))
            if self._first_day
            else tr(
                "The first day of the congress is not known: deadlines stay empty. Enter it on the"
                " desk “Congress” first, or take the template over again later."
            )
        )
        theme.set_tone(self.summary, "muted" if self._first_day else "look")
        self.summary.setText(f"{brings} {days}")
        # A label in a form does not ask for the height its lines need, nor for less than it has.
        self.summary.setMinimumHeight(0)
        self.summary.setFixedHeight(self.summary.heightForWidth(theme.px(WIDTH)))


class FirstSteps(QWidget):
    """What to do first while nothing is prepared: take a template over, or add a task."""

    add_wanted = Signal()
    done = Signal(object)

    def __init__(self, acts: Acts) -> None:
        super().__init__()
        self._acts = acts
        self.choice = TemplateChoice()
        self.take = make_button(
            tr("Use the template"),
            self._on_take,
            name="takeTemplate",
            icon="list-checks",
            role="primary",
        )
        own = make_button(tr("Add a task…"), self.add_wanted.emit, name="addFirstTask", icon="plus")
        self._lay_out(own)
        acts.busy_changed.connect(self.take.setDisabled)

    def _lay_out(self, own: QWidget) -> None:
        inside = QWidget()
        column = column_in(inside, self.choice, spacing=12)
        row = row_of(None, self.take, own, None)
        column.addLayout(row)
        empty = EmptyState(
            "list-checks",
            tr("Nothing prepared yet"),
            tr(
                "Choose the kind of congress and take over its usual tasks and texts; then name for"
                " each task the one person who answers for it."
            ),
            inside,
        )
        column_in(self, empty, spacing=None)

    def _on_take(self) -> None:
        self._acts.run(apply_preparation, self.choice.template, done=self.done.emit)


class TemplateDialog(FormDialog):
    """Takes over what is still missing of a template; `saved` carries how much it was."""

    def __init__(self, acts: Acts, view: PreparationView, parent: QWidget | None) -> None:
        title, submit = tr("Add from a template"), tr("Add what is missing")
        super().__init__(title, submit, parent, acts=acts)
        self.choice = TemplateChoice()
        self.choice.show_view(view)
        self.tell(
            tr("What is there already is not added twice; without a deadline it gets one."),
            "subtitle",
        )
        self.form.addRow(self.choice)
        self.choice.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wrong = {"": self.choice.list}
        self.submitted.connect(lambda: self.run(apply_preparation, self.choice.template))


def taken_words(taken: TakenOver) -> str:
    """Return how much was taken over; deadlines only where tasks that were there got one."""
    if not taken.dated:
        return tr(
            "{tasks} tasks and {texts} texts taken over.", tasks=taken.tasks, texts=taken.texts
        )
    return tr(
        "{tasks} tasks and {texts} texts taken over, {dated} deadlines filled in.",
        tasks=taken.tasks,
        texts=taken.texts,
        dated=taken.dated,
    )
