"""What a screen reader says by itself, while the keyboard stays where it is."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def say_aloud(widget: QWidget, words: str) -> None:
    """Let a screen reader say these words of a widget, and find them there as its description.

    Said once: the same words again say nothing. Qt 6.8 and newer speak them at once; an older one
    tells that the description is another.
    """
    if widget.accessibleDescription() == words:
        return
    widget.setAccessibleDescription(words)
    if not QAccessible.isActive():
        return
    from PySide6 import QtGui

    spoken = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if spoken is not None:
        QAccessible.updateAccessibility(spoken(widget, words))
    else:
        event = QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
