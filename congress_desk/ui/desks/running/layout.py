"""Where the parts of the running desk stand: the current item over its lists, the guide beside."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.pages import scrolling

PROGRAMME, SPEAKERS = 0, 1
LEAST_TABS = 190


def lay_out_running(
    now: QWidget, timer: QWidget, tabs: QTabWidget, track: QWidget, speeches: QWidget, side: QWidget
) -> QWidget:
    """Return the whole: what is held and who speaks over the tabs, `side` at the right."""
    tabs.setObjectName("runningTabs")
    page = QWidget()
    inside = QVBoxLayout(page)
    inside.setContentsMargins(0, theme.px(8), 0, 0)
    inside.addWidget(track)
    tabs.addTab(page, tr("Programme"))
    tabs.addTab(speeches, tr("Speeches"))
    tabs.setMinimumHeight(theme.px(LEAST_TABS))
    # The page asks how high its parts would like to be: the tables take what is left, and scroll.
    tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    column = QWidget()
    left = QVBoxLayout(column)
    left.setContentsMargins(0, 0, 0, 0)
    left.setSpacing(theme.px(10))
    left.addWidget(now)
    left.addWidget(timer)
    left.addWidget(tabs, 1)
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(20))
    row.addWidget(scrolling(column), 1)
    row.addWidget(side)
    return both
