"""Where lines of labels break."""

from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLabel

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.ui.widgets.soft_wrap import breakable, whole_terms


def test_that_only_words_longer_than_thirty_letters_may_break():
    assert breakable("Máy chiếu mờ " + "v" * 30) == "Máy chiếu mờ " + "v" * 30
    long = breakable("v" * 70)
    assert [len(part) for part in long.split("\u200b")] == [30, 30, 10]
    assert clean_text(long) == "v" * 70


def test_that_no_line_ends_inside_a_term_of_years(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    text = whole_terms("nhiệm kỳ 2025 - 2030")
    layout = QTextLayout(text, label.font())
    layout.beginLayout()
    first = layout.createLine()
    # There is room for "nhiệm kỳ 2025 -", not for the whole term.
    first.setLineWidth(label.fontMetrics().horizontalAdvance("nhiệm kỳ 2025 - 2"))
    layout.endLayout()
    assert text[: first.textLength()] == "nhiệm kỳ "
    assert clean_text(text) == "nhiệm kỳ 2025 - 2030"
