"""The window: the only package that imports PySide6."""

from congress_desk.ui.look.qt_none_guard import keep_none_alive

keep_none_alive()
