"""The photograph on a card: shown, chosen from a file and made small, or taken out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.actions.people.register import MAX_PHOTO_BYTES
from congress_desk.i18n import tr
from congress_desk.ui.look import icons, theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import column_in

WIDTH, HEIGHT = 132, 176
KEPT = QSize(360, 480)
# A photograph of a telephone is decoded small; a picture that would unpack to more is refused.
MOST_PIXELS = 120_000_000
QUALITIES = (85, 70, 55, 40, 25)


class PhotoBox(QWidget):
    """`chosen` carries a small JPEG, b"" when the photograph is to go; `refused` a sentence."""

    chosen = Signal(bytes)
    refused = Signal(str)

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self._picture = QLabel()
        self._picture.setFixedSize(theme.px(WIDTH), theme.px(HEIGHT))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("role", "photo")
        self.choose = make_button(tr("Choose a photo…"), self._on_choose, name="choosePhoto",
                                  icon="upload", role="link")  # fmt: skip
        self.remove = make_button(tr("Remove the photo"), self._on_remove, name="removePhoto",
                                  icon="trash-2", role="link")  # fmt: skip
        column_in(self, self._picture, self.choose, self.remove, spacing=4)
        self.show_photo(b"")

    def show_photo(self, jpeg: bytes) -> None:
        """Show a photograph, the outline of a person for b""."""
        picture = QPixmap()
        if jpeg and picture.loadFromData(jpeg):
            size = QSize(theme.px(WIDTH), theme.px(HEIGHT))
            keep = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(picture.scaled(size, keep, smooth))
            self._picture.setAccessibleName(tr("Photograph"))
        else:
            self._picture.setPixmap(icons.pixmap("users", "disabled", 40))
            self._picture.setAccessibleName(tr("No photograph"))
        self.remove.setVisible(bool(jpeg))

    def _on_choose(self) -> None:
        kinds = tr("Pictures (*.jpg *.jpeg *.png *.bmp)")
        self._messages.open_file(self, tr("Choose a photo"), kinds, self._on_file)

    def _on_file(self, path: Path) -> None:
        jpeg = small_jpeg(path)
        if jpeg:
            self.chosen.emit(jpeg)
        else:
            self.refused.emit(tr("{name} is not a picture this program can read.", name=path.name))

    def _on_remove(self) -> None:
        self.chosen.emit(b"")


def small_jpeg(path: Path) -> bytes:
    """Return the picture of a file as a small upright JPEG, b"" when it cannot be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return b""
    # A turned picture is scaled for its longer side: turned upright it still fits.
    side = max(KEPT.width(), KEPT.height())
    if max(size.width(), size.height()) > side * 2:
        reader.setScaledSize(size.scaled(side * 2, side * 2, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return b""
    if image.width() > KEPT.width() or image.height() > KEPT.height():
        keep = Qt.AspectRatioMode.KeepAspectRatio
        image = image.scaled(KEPT, keep, Qt.TransformationMode.SmoothTransformation)
    for quality in QUALITIES:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, b"jpg")
        writer.setQuality(quality)
        writer.write(image)
        if 0 < data.size() <= MAX_PHOTO_BYTES:
            return bytes(data.data())
    return b""
