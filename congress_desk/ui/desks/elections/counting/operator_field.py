"""Who types: shown beside the ballot, asked for before the first one, changed by a click."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from congress_desk.domain.elections.cover_code import read_cover_code
from congress_desk.domain.kinds import Kind, Kinds
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.look import theme
from congress_desk.ui.parts.operators.sign_in_dialog import ask_who_signs_in
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.layouts import row_in

LONGEST = 120


class OperatorField(QWidget):
    """A name, or a field for it; `answered` is Enter in the field, `signed` that somebody is in."""

    answered = Signal()
    signed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._short = session, False
        self._shown = QPushButton()
        self._shown.setObjectName("operatorButton")
        self._shown.setProperty("role", "link")
        self._shown.setToolTip(tr("Change who types"))
        self._shown.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shown.clicked.connect(self.ask)
        self._label = theme.label(tr("Typed by"), tone="muted")
        self.field = QLineEdit()
        self.field.setMinimumWidth(theme.px(170))
        theme.set_property(self.field, "compact", True)
        self.field.setObjectName("operatorField")
        self.field.setAccessibleName(tr("Name of the person who types"))
        self.field.setPlaceholderText(tr("Family and given name"))
        self.field.setMaxLength(LONGEST)
        self.field.returnPressed.connect(self._on_answered)
        row_in(self, self._label, self.field, self._shown)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        session.changed.connect(self._on_changed)
        session.operator_named.connect(self._on_named)
        self.show_name()

    @property
    def given(self) -> bool:
        """Say whether somebody gave a name or signed in; until then the computer's user types."""
        if self._session.has_operators:
            return bool(self._session.signed_in)
        return bool(self._session.settings.values.operator)

    @property
    def question(self) -> str:
        """Return what is asked for before the first ballot."""
        if self._session.has_operators:
            return tr(
                "Nobody is signed in: {key}, PIN, Enter. Every ballot carries a name.",
                key=use_name("operator"),
            )
        return tr("Who types? Give the name above and press Enter: every ballot carries it.")

    def show_name(self) -> None:
        """Show the name, or the field while nobody gave one."""
        self._say()
        self._open(not self.given and not self._session.has_operators)
        if not self.given and not self.field.text():
            self.field.setText(self._session.operator)

    def be_short(self, short: bool) -> None:
        """Say the name alone where the sentence has no room: a name is never cut."""
        if short != self._short:
            self._short = short
            self._say()

    def _say(self) -> None:
        name = self._session.operator
        if self._session.has_operators and not self._session.signed_in:
            name = tr("no one yet") if self._short else tr("nobody signed in")
        whole = tr("Typed by: {name}", name=name)
        self._shown.setText(name if self._short else whole)
        self._shown.setAccessibleName(whole)

    def follow(self) -> None:
        """Show a name that was given elsewhere; a field that is being typed in is left alone."""
        if not self.field.hasFocus():
            self.show_name()

    def ask(self) -> None:
        """Let the name be typed, or let somebody sign in."""
        if self._session.has_operators:
            ask_who_signs_in(self._session, self.window())
            return
        self.field.setText(self._session.operator)
        self._open(True)
        self.field.setFocus()
        self.field.selectAll()

    def take_keyboard(self) -> bool:
        """Go to the field for the name; False where none is typed."""
        if self._session.has_operators:
            return False
        self.field.setFocus()
        self.field.selectAll()
        return True

    def give(self) -> None:
        """Take the name on the field as the given one: a ballot is about to be recorded."""
        if not self.given and not self._session.has_operators:
            self._take()

    def _take(self) -> None:
        name = clean_text(self.field.text())
        # A number is the first ballot, typed before the question was seen, a code is its cover.
        if any(char.isalpha() for char in name) and read_cover_code(name) is None:
            self._session.operator = name
        self.show_name()

    def _on_changed(self, kinds: Kinds) -> None:
        if Kind.OPERATORS in kinds:
            self.show_name()
            if self.given:
                self.signed.emit()

    def _on_named(self) -> None:
        if self.given:
            self.show_name()
            self.signed.emit()

    def _on_answered(self) -> None:
        self._take()
        self.answered.emit()

    def _open(self, asking: bool) -> None:
        self.field.setVisible(asking)
        self._label.setVisible(asking)
        self._shown.setVisible(not asking)
