"""The small fields of the door: its name, and its sounds on or off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.look import icons, sounds

DOOR_LIMIT = 60


class DoorName(QLineEdit):
    """What this door is called in the list of passages."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setObjectName("checkinDoor")
        self.setAccessibleName(tr("Name of this door"))
        self.setPlaceholderText(tr("e.g. Door A"))
        self.setMaxLength(DOOR_LIMIT)


class SoundSwitch(QToolButton):
    """Sounds are on while it is pressed in."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("checkinSound")
        self.setCheckable(True)
        self.setChecked(sounds.switch.on)
        sounds.switch.changed.connect(self.setChecked)
        self.setToolTip(tr("{words} ({key})", words=tr("Sounds"), key=use_name("sounds")))
        self.setAccessibleName(tr("Sounds"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        icons.set_icon(self, "volume-2", "muted", 20)
