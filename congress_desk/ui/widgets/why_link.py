"""“Why?” beside a refusal: opens the help with what is missing, who can lift it and the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from congress_desk.i18n import tr
from congress_desk.ui.help_wish import want_help
from congress_desk.ui.look import theme

if TYPE_CHECKING:
    from congress_desk.help.why import Why


class WhyLink(QPushButton):
    """Hidden until something was refused."""

    def __init__(self) -> None:
        super().__init__(tr("Why?"))
        self.setObjectName("why")
        self.setToolTip(tr("What is missing, who can do it, the article"))
        self._why: Why | None = None
        theme.set_property(self, "role", "link")
        self.setAutoDefault(False)
        self.clicked.connect(lambda: want_help("", self, self._why))
        self.hide()

    def explain(self, why: Why | None) -> None:
        """Stand beside a refusal, None to go away."""
        self._why = why
        self.setVisible(why is not None)
