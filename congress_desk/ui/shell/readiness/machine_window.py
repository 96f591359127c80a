"""What only a window can look at: screens and printers."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QWidget

from congress_desk.domain.readiness.facts import WindowFacts
from congress_desk.settings import SettingsStore


def window_facts(window: QWidget, settings: SettingsStore) -> WindowFacts:
    """Return this window's screen first, then the others, and printers, the usual one first."""
    own = window.screen()
    screens = [own, *(screen for screen in QGuiApplication.screens() if screen is not own)]
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return WindowFacts(
        journal_folder=settings.values.journal_folder,
        screens=tuple(
            (
                round(screen.size().width() * screen.devicePixelRatio()),
                round(screen.size().height() * screen.devicePixelRatio()),
            )
            for screen in screens
        ),
        printers=tuple(sorted(names, key=lambda name: (name != usual, name))),
    )
