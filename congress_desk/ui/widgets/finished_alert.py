"""Says that something long has ended to whoever went to another window meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from congress_desk.i18n import tr

SHOWN_MS = 8000


def tell_finished(page: QWidget, words: str) -> bool:
    """Say it by the system when the window is not in front; return whether anything was said.

    Where the system has no place for messages, the window asks for attention in its bar; the page
    says it in its notice all the same.
    """
    window = page.window()
    if window.isActiveWindow():
        return False
    QApplication.alert(window)
    if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
        return True
    tray = QSystemTrayIcon(window.windowIcon(), window)
    tray.messageClicked.connect(window.activateWindow)
    tray.show()
    tray.showMessage(tr("Congress Desk has finished"), words, window.windowIcon(), SHOWN_MS)
    QTimer.singleShot(SHOWN_MS, tray, tray.deleteLater)
    return True
