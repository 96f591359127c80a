"""The looks: enough contrast in both themes, one scale for all lengths, figures of one width."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from contrast import contrast
from PySide6 import QtWidgets
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton, QToolTip

import congress_desk
from congress_desk.paths import resource
from congress_desk.ui.look import theme
from congress_desk.ui.look.tokens import CONTRAST, DARK, THEMES, Theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber

WORDS = ("accent", "wrong", "look", "holds")
LOOKS = list(THEMES.values())
UI = Path(congress_desk.__file__).parent / "ui"


@pytest.fixture(autouse=True)
def dressed(qapp):
    theme.load_fonts()
    theme.apply(qapp, "light", 100)
    yield
    theme.apply(qapp, "light", 100)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_that_every_text_stands_out_from_every_ground_it_is_on(look: Theme):
    grounds = [look.ground, look.paper, look.hover, look.accent_soft]
    pairs = [(word, ground) for word in (look.text, look.muted) for ground in grounds]
    pairs += [(getattr(look, word), ground) for word in WORDS for ground in grounds]
    pairs += [(getattr(look, word), getattr(look, f"{word}_soft")) for word in WORDS]
    pairs += [(look.text, getattr(look, f"{word}_soft")) for word in WORDS]
    pairs += [(look.on_accent, look.accent), (look.on_accent, look.accent_strong)]
    pairs += [(look.paper, look.text)]
    pairs += [(look.example, ground) for ground in (look.ground, look.paper)]
    # What an empty field shows is not taken for what was typed.
    assert contrast(look.example, look.text) >= 2.5
    assert {p: round(contrast(*p), 2) for p in pairs if contrast(*p) < 4.5} == {}


def test_that_high_contrast_leaves_nothing_pale():
    """On the grounds of pages 7 : 1 for every word, 4.5 : 1 for what is out of use."""
    grounds = (CONTRAST.ground, CONTRAST.paper)
    words = ("text", "muted", "example", "on_accent", *WORDS)
    least = {word: min(contrast(getattr(CONTRAST, word), g) for g in grounds) for word in words}
    least["on_accent"] = contrast(CONTRAST.on_accent, CONTRAST.accent)
    assert {word: found for word, found in least.items() if found < 7} == {}
    assert min(contrast(CONTRAST.disabled, g) for g in grounds) >= 4.5
    assert min(contrast(CONTRAST.line, g) for g in grounds) >= 3


def test_that_the_system_may_ask_for_high_contrast(qapp, monkeypatch):
    monkeypatch.setattr(theme, "_system_theme", lambda app: "contrast")
    theme.apply(qapp, "system", 100)
    assert theme.current() is CONTRAST


def test_that_no_state_is_told_by_its_colour_alone():
    """Red and green look alike to one man in twelve: each tone has icons that the others lack."""
    icons_of: dict[str, set[str]] = {}
    for file in UI.rglob("*.py"):
        for icon, tone in re.findall(
            r'Sign\(icon="([^"]+)", tone="(\w+)"', file.read_text("utf-8")
        ):
            icons_of.setdefault(tone, set()).add(icon)
    for one, other in (("wrong", "holds"), ("wrong", "look"), ("look", "holds")):
        assert icons_of[one] & icons_of[other] == set(), (one, other)


def test_that_no_style_is_chosen_by_a_property_that_qt_has_itself(qapp):
    """Such a selector finds Qt's own value, never ours: [size="tall"] found nothing."""
    sheet = resource("styles", "desk.qss").read_text("utf-8")
    own = {"read-only"}
    theirs = []
    for kind, name in re.findall(r"(Q\w+)[^\s,{]*?\[([\w-]+)=", sheet):
        found = getattr(QtWidgets, kind).staticMetaObject.indexOfProperty(name)
        if found >= 0 and name not in own:
            theirs.append(f"{kind}[{name}]")
    assert theirs == []


def test_that_a_tall_button_is_taller(qtbot):
    usual, tall = QPushButton("Công bố"), QPushButton("Công bố")
    theme.set_property(tall, "control", "tall")
    for button in (usual, tall):
        qtbot.addWidget(button)
    assert tall.sizeHint().height() >= usual.sizeHint().height() + 10


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_that_the_edges_of_fields_and_the_focus_can_be_seen(look: Theme):
    pairs = [(look.edge, look.paper), (look.edge, look.ground), (look.accent, look.paper)]
    assert {p: round(contrast(*p), 2) for p in pairs if contrast(*p) < 3} == {}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_that_the_focus_ring_stands_out_from_every_ground_it_is_drawn_on(look: Theme):
    softs = [getattr(look, f"{word}_soft") for word in WORDS]
    grounds = [look.ground, look.paper, look.hover, *softs]
    pairs = [(ring, ground) for ring in (look.accent, look.text) for ground in grounds]
    assert {p: round(contrast(*p), 2) for p in pairs if contrast(*p) < 3} == {}


