"""The targets of this congress: shares that should be reached or not be exceeded."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.domain.structure.target_text import targets_text, typed_share
from congress_desk.domain.structure.targets import YOUNG, Measure, Target, Targets
from congress_desk.i18n import label, tr
from congress_desk.queries.structure import TARGETS_KEY
from congress_desk.ui.look import theme
from congress_desk.ui.parts.structure.words import typed_words
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import row_in
from congress_desk.ui.widgets.screen_acts import Acts

LONGEST = 20


class BoundsField(QWidget):
    """The two bounds of a target, each empty where there is none."""

    def __init__(self, measure: Measure, target: Target) -> None:
        super().__init__()
        title = label("measure", measure.value)
        self.low = self._line(f"{measure.value}AtLeast", tr("{what}: at least", what=title))
        self.high = self._line(f"{measure.value}AtMost", tr("{what}: at most", what=title))
        row = row_in(self)
        for words, line in ((tr("at least"), self.low), (tr("at most"), self.high)):
            row.addWidget(QLabel(words))
            row.addWidget(line)
            row.addSpacing(theme.px(12))
        row.addStretch(1)
        self.show_target(target)
        self.setFocusProxy(self.low)

    def show_target(self, target: Target) -> None:
        """Fill in the bounds of a target."""
        for line, share in ((self.low, target.at_least), (self.high, target.at_most)):
            line.setText(typed_words(share))

    def target(self) -> Target | QLineEdit:
        """Return the target typed, or the field that cannot be read or is above the other."""
        for line in (self.low, self.high):
            if line.text().strip() and typed_share(line.text()) is None:
                return line
        typed = Target(typed_share(self.low.text()), typed_share(self.high.text()))
        if typed.at_least is not None and typed.at_most is not None:
            return self.high if typed.at_least > typed.at_most else typed
        return typed

    def _line(self, name: str, title: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(title)
        line.setMaxLength(LONGEST)
        line.setFixedWidth(theme.px(80))
        return line


class TargetsDialog(FormDialog):
    """Changes the targets of one congress; `proposed` are those that come with its rules."""

    def __init__(self, acts: Acts, targets: Targets, proposed: Targets, parent: QWidget) -> None:
        super().__init__(tr("Targets of the congress"), tr("Save the targets"), parent, acts=acts)
        self._proposed = proposed
        self.tell(
            tr("Per cent such as 15 or 12.5, or a fraction such as 1/3; empty is no target. "
               "The surplus is a share of the seats; a target is judged in people, not rounded."),
            "subtitle",
        )  # fmt: skip
        self.bounds = {m: BoundsField(m, targets.target(m)) for m in Measure}
        for measure, field in self.bounds.items():
            self.add_field(label("measure", measure.value), field, f"{measure.value}Target")
        ages = [(tr("under {years}", years=years), years) for years in YOUNG]
        self.young = self.add_choice(tr("Young means"), "youngUnder", ages)
        self.reset = make_button(
            tr("The targets proposed by the rules"), self._on_reset, name="resetTargets",
            role="link",
        )  # fmt: skip
        self.form.addRow("", self.reset)
        self._show(targets)
        self.submitted.connect(self._on_submitted)

    def _show(self, targets: Targets) -> None:
        for measure, field in self.bounds.items():
            field.show_target(targets.target(measure))
        self.young.setCurrentIndex(self.young.findData(targets.young_under))

    def _on_reset(self) -> None:
        self._show(self._proposed)
        self.submit.setFocus()

    def _on_submitted(self) -> None:
        self._clear_marks()
        typed = {measure: field.target() for measure, field in self.bounds.items()}
        targets: dict[Measure, Target] = {}
        for measure, found in typed.items():
            if isinstance(found, QLineEdit):
                words = tr("{field}: type a share such as 15, 12.5 or 1/3, the lower one first",
                           field=found.accessibleName())  # fmt: skip
                self.refuse_words(words, found)
                return
            targets[measure] = found
        chosen = Targets(young_under=self.young.currentData(), of=targets)
        text = "" if chosen == self._proposed else targets_text(chosen)
        self.run(set_congress_setting, TARGETS_KEY, text)

    def _clear_marks(self) -> None:
        for field in self.bounds.values():
            for line in (field.low, field.high):
                theme.set_property(line, "wrong", False)
