"""How the window looks: Fusion, one palette and one style sheet made from the tokens."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSizePolicy, QWidget

from congress_desk.paths import resource
from congress_desk.ui.look import tokens
from congress_desk.ui.look.tokens import LIGHT, THEMES, Theme

_PIXELS = re.compile(r"\b(\d+)px\b")
_TOKEN = re.compile(r"@(\w+)")
_SIZES = {
    "body": tokens.TYPE_BODY,
    "table": tokens.TYPE_TABLE,
    "verdict": tokens.TYPE_VERDICT,
    "section": tokens.TYPE_SECTION,
    "page": tokens.TYPE_PAGE,
    "number": tokens.TYPE_NUMBER,
}


# The style is asked for at the start: QApplication.setStyle costs a start more time than the fonts.
STYLE_ARGUMENTS = ("-style", "fusion")


class _Notifier(QObject):
    changed = Signal()
    dressing = False


_notifier = _Notifier()
changed = _notifier.changed
_current = LIGHT
_scale = 100


def current() -> Theme:
    """Return the theme in use."""
    return _current


def scale() -> int:
    """Return the scale in use, in per cent."""
    return _scale


def px(size: int) -> int:
    """Return a length of the design in pixels at the scale in use; a hairline stays one."""
    return size if size <= 1 else max(1, round(size * _scale / 100))


def colour(name: str) -> QColor:
    """Return a colour of the theme in use by its token, such as "accent"."""
    return QColor(getattr(_current, name))


def font(size: str = "body", *, bold: bool = False) -> QFont:
    """Return a font for what is painted, by its token: "body", "table", "verdict", "section" …"""
    made = QFont(tokens.FAMILY)
    made.setPixelSize(px(_SIZES[size]))
    made.setBold(bold)
    return made


def load_fonts() -> None:
    """Make the bundled family known to Qt; its figures all have one width."""
    for file in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(resource("fonts", "ui", file)))


def apply(app: QApplication, name: str, scale: int) -> None:
    """Dress the whole program: `name` is that of a theme or "system", `scale` in per cent."""
    global _current, _scale
    _follow_system(app, name)
    _current, _scale = THEMES[_system_theme(app) if name == "system" else name], scale
    app.setFont(font())
    app.setPalette(palette(_current))
    sheet = style_sheet(_current)
    if sheet != app.styleSheet():  # each one set dresses every widget anew
        _notifier.dressing = True
        app.setStyleSheet(sheet)
        _notifier.dressing = False
    changed.emit()


def when_dressed(widget: QWidget, act: Callable[[], object]) -> None:
    """Do what moves widgets to other parents: now, or once every widget is dressed anew.

    Qt goes through all of them one by one, and falls over one that was moved meanwhile.
    """
    if _notifier.dressing:
        QTimer.singleShot(0, widget, act)
    else:
        act()


def style_sheet(theme: Theme) -> str:
    """Return desk.qss with the colours of `theme` and its lengths at the scale in use."""
    text = resource("styles", "desk.qss").read_text("utf-8")
    text = _PIXELS.sub(lambda found: f"{px(int(found[1]))}px", text)
    text = text.replace("@styles", resource("styles").as_posix())
    return _TOKEN.sub(lambda found: getattr(theme, found[1]), text)


def palette(theme: Theme) -> QPalette:
    """Return the palette of `theme`, for what Fusion draws itself."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.ground,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: theme.ground,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.example,
        QPalette.ColorRole.Button: theme.paper,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.on_accent,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.text,
        QPalette.ColorRole.ToolTipText: theme.paper,
        QPalette.ColorRole.Mid: theme.line,
    }
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return made


def label(
    text: str = "", role: str = "", *, tone: str = "", name: str = "", wrap: bool = False
) -> QLabel:
    """Return a label in a role and tone of the style sheet; `name` is that of the widget."""
    made = QLabel(text, wordWrap=wrap)
    made.setObjectName(name)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    return made


def heading(text: str = "") -> QLabel:
    """Return the title of a page."""
    return label(text, "heading")


def subtitle(text: str = "") -> QLabel:
    """Return the one sentence under a title that says what to do here."""
    return label(text, "subtitle", wrap=True)


def section(text: str = "") -> QLabel:
    """Return the title of a part of a page."""
    return label(text, "section")


def caption(text: str = "") -> QLabel:
    """Return the small bold title over a column, a panel or a field."""
    return label(text, "caption")


def pill(text: str = "", tone: str = "accent") -> QLabel:
    """Return a short word on a soft ground; tones: accent, wrong, look, holds, muted."""
    made = label(text, "pill", tone=tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def primary(button: QPushButton) -> QPushButton:
    """Make `button` the primary one of its page; there is at most one."""
    set_property(button, "role", "primary")
    return button


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a label: accent, wrong, look, holds, muted, or "" for plain text."""
    set_property(widget, "tone", tone)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and let the widget take its new look."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def _follow_system(app: QApplication, name: str) -> None:
    """Let the frame of the window be light or dark as well, where Qt can (6.8 or newer)."""
    hints = app.styleHints()
    if hasattr(hints, "setColorScheme"):
        schemes = {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
            "contrast": Qt.ColorScheme.Dark,
        }
        hints.setColorScheme(schemes.get(name, Qt.ColorScheme.Unknown))


def _system_theme(app: QApplication) -> str:
    """Return the theme that the system asks for; high contrast where Qt hears of it (6.10)."""
    hints = app.styleHints()
    asked = getattr(hints, "accessibility", lambda: None)()
    if asked is not None and asked.contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
