"""Colours and size of the program: changed, remembered and shown at once."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from congress_desk.settings import SettingsStore
from congress_desk.ui.look import theme


def change_appearance(settings: SettingsStore, **changes: object) -> None:
    """Change colours or size, remember it, and show it at once; without changes show it anew."""
    settings.change(**changes)
    values = settings.values
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, values.theme, values.scale)
