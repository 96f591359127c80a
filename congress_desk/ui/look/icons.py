"""Icons of one open set (Lucide, ISC), drawn in the colours of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from congress_desk.paths import resource
from congress_desk.ui.look import theme

ICON_SIZE = 18
# Between an icon and its word; Qt leaves so little of its own, at every scale.
GAP, QT_GAP = 8, 4
_NAME = "iconName"
_COLOUR = "iconColour"


def icon(name: str, colour: str = "text", size: int = ICON_SIZE, *, spaced: bool = False) -> QIcon:
    """Return the icon in a colour of the theme; `size` in unscaled pixels.

    A `spaced` one is as wide as `spaced_size` says: it keeps the word beside it at a distance.
    Disabled controls get the muted form, selected lines the accent. It keeps its colours when the
    theme changes: use `set_icon` for what stays on screen.
    """
    drawn = QIcon()
    shades = {
        QIcon.Mode.Normal: colour,
        QIcon.Mode.Disabled: "disabled",
        QIcon.Mode.Selected: "accent",
    }
    for ratio in _ratios():
        pictures = {shade: pixmap(name, shade, size, ratio) for shade in set(shades.values())}
        if spaced:
            pictures = {shade: _spaced(found, size) for shade, found in pictures.items()}
        for mode, shade in shades.items():
            drawn.addPixmap(pictures[shade], mode)
    return drawn


def pixmap(name: str, colour: str = "text", size: int = ICON_SIZE, ratio: float = 0) -> QPixmap:
    """Return the icon as a picture of `size` unscaled pixels for a screen of this pixel ratio."""
    ratio = ratio or _ratios()[-1]
    side, paint = theme.px(size), getattr(theme.current(), colour)
    key = f"{name} {paint} {side} {ratio}"
    # Every menu and every window shows the same icons; Qt lets go of those nobody asks for.
    if QPixmapCache.find(key, kept := QPixmap()):
        return kept
    picture = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    text = _svg(name).replace("currentColor", paint)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    QPixmapCache.insert(key, picture)
    return picture


def spaced_size(size: int = ICON_SIZE) -> QSize:
    """Return how large a spaced icon is, in pixels at the scale in use."""
    side = theme.px(size)
    return QSize(side + max(theme.px(GAP) - QT_GAP, 0), side)


def set_icon(
    target: QAbstractButton | QAction, name: str, colour: str = "text", size: int = ICON_SIZE
) -> None:
    """Give a button or an action its icon, and again whenever the theme or the scale changes."""
    target.setProperty(_NAME, f"{name} {size}")
    target.setProperty(_COLOUR, colour)
    _refresh(target)


def refresh_icons() -> None:
    """Draw the icons of all buttons and actions anew, after a change of theme or scale."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton) and widget.property(_NAME):
            _refresh(widget)
        for action in widget.actions():
            if action.property(_NAME):
                _refresh(action)


def _refresh(target: QAbstractButton | QAction) -> None:
    name, given = str(target.property(_NAME)).split()
    size = int(given)
    spaced = isinstance(target, QPushButton) and bool(target.text())
    target.setIcon(icon(name, str(target.property(_COLOUR)), size, spaced=spaced))
    if isinstance(target, QAbstractButton):
        side = theme.px(size)
        target.setIconSize(spaced_size(size) if spaced else QSize(side, side))


def _spaced(picture: QPixmap, size: int) -> QPixmap:
    ratio = picture.devicePixelRatio()
    wide = QPixmap((spaced_size(size).toSizeF() * ratio).toSize())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide


def _ratios() -> list[float]:
    return sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())})


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


theme.changed.connect(refresh_icons)
