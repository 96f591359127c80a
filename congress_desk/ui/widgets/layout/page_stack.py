"""Pages one behind the other, each as large as the window makes it."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """Asks no page how high it would be: else all that are out of sight lay out anew at each key.

    What does not fit scrolls within its page.
    """

    def hasHeightForWidth(self) -> bool:
        return False
