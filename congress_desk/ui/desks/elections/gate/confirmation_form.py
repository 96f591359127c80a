"""The two people who confirm a result before it is sealed, with the office of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QWidget

from congress_desk.domain.elections.confirmers import Confirmer, check_confirmers, outsiders
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Problem, Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.gate.name_choice import NameChoice
from congress_desk.ui.desks.elections.gate.view import office_words
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in, column_of
from congress_desk.ui.widgets.layout.side_by_side import TALL, WIDE

LONGEST = 500


class ConfirmationForm(QWidget):
    """`filled` when Enter was pressed on the last field; `edited` at each change."""

    filled = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: tuple[Confirmer, ...] = ()
        self._unlocked: tuple[str, str] | None = None
        self.first = NameChoice("firstConfirmer", tr("First person"))
        self.second = NameChoice("secondConfirmer", tr("Second person"))
        self._offices = (_muted(), _muted())
        self._why = QLabel(tr("Why somebody of neither body confirms"), wordWrap=True)
        self.reason = QLineEdit()
        self.reason.setObjectName("confirmerReason")
        self.reason.setAccessibleName(self._why.text())
        self.reason.setMaxLength(LONGEST)
        self._refused = theme.label(tone="wrong", name="confirmersRefused", wrap=True)
        self.first.line.returnPressed.connect(self.second.setFocus)
        self.second.line.returnPressed.connect(self._after_second)
        self.reason.returnPressed.connect(self.filled)
        self.first.editTextChanged.connect(self._offer_others)
        for choice in (self.first, self.second):
            choice.editTextChanged.connect(self._on_edited)
        self.reason.textChanged.connect(self._on_edited)
        layout = column_in(self, spacing=4)
        self._who = _muted(tr("Of the counting board or the presidium, and no candidate"))
        layout.addWidget(self._who)
        self._both = QBoxLayout(TALL)
        self._both.setSpacing(theme.px(4))
        for choice, office in zip((self.first, self.second), self._offices, strict=True):
            one = column_of(choice, office, None, spacing=2)
            self._both.addLayout(one, 1)
        layout.addLayout(self._both)
        self._reasoned = QBoxLayout(TALL)
        self._reasoned.setSpacing(theme.px(4))
        self._reasoned.addWidget(self._why, 2)
        self._reasoned.addWidget(self.reason, 3)
        layout.addLayout(self._reasoned)
        layout.addWidget(self._refused)
        self._on_edited()

    def arrange(self, *, beside: bool) -> None:
        """Put the two beside each other, or one under the other."""
        for row in (self._both, self._reasoned):
            row.setDirection(WIDE if beside else TALL)
            row.setSpacing(theme.px(16 if beside else 4))
        self._who.setVisible(not beside)
        for choice in (self.first, self.second):
            choice.setToolTip(self._who.text())

    @property
    def names(self) -> tuple[str, str]:
        if self._unlocked is not None:
            return self._unlocked
        return clean_text(self.first.currentText()), clean_text(self.second.currentText())

    @property
    def why(self) -> str:
        return clean_text(self.reason.text())

    @property
    def offices(self) -> tuple[str, str]:
        """Return the office of each, "" of somebody without one."""
        first, second = (self._office(name) for name in self.names)
        return first, second

    def be_unlocked_by(self, names: tuple[str, str] | None) -> None:
        """Take those who unlocked the round as the two who confirm; None lets names be typed."""
        self._unlocked = names
        for choice in (self.first, self.second):
            choice.setVisible(names is None)
        self._who.setText(
            tr("Of the counting board or the presidium, and no candidate")
            if names is None
            else tr("Two who may declare type their PINs; their names are written down.")
        )
        self._on_edited()

    def show_known(self, known: Sequence[Confirmer], *, keep: bool) -> None:
        """Offer those who hold an office; what was chosen stays with `keep`."""
        self._known = tuple(known)
        names, offices = self._offered()
        for choice in (self.first, self.second):
            if keep:
                choice.keep_name(names, offices)
            else:
                choice.show_names(names, offices)
        if not keep:
            self.reason.clear()
        self._on_edited()

    def _offered(self) -> tuple[list[str], dict[str, str]]:
        names = [confirmer.name for confirmer in self._known]
        return names, {confirmer.name: office_words(confirmer) for confirmer in self._known}

    def _offer_others(self) -> None:
        """Leave who confirms first out of those who are offered for the second."""
        names, offices = self._offered()
        self.second.keep_name([each for each in names if each != self.names[0]], offices)

    def refusal(self, sheet: RoundSheet) -> Refusal | None:
        """Say why the two who stand here cannot confirm this round."""
        stand = (*sheet.election.candidates, *sheet.round.candidates)
        return check_confirmers(self.names, sheet.confirmers, stand, self.why)

    def missing(self, sheet: RoundSheet) -> str:
        """Return in a few words what is missing, "" when these two may confirm."""
        first, second = self.names
        if not first:
            return tr("the first who confirms")
        if not second:
            return tr("the second who confirms")
        refusal = self.refusal(sheet)
        if refusal is not None and refusal.first.code == "confirmer_needs_reason":
            return tr("why somebody of neither body confirms")
        return problem_text(refusal.first) if refusal else ""

    def refuse(self, problem: Problem) -> QWidget:
        """Say what is wrong with the names; return the field it is about, the keyboard on it."""
        self._refused.setText(problem_text(problem))
        self._refused.show()
        wrong = self._field_of(problem)
        theme.set_property(wrong, "wrong", True)
        wrong.setFocus()
        return wrong

    def _field_of(self, problem: Problem) -> QWidget:
        first, _ = self.names
        if problem.code == "confirmer_needs_reason":
            return self.reason
        if problem.params.get("name", None) == first or not first:
            return self.first
        return self.second

    def clear(self) -> None:
        """Take back what was said."""
        self._refused.hide()
        for field in (self.first, self.second, self.reason):
            theme.set_property(field, "wrong", False)

    def _after_second(self) -> None:
        if self.reason.isVisible() and not self.why:
            self.reason.setFocus()
        else:
            self.filled.emit()

    def _on_edited(self) -> None:
        self.clear()
        names = self.names
        for name, office in zip(names, self._offices, strict=True):
            words = self._office(name)
            if self._unlocked is not None and name:
                words = f"{name} · {words}" if words else name
            theme.set_tone(office, "muted" if self._unlocked is None else "")
            office.setText(words)
            office.setVisible(bool(words))
        asked = any(outsiders([name for name in names if name], self._known))
        self._why.setVisible(asked)
        self.reason.setVisible(asked)
        self.edited.emit()

    def _office(self, name: str) -> str:
        if not name or outsiders([name], self._known):
            return ""
        return next(
            office_words(confirmer)
            for confirmer in self._known
            if not outsiders([name], [confirmer])
        )


def _muted(text: str = "") -> QLabel:
    return theme.label(text, tone="muted", wrap=True)
