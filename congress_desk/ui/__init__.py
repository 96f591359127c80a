"""The window: the only package that imports PySide6."""

from congress_desk.ui.lasting_none import keep_none_alive

keep_none_alive()
