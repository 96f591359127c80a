"""Who types from the paper what the passes have otherwise, and who sits beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.passes.entry_rights import Worker, check_resolver
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field_widgets import suggest


class ResolverForm(QWidget):
    """Two names; the second is asked for where the first typed a pass of the bundle."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bundle: BundlePasses | None = None
        self._offered: tuple[str, ...] = ()
        self._signed_in = ""
        self.name = self._line("resolverName", tr("Who types from the paper"))
        self.together = self._line("resolverTogether", tr("Together with"))
        self._together_label = QLabel(tr("Together with"))
        self._note = theme.subtitle()
        self._note.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addWidget(QLabel(tr("Who types from the paper")))
        box.addWidget(self.name)
        box.addWidget(self._together_label)
        box.addWidget(self.together)
        box.addWidget(self._note)

    @property
    def names(self) -> tuple[str, str]:
        """Return who types and who sits beside, "" where nobody has to."""
        together = clean_text(self.together.text()) if self._needs_another else ""
        return clean_text(self.name.text()), together

    @property
    def refusal(self) -> Refusal | None:
        """Say why these two cannot settle the bundle."""
        if self._bundle is None:
            return None
        name, together = self.names
        return check_resolver(
            Worker(name=name), Worker(name=together), self._typists, self._bundle.number
        )

    @property
    def _typists(self) -> tuple[Worker, ...]:
        passes = self._bundle.passes if self._bundle else ()
        return tuple(Worker(name=each.operator) for each in passes)

    @property
    def _needs_another(self) -> bool:
        typed = Worker(name=clean_text(self.name.text()))
        return any(typed.is_same(typist) for typist in self._typists)

    def show_bundle(
        self, bundle: BundlePasses, operator: str, signed_in: str, offered: Sequence[str]
    ) -> None:
        """Ask for the names for a bundle; what was typed stays until another signs in."""
        self._bundle = bundle
        if tuple(offered) != self._offered:
            self._offered = tuple(offered)
            for line in (self.name, self.together):
                suggest(line, self._offered)
        if signed_in != self._signed_in or not self.name.text():
            self._signed_in = signed_in
            self.name.setText(signed_in or operator)
        self.name.setReadOnly(bool(signed_in))
        self._follow()

    def _line(self, name: str, title: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(title)
        line.setPlaceholderText(tr("Family and given name"))
        line.setMaxLength(NAME_LIMIT)
        line.textChanged.connect(self._follow)
        return line

    def _follow(self) -> None:
        for part in (self.together, self._together_label):
            part.setVisible(self._needs_another)
        refusal = self.refusal if self.name.text() else None
        self._note.setText(problem_text(refusal.first) if refusal else "")
        self._note.setVisible(refusal is not None)
        self.changed.emit()
