"""On every page and in every dialog: the wheel turns no field, no name is markup, none is cut."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from every_page import (
    MARKUP,
    SilentMessages,
    cut_buttons,
    cut_labels,
    doubled_letters,
    election_pages,
    glued,
    marked_congress,
    nameless,
    pages,
    scrolling_sideways,
    sentences_of_the_other,
    tab_jumps,
    untranslated,
)
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from window_bench import window_of_a_module

from congress_desk.ui.desks import DESKS
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber

ENGLISH = sentences_of_the_other("vi")
FIELDS = (QComboBox, QAbstractSpinBox)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example congress with markup in every text."""
    path = tmp_path_factory.mktemp("marked") / "marked.congress"
    marked_congress(path)
    return path


@pytest.fixture(scope="module")
def window(request, qapp, marked, tmp_path_factory):
    """The window at the smallest size and the largest usual type: what holds here holds larger."""
    with window_of_a_module(
        request, tmp_path_factory, marked, messages=SilentMessages(), scale=150, theme="dark"
    ) as made:
        made.main.resize(1024, 700)
        made.settle()
        yield made


def values(field: QWidget) -> tuple[Any, ...]:
    if isinstance(field, QComboBox):
        return field.currentIndex(), field.currentText()
    if isinstance(field, QSpinBox | QDateTimeEdit):
        return (field.text(),)
    return ()


def roll(widget: QWidget, turn: int) -> bool:
    """Turn the wheel over the middle of a widget; say whether it took it."""
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place, widget.mapToGlobal(place), QPoint(0, 0), QPoint(0, turn),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def turned(page: QWidget) -> list[str]:
    """Return the fields of a page that the wheel turned or gave the keyboard."""
    found = []
    for field in page.findChildren(QWidget):
        if isinstance(field, FIELDS) and field.isVisible() and not field.hasFocus():
            for turn in (-120, 120):
                before = values(field)
                roll(field, turn)
                if values(field) != before or field.hasFocus():
                    found.append(field.objectName() or field.accessibleName())
    return found


def markup(page: QWidget) -> list[str]:
    """Return the labels and tips of a page that would draw a name as markup."""
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    found = [
        label.text()
        for label in labels
        if label.text()
        and not label.property("markup")
        and label.textFormat() is not Qt.TextFormat.PlainText
    ]
    return found + [
        label.text() for label in labels if label.property("markup") and _drawn(label.text())
    ]


def cut(page: QWidget) -> int:
    """Return by how many pixels a dialog is lower than what stands on it needs at the least."""
    layout = page.layout()
    if not isinstance(page, FormDialog) or layout is None:
        return 0
    return max(layout.totalMinimumHeightForWidth(page.width()) - page.height(), 0)


def misplaced(page: QWidget) -> list[str]:
    """Return the primary buttons of a page that have another button of their row at their right."""
    shown = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    return [
        f"{main.text()} | {other.text()}"
        for main in shown
        for other in shown
        if main.property("role") == "primary"
        and other.parentWidget() is main.parentWidget()
        and other.x() > main.x()
        and abs(other.geometry().center().y() - main.geometry().center().y()) < main.height() // 2
    ]


def _drawn(html: str) -> bool:
    """Say whether a text that is markup on purpose swallows what somebody typed."""
    document = QTextDocument()
    document.setHtml(html)
    return "<img" in html or ("&lt;b" in html and "<b>" not in document.toPlainText())


@pytest.mark.parametrize("key", [entry.key for entry in DESKS])
def test_that_no_wheel_turns_a_field_no_name_is_markup_and_nothing_is_cut(window, key):
    seen = 0
    for name, page in pages(window, key):
        labels = page.findChildren(QLabel)
        seen += sum(MARKUP.strip() in label.text() + label.toolTip() for label in labels)
        assert (name, turned(page)) == (name, [])
        assert (name, cut_buttons(page)) == (name, [])
        assert (name, cut_labels(page)) == (name, [])
        assert (name, markup(page)) == (name, [])
        assert (name, cut(page)) == (name, 0)
        assert (name, misplaced(page)) == (name, [])
        assert (name, nameless(page)) == (name, [])
        assert (name, tab_jumps(page)) == (name, [])
        assert (name, scrolling_sideways(page)) == (name, [])
        assert (name, doubled_letters(page)) == (name, [])
        assert (name, untranslated(page, ENGLISH)) == (name, [])
        assert (name, glued(page)) == (name, [])
    assert seen or key in ("papers", "checkin")


def test_that_nothing_of_the_elections_is_cut_in_a_small_window_and_no_name_is_markup(window):
    seen = 0
    for name, page in election_pages(window):
        labels = page.findChildren(QLabel)
        seen += sum(MARKUP.strip() in label.text() + label.toolTip() for label in labels)
        assert (name, cut_buttons(page)) == (name, [])
        assert (name, cut_labels(page)) == (name, [])
        assert (name, markup(page)) == (name, [])
        assert (name, cut(page)) == (name, 0)
        assert (name, misplaced(page)) == (name, [])
        assert (name, nameless(page)) == (name, [])
        assert (name, tab_jumps(page)) == (name, [])
        assert (name, scrolling_sideways(page)) == (name, [])
        assert (name, untranslated(page, ENGLISH)) == (name, [])
        assert (name, glued(page)) == (name, [])
    assert seen


def test_that_a_tooltip_says_a_name_as_it_is_typed(qtbot, window):
    QToolTip.showText(QPoint(10, 10), MARKUP, window.main)
    tip = next(w for w in QApplication.topLevelWidgets() if w.inherits("QTipLabel"))
    assert isinstance(tip, QLabel)
    assert tip.textFormat() is Qt.TextFormat.PlainText
    QToolTip.hideText()


def test_that_the_wheel_is_left_to_the_page_unless_a_field_has_the_keyboard(qtbot, qapp):
    theme.apply(qapp, "light", 100)
    page, field, choice = QWidget(), WholeNumber(), ChoiceBox()
    field.setValue(5)
    choice.addItems(["một", "hai"])
    layout = QVBoxLayout(page)
    for part in (QLineEdit(), field, choice):
        layout.addWidget(part)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    # What is not accepted goes on to what the field stands on.
    assert not roll(field, -120)
    assert not roll(choice, -120)
    assert (field.value(), choice.currentIndex()) == (5, 0)
    field.setFocus()
    assert roll(field, 120)
    choice.setFocus()
    assert roll(choice, -120)
    assert (field.value(), choice.currentIndex()) == (6, 1)
