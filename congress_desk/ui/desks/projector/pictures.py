"""The pictures of the congress: chosen from a file and read with care, or taken out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.hall import set_hall_picture
from congress_desk.domain.hall.pictures import HallPicture
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.background import Background
from congress_desk.ui.messages import Messages
from congress_desk.ui.widgets.screen_acts import Acts


class PictureActs(QObject):
    """`refused` carries why a picture was not taken, `done` what was done in a sentence."""

    refused = Signal(object)
    done = Signal(str)

    def __init__(self, acts: Acts, messages: Messages, page: QWidget) -> None:
        super().__init__(page)
        self._acts, self._messages, self._page = acts, messages, page
        self._background = Background(self)
        page.destroyed.connect(self._background.stop)

    def idle(self) -> bool:
        """Say whether no picture is being read."""
        return self._background.idle()

    def choose(self, place: HallPicture) -> None:
        """Ask for a file and take its picture into the congress."""
        emblem = place is HallPicture.EMBLEM
        title = tr("Emblem of the congress") if emblem else tr("Picture behind the title")
        kinds = tr("Pictures (*.jpg *.jpeg *.png)")
        self._messages.open_file(self._page, title, kinds, partial(self._read, place))

    def remove(self, place: HallPicture) -> None:
        """Take a picture out of the congress."""
        self._acts.run(set_hall_picture, place, b"", done=self._on_done)

    def _read(self, place: HallPicture, path: Path) -> None:
        def work() -> bytes | Refusal:
            # Brings a library of pictures along: not before somebody chooses one.
            from congress_desk.imports.pictures import read_hall_picture

            return read_hall_picture(path, place)

        self._background.run(work, partial(self._on_read, place))

    def _on_read(self, place: HallPicture, image: bytes | Refusal) -> None:
        if isinstance(image, Refusal):
            self.refused.emit(image)
        else:
            self._acts.run(set_hall_picture, place, image, done=self._on_done)

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refused.emit(value)
        else:
            self.done.emit(tr("The page of the congress is as chosen."))
