"""Where the hall is shown, and whether its pages turn by themselves: remembered here."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.parts.hall.hall_show import SECONDS, HallShow
from congress_desk.ui.parts.hall.screens import AUTOMATIC, IN_A_WINDOW
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.wrapping_row import WrappingRow


class ScreenChoices(WrappingRow):
    """Two lists of choices in a row; a screen that is unplugged stays among them by its name."""

    def __init__(self, show: HallShow) -> None:
        super().__init__(spacing=8)
        self._show = show
        self.screen, self.seconds = ChoiceBox(), ChoiceBox()
        self.screen.setObjectName("hallScreen")
        self.seconds.setObjectName("hallSeconds")
        for title, field in ((tr("Screen"), self.screen), (tr("Pages turn"), self.seconds)):
            field.setAccessibleName(title)
            field.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
            words = QLabel(title)
            words.setBuddy(field)
            theme.set_tone(words, "muted")
            self.addWidget(words)
            self.addWidget(field)
        for seconds in SECONDS:
            by_time = tr("every {seconds} seconds", seconds=seconds)
            self.seconds.addItem(by_time if seconds else tr("by key"), seconds)
        self.screen.activated.connect(self._on_screen)
        self.seconds.activated.connect(self._on_seconds)

    def fields(self) -> tuple[QWidget, ...]:
        """Return the fields in their order."""
        return self.screen, self.seconds

    def refresh(self, remembered: str, seconds: int) -> None:
        """Say what is chosen, of the screens that there are."""
        with QSignalBlocker(self.screen):
            self.screen.clear()
            self.screen.addItem(tr("the second one, by itself"), AUTOMATIC)
            self.screen.addItem(tr("in a window"), IN_A_WINDOW)
            for found in self._show.screens.all():
                size = f"{found.area.width()} × {found.area.height()}"
                self.screen.addItem(f"{found.name} · {size}", found.key)
            if self.screen.findData(remembered) < 0:
                name = remembered.partition("|")[0]
                self.screen.addItem(tr("{name} (not plugged in)", name=name), remembered)
            self.screen.setCurrentIndex(self.screen.findData(remembered))
        self.seconds.setCurrentIndex(max(self.seconds.findData(seconds), 0))

    def _on_screen(self) -> None:
        self._show.set_screen(str(self.screen.currentData()))

    def _on_seconds(self) -> None:
        self._show.set_seconds(int(self.seconds.currentData()))
