"""The window: the only package that imports PySide6."""

from congress_desk.ui.look.qt_none_guard import keep_none_alive
from congress_desk.ui.look.qt_unread_sources import leave_sources_unread

keep_none_alive()
leave_sources_unread()
