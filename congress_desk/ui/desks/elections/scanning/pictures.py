"""The picture of a sheet, and one of its lines enlarged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.domain.elections.scans.bundle import ScannedSheet, SidePicture
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.scanning.view import ScanView
from congress_desk.ui.look import theme

_GAP, _EDGE = 12, 2
# How far behind a name a stroke still shows, in heights of the line.
_BEHIND = 2.0
# How much of the page stands above and below an enlarged line, in heights of the line.
_AROUND = 0.45
_LARGEST, _LINE = 4.0, 130


def line_places(view: ScanView, side: SidePicture) -> dict[int, QRectF]:
    """Return where each line stands on the picture of a side, as shares of width and height."""
    page = view.pages.get(side.code)
    if page is None:
        return {}
    width, height = view.size
    return {
        row.position: QRectF(
            row.row.x / width,
            1 - row.row.top / height,
            row.row.width / width,
            row.row.height / height,
        )
        for row in page.rows
    }


class PagePicture(QWidget):
    """The sides of a sheet as they were scanned, with a frame round the lines in doubt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pagePicture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._images: tuple[QImage, ...] = ()
        self._frames: tuple[dict[int, QRectF], ...] = ()
        self._asked = frozenset[int]()
        self._current = 0
        theme.changed.connect(self.update)

    def show_sheet(
        self,
        images: Sequence[QImage],
        frames: Sequence[dict[int, QRectF]],
        asked: frozenset[int],
        current: int,
        spoken: str,
    ) -> None:
        """Show pictures; `asked` are the positions of lines in doubt, `current` the one asked."""
        self._images, self._frames = tuple(images), tuple(frames)
        self._asked, self._current = asked, current
        self.setAccessibleName(tr("Picture of the ballot"))
        self.setAccessibleDescription(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(96), theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for image, frames, place in zip(self._images, self._frames, self._places(), strict=True):
            painter.drawImage(place, image)
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)
            for position in self._asked & frames.keys():
                self._paint_frame(painter, place, frames[position], position == self._current)
        painter.end()

    def _paint_frame(self, painter: QPainter, place: QRectF, at: QRectF, current: bool) -> None:
        tone = "accent" if current else "look"
        painter.setPen(QPen(theme.colour(tone), 2.4 if current else 1.4))
        painter.drawRoundedRect(_placed(at, place).adjusted(-3, -1, 3, 1), 4, 4)

    def _places(self) -> list[QRectF]:
        if not self._images:
            return []
        gap = theme.px(_GAP)
        room = (self.width() - 2 * _EDGE - gap * (len(self._images) - 1)) / len(self._images)
        high = self.height() - 2 * _EDGE
        scale = min(min(room / max(i.width(), 1), high / max(i.height(), 1)) for i in self._images)
        sizes = [(i.width() * scale, i.height() * scale) for i in self._images]
        left = (self.width() - sum(w for w, _ in sizes) - gap * (len(sizes) - 1)) / 2
        found = []
        for wide, tall in sizes:
            found.append(QRectF(left, _EDGE, wide, tall))
            left += wide + gap
        return found


class LinePicture(QWidget):
    """A line of the list as it was scanned, enlarged to the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("linePicture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._image, self._at = QImage(), QRectF()
        self._low = False
        theme.changed.connect(self.update)

    def set_low(self, low: bool) -> None:
        """Take less room, where the answers would have none."""
        if low != self._low:
            self._low = low
            self._fit()

    def show_line(self, image: QImage, at: QRectF, spoken: str) -> None:
        """Show the part of a picture round a line; `at` are shares of width and height."""
        around = at.height() * _AROUND
        whole = QRectF(0, 0, 1, 1)
        self._image, self._at = image, at.adjusted(0, -around, 0, around).intersected(whole)
        self.setAccessibleName(tr("The line enlarged"))
        self.setAccessibleDescription(spoken)
        self._fit()
        self.update()

    def _source(self) -> QRectF:
        return _placed(self._at, QRectF(0, 0, self._image.width(), self._image.height()))

    def _scale(self) -> float:
        source = self._source()
        if source.isEmpty():
            return 1.0
        # In a low window the answers need the room more.
        room = min(theme.px(_LINE), self.window().height() // (10 if self._low else 7))
        most = min(_LARGEST, room / source.height())
        return float(min(most, (self.width() - 2) / source.width()))

    def _fit(self) -> None:
        self.setFixedHeight(max(round(self._source().height() * self._scale()) + 2, theme.px(24)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        source = self._source()
        if source.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = self._scale()
        target = QRectF(1, 1, source.width() * scale, source.height() * scale)
        painter.drawImage(target, self._image, source)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawRect(target)
        painter.end()


def images_of(data: Sequence[bytes | None]) -> tuple[QImage, ...]:
    """Return pictures drawn from their files; an empty one for what is not there."""
    return tuple(QImage.fromData(each) if each else QImage() for each in data)


def side_of(view: ScanView, sheet: ScannedSheet, position: int) -> tuple[int, QRectF] | None:
    """Return on which side a line stands, and where: its number, name and boxes, not its margin."""
    for number, side in enumerate(sheet.sides):
        page = view.pages.get(side.code)
        row = next((r for r in page.rows if r.position == position), None) if page else None
        if row is None:
            continue
        at = line_places(view, side)[position]
        if row.disagree is None:
            end = max(line.x + line.width for line in row.lines) + _BEHIND * row.row.height
            at.setRight(min(at.right(), end / view.size[0]))
        return number, at
    return None


def _placed(at: QRectF, place: QRectF) -> QRectF:
    return QRectF(
        place.left() + at.left() * place.width(),
        place.top() + at.top() * place.height(),
        at.width() * place.width(),
        at.height() * place.height(),
    )
