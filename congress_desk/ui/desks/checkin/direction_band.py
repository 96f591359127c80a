"""Which way the door records: coming in, or going out and then seen from afar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel

from congress_desk.domain.people.register import Direction
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import row_in

HEIGHT = 44


class DirectionBand(QFrame):
    """`switched` when the button asks for the other way."""

    switched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("checkinMode")
        self.setProperty("role", "band")
        self._sign = QLabel()
        self.words = ElidedLabel()
        self.switch = make_button("", self.switched.emit, name="checkinSwitch")
        self.switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row_in(self, self._sign, (self.words, 1), self.switch, spacing=12, margins=(12, 4, 8, 4))
        self._direction = Direction.IN
        theme.changed.connect(self._draw)
        self.show_direction(Direction.IN)

    @property
    def switch_words(self) -> str:
        """Return what turning the door round is called just now."""
        out = self._direction is Direction.OUT
        return tr("Back to coming in") if out else tr("Record going out")

    @property
    def direction(self) -> Direction:
        return self._direction

    def show_direction(self, direction: Direction) -> None:
        """Say which way is recorded from now on."""
        self._direction = direction
        out = direction is Direction.OUT
        self.words.set_whole(
            tr("RECORDING WHO GOES OUT – whoever is scanned now leaves the hall; Esc ends it")
            if out
            else tr("Recording who comes in")
        )
        self.words.setProperty("role", "strong" if out else "")
        theme.set_tone(self.words, "look" if out else "text")
        key = use_name("direction")
        self.switch.setText(f"{self.switch_words}  {key}")
        theme.set_tone(self, "look" if out else "muted")
        self.setAccessibleName(self.words.whole)
        self._draw()

    def _draw(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        out = self._direction is Direction.OUT
        name, tone = ("log-out", "look") if out else ("log-in", "muted")
        self._sign.setPixmap(icons.pixmap(name, tone, 20))
