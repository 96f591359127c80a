"""Icons come from one set, take the colours of the theme, and stay sharp when scaled."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QPushButton

from congress_desk.paths import resource, resources_dir
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.buttons import make_button

USED = re.compile(r'"([a-z]+(?:-[a-z0-9]+)*)"')


@pytest.fixture(autouse=True)
def dressed(qapp):
    theme.apply(qapp, "light", 100)
    yield
    theme.apply(qapp, "light", 100)


def colours(picture) -> set[str]:
    image = picture.toImage()
    return {
        QColor(image.pixelColor(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_that_every_icon_is_of_the_one_set_and_its_licence_is_kept():
    files = sorted(resource("icons").glob("*.svg"))
    assert files
    assert [f.name for f in files if "lucide" not in f.read_text("utf-8")] == []
    assert "ISC License" in resource("icons", "LICENSE").read_text("utf-8")


def test_that_every_icon_takes_its_colour_from_outside():
    files = resource("icons").glob("*.svg")
    assert [f.name for f in files if "currentColor" not in f.read_text("utf-8")] == []


def test_that_an_icon_is_drawn_in_the_colour_asked_for(qapp):
    assert colours(icons.pixmap("circle", "wrong", 48)) == {theme.current().wrong}
    theme.apply(qapp, "dark", 100)
    assert colours(icons.pixmap("circle", "wrong", 48)) == {theme.current().wrong}


def test_that_a_disabled_icon_is_muted():
    shown = icons.icon("circle")
    disabled = shown.pixmap(18, 18, QIcon.Mode.Disabled)
    assert theme.current().text not in colours(disabled)


def test_that_an_icon_grows_with_the_scale(qapp):
    before = icons.pixmap("vote", ratio=1).width()
    theme.apply(qapp, "light", 200)
    assert icons.pixmap("vote", ratio=1).width() == 2 * before


def test_that_a_button_gets_its_icon_anew_when_the_theme_changes(qtbot, qapp):
    button = QPushButton("In")
    qtbot.addWidget(button)
    icons.set_icon(button, "printer")
    before = button.icon().cacheKey()
    theme.apply(qapp, "dark", 150)
    assert button.icon().cacheKey() != before
    assert button.iconSize().height() == theme.px(icons.ICON_SIZE)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_that_no_icon_is_glued_to_its_words(qtbot, qapp, scale):
    theme.apply(qapp, "light", scale)
    button = make_button("In", lambda: None, icon="printer")
    qtbot.addWidget(button)
    button.show()
    picture = button.grab().toImage()
    ink = [any(picture.pixelColor(x, y).lightness() < 120 for y in range(8, picture.height() - 8))
           for x in range(picture.width())]  # fmt: skip
    gaps = [len(gap) for gap in re.findall(" +", "".join("#" if d else " " for d in ink).strip())]
    assert max(gaps) >= theme.px(6), "the widest gap inside is that behind the icon"


def test_that_an_icon_without_words_stands_in_the_middle(qtbot):
    button = make_button("", lambda: None, icon="printer")
    qtbot.addWidget(button)
    assert button.iconSize().width() == button.iconSize().height()


def test_that_every_icon_named_in_the_window_exists():
    named = set()
    for file in (resources_dir().parent / "congress_desk" / "ui").rglob("*.py"):
        text = file.read_text("utf-8")
        for call in re.findall(r"(?:set_icon|icon|pixmap)\(([^()]*)\)", text):
            named |= {name for name in USED.findall(call) if "-" in name}
    assert {name for name in named if not resource("icons", f"{name}.svg").is_file()} == set()
