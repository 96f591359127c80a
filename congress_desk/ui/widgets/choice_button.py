"""A wide button with an icon, a title and a sentence on what it does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from congress_desk.ui import icons, theme


class ChoiceButton(QPushButton):
    """One of a few things to begin with; the `primary` one is filled with the accent."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str,
        parent: QWidget | None = None,
        *,
        primary: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.setProperty("tone", "primary" if primary else "")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon_name = icon_name
        self._symbol = QLabel()
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(_through(title, "choiceTitle"))
        words.addWidget(_through(text, "choiceText"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        self._row.setSpacing(theme.px(16))
        self._row.addWidget(self._symbol)
        self._row.addLayout(words, 1)
        self._symbol.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def _on_theme_changed(self) -> None:
        colour = "on_accent" if self.property("tone") == "primary" else "accent"
        self._symbol.setPixmap(icons.pixmap(self._icon_name, colour, 24))


def _through(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
