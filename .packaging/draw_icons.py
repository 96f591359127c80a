"""Draws the program's icon for each system from its one drawing: run it after changing the SVG."""

import io
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

APP = Path(__file__).parent.parent / "resources" / "app"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def drawn(renderer: QSvgRenderer, size: int) -> Image.Image:
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data())))


application = QGuiApplication([])
renderer = QSvgRenderer(str(APP / "congress-desk.svg"))
pictures = [drawn(renderer, size) for size in SIZES]
pictures[-1].save(APP / "congress-desk.png", optimize=True)
pictures[-1].save(APP / "congress-desk.ico", sizes=[(s, s) for s in SIZES], append_images=pictures)
