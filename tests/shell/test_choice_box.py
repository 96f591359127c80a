"""A list of choices says that a choice goes on where its field is too narrow for it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStyleOptionComboBox

from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox


@pytest.fixture
def box(qtbot):
    made = ChoiceBox()
    made.addItems(["Bầu đoàn đại biểu dự đại hội cấp trên (đang diễn ra)", "Khai mạc"])
    qtbot.addWidget(made)
    made.show()
    return made


def drawn(box):
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return option.currentText


def test_that_a_choice_too_long_for_its_field_ends_in_dots(box):
    box.resize(150, box.height())
    assert drawn(box).endswith("…")
    assert box.currentText().startswith(drawn(box)[:-1].rstrip())
    box.setCurrentIndex(1)
    assert drawn(box) == "Khai mạc"


def test_that_a_field_made_for_its_choices_shows_them_whole(box):
    box.resize(box.sizeHint())
    assert drawn(box) == box.currentText()
