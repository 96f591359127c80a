"""How every page of the desk is laid out: head, body that scrolls when it must, and a foot."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLayout,
    QScrollArea,
    QTabWidget,
    QWidget,
)

from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in


def lay_out_page(page: QWidget, *parts: QWidget | QLayout, body: QWidget) -> None:
    """Stack the parts of a page; `body`, one of them, takes the room that is left."""
    shares = ((part, 1) if part is body else part for part in parts)
    column_in(page, *shares)
    space_page(page)


def space_page(page: QWidget, *, low: bool = False) -> None:
    """Leave the usual room around and between the parts of a page; in a low one half of it."""
    layout = page.layout()
    if layout is not None:
        above, between = (8, 6) if low else (16, 12)
        layout.setContentsMargins(*map(theme.px, (20, above, 20, above)))
        layout.setSpacing(theme.px(between))


def page_tabs(name: str = "") -> QTabWidget:
    """Return the parts of a page, one shown at a time."""
    made = QTabWidget()
    made.setObjectName(name)
    made.setAccessibleName(tr("Parts of this page"))
    made.setDocumentMode(True)
    return made


def scrolling(content: QWidget) -> QScrollArea:
    """Return `content` in an area that scrolls up and down where it is too high."""
    content.setProperty("role", "page")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    theme.set_property(area.verticalScrollBar(), "role", "page")
    area.setWidget(content)
    return area


def bring_into_sight(part: QWidget, place: QPoint, around: int) -> None:
    """Scroll the page that a part stands on to a place in it."""
    page = part.parentWidget()
    while page is not None and not (isinstance(page, QScrollArea) and page.widget() is not None):
        page = page.parentWidget()
    content = page.widget() if isinstance(page, QScrollArea) else None
    if isinstance(page, QScrollArea) and content is not None:
        page.ensureVisible(0, part.mapTo(content, place).y(), 0, around)


def column(*parts: QWidget | QLayout, spacing: int = 8) -> QWidget:
    """Return the parts under each other in a widget of their own, the room below them empty."""
    made = QWidget()
    column_in(made, *parts, None, spacing=spacing)
    return made


def take_keyboard(page: QWidget, target: QWidget) -> None:
    """Put the keyboard on `target`, unless somebody is in another part of the window with it."""
    # While the window is not the active one, the keyboard comes back to the part that had it.
    holder = QApplication.focusWidget() or page.window().focusWidget()
    desk = page.parentWidget() or page
    # What the page stands on has it where a stack of pages found nothing else to give it to.
    nobody = holder is None or holder.isAncestorOf(page)
    if page.isVisible() and (nobody or desk.isAncestorOf(holder)):
        _show_now(target, page)
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _show_now(target: QWidget, page: QWidget) -> None:
    """Show what was laid out a moment ago, which Qt does in its next turn.

    A window that comes to the front before that gives the keyboard to some part that can be seen.
    """
    new: list[QWidget] = []
    part: QWidget | None = target
    while part is not None and part is not page and not part.isVisible():
        if not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            new.append(part)
        part = part.parentWidget()
    for part in reversed(new):
        part.show()


def has_keyboard(page: QWidget) -> bool:
    """Say whether something that takes keys has the keyboard on this page."""
    holder = QApplication.focusWidget()
    if holder is None or not page.isAncestorOf(holder):
        return False
    return holder.isVisible() and holder.focusPolicy() is not Qt.FocusPolicy.NoFocus


def clear_layout(layout: QLayout) -> None:
    """Take every widget out of a layout for good."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            _keep_keyboard(widget)
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


def _keep_keyboard(leaving: QWidget) -> None:
    """Leave the keyboard on the page when its holder goes; Qt would hand it to another part."""
    holder, page = leaving.window().focusWidget(), leaving.parentWidget()
    if (
        holder is not None
        and page is not None
        and (holder is leaving or leaving.isAncestorOf(holder))
    ):
        page.setFocus(Qt.FocusReason.OtherFocusReason)