def test_that_every_focus_rule_draws_a_ring_that_was_looked_at():
    sheet = resource("styles", "desk.qss").read_text("utf-8")
    rules = re.findall(r"([^{}]*:focus[^{}]*)\{([^}]*)\}", sheet)
    colours = {c for _, body in rules for c in re.findall(r"border(?:-color)?: [^;]*@(\w+)", body)}
    # Round a fill of the accent the ring is what two lines of paper leave of it.
    filled = [body for rule, body in rules if 'QPushButton[role="primary"]:focus' in rule[:40]]
    assert [re.findall(r"(\w+) @paper|background", body) for body in filled] == [["double"]]
    assert colours == {"accent", "text", "paper"}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_that_the_hint_in_a_field_can_be_read(qtbot, qapp, look: Theme):
    theme.apply(qapp, look.name, 200)
    line = QLineEdit()
    line.setPlaceholderText("HHHHHH")
    qtbot.addWidget(line)
    line.show()
    picture = line.grab().toImage()
    middle = [picture.pixelColor(x, picture.height() // 2).name() for x in range(20, 90)]
    assert max(contrast(colour, look.paper) for colour in middle) >= 4.5


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_that_a_tooltip_can_be_read(qtbot, qapp, look: Theme):
    theme.apply(qapp, look.name, 100)
    page = QLabel("Đại hội")
    qtbot.addWidget(page)
    page.show()
    QToolTip.showText(QPoint(5, 5), "Trần Thị Kim Oanh", page)
    tip = next(w for w in qapp.topLevelWidgets() if w.inherits("QTipLabel") and w.isVisible())
    picture = tip.grab().toImage()
    places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    colours = Counter(picture.pixelColor(x, y).name() for x, y in places)
    ground = colours.most_common(1)[0][0]
    QToolTip.hideText()
    assert max(contrast(colour, ground) for colour in colours) > 7


def test_that_a_question_keeps_its_title_plain_and_its_danger_off_the_enter_key(qtbot):
    page = QLabel("Đại hội")
    qtbot.addWidget(page)
    page.show()
    question = "Bỏ <b>Trần & Lê</b> khỏi danh sách?"
    for danger in (False, True):
        Messages().ask(page, question, "…", "Bỏ khỏi danh sách", lambda _: None, danger=danger)
        box = page.findChildren(QMessageBox)[-1]
        yes = next(b for b in box.buttons() if b.text() == "Bỏ khỏi danh sách")
        others = [b for b in box.buttons() if b is not yes]
        assert box.text() == question
        assert {label.textFormat() for label in box.findChildren(QLabel)} == {
            Qt.TextFormat.PlainText
        }
        assert yes.property("role") == ("danger" if danger else "primary")
        assert (box.defaultButton() is yes) is not danger
        assert all(other.x() < yes.x() for other in others)
        assert question not in box.windowTitle()
        box.reject()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_that_the_style_sheet_names_only_colours_that_exist(look: Theme):
    assert "@" not in theme.style_sheet(look)


@pytest.mark.parametrize("kind", ["QPushButton", "QLineEdit", "QComboBox", "QSpinBox"])
def test_that_whatever_takes_the_keyboard_shows_it(kind):
    sheet = resource("styles", "desk.qss").read_text("utf-8")
    assert re.search(rf"{kind}:focus[^{{]*{{[^}}]*border: 2px solid @accent", sheet)


def test_that_pictures_of_the_style_sheet_exist():
    for look in LOOKS:
        for path in re.findall(r'url\("([^"]+)"\)', theme.style_sheet(look)):
            assert resource("styles", path.rpartition("/")[2]).is_file(), path


def test_that_the_scale_makes_type_and_controls_larger(qtbot, qapp):
    label, button = QLabel("Đại hội"), QPushButton("Ghi phiếu")
    for widget in (label, button):
        qtbot.addWidget(widget)
        widget.show()
    small = label.fontMetrics().height(), button.sizeHint().height()
    theme.apply(qapp, "light", 150)
    assert label.fontMetrics().height() > small[0]
    assert button.sizeHint().height() == pytest.approx(48, abs=1)
    assert small[1] == 32
    assert theme.px(12) == 18
    assert theme.px(1) == 1


def test_that_a_change_of_looks_is_told(qtbot, qapp):
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, "dark", 100)
    assert theme.current() is DARK
    assert qapp.palette().window().color().name() == DARK.ground


def test_that_the_bundled_family_has_figures_of_one_width_and_vietnamese(qapp):
    for bold in (False, True):
        font = theme.font("section", bold=bold)
        widths = {QFontMetricsF(font).horizontalAdvance(figure) for figure in "0123456789"}
        assert len(widths) == 1
        metrics = QFontMetricsF(font)
        letters = "ăâđêôơưằẳẵắặầẩẫấậềểễếệồổỗốộờởỡớợừửữứựỳỷỹýỵ−–…·“”÷≥"
        assert [c for c in letters if not metrics.inFontUcs4(ord(c))] == []


def test_that_a_tone_changed_later_is_seen(qtbot):
    pill = theme.pill("đủ 2/3", "look")
    qtbot.addWidget(pill)
    pill.show()
    before = pill.grab().toImage()
    theme.set_tone(pill, "holds")
    assert pill.grab().toImage() != before


def test_that_a_whole_number_keeps_off_its_edge_at_every_scale(qtbot, qapp):
    field = WholeNumber()
    qtbot.addWidget(field)
    for scale, room in ((100, 8), (150, 12)):
        theme.apply(qapp, "light", scale)
        assert field.lineEdit().textMargins().left() == room


def test_that_every_number_and_date_is_typed_into_a_field_of_ours():
    """Qt's own press their text to the edge, and their buttons are not ours."""
    theirs = re.compile(r"\bQ(Double)?SpinBox\(\)|\(QSpinBox\)|\bQ(DateTime|Date|Time)Edit\b")
    found = [file.name for file in UI.rglob("*.py") if theirs.search(file.read_text("utf-8"))]
    assert found == ["whole_number.py"]
