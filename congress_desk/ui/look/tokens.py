"""Design tokens: every size and colour of the window, in all of its themes, in one place."""

from __future__ import annotations

from typing import NamedTuple

CONTROL_TALL = 44
TYPE_BODY, TYPE_TABLE, TYPE_VERDICT, TYPE_SECTION, TYPE_PAGE, TYPE_NUMBER = 13, 14, 15, 18, 24, 40
TOP_LINE, TOP_LINE_LOW, NAVIGATION, NAVIGATION_NARROW = 52, 40, 188, 60
FAMILY = "Noto Sans"


class Theme(NamedTuple):
    """Colours as #rrggbb. `…_soft` is the ground of a pill or a selected row, its word on it.

    `ground` lies behind the page, `paper` behind forms and tables, `line` divides, `edge` outlines
    what can be typed into (3 : 1 on paper). `on_accent` is the text of the primary button,
    `example` what an empty field shows: nobody takes it for what was typed.
    """

    name: str
    ground: str
    paper: str
    text: str
    muted: str
    example: str
    line: str
    edge: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    wrong: str
    wrong_soft: str
    look: str
    look_soft: str
    holds: str
    holds_soft: str
    disabled: str
    hover: str


LIGHT = Theme(
    name="light",
    ground="#f4f5f7",
    paper="#ffffff",
    text="#1c2430",
    muted="#556273",
    example="#667180",
    line="#dfe3e8",
    edge="#848e9b",
    accent="#1f5a8c",
    accent_strong="#174769",
    accent_soft="#e6f0f9",
    on_accent="#ffffff",
    wrong="#b3261e",
    wrong_soft="#fcebea",
    look="#8a5a00",
    look_soft="#fff3dc",
    holds="#1b6e46",
    holds_soft="#e3f3ea",
    disabled="#8b95a1",
    hover="#eef1f4",
)

DARK = Theme(
    name="dark",
    ground="#12171e",
    paper="#1b222b",
    text="#e8ecf1",
    muted="#a3afbd",
    example="#8b97a6",
    line="#313b47",
    edge="#768495",
    accent="#7fb3e0",
    accent_strong="#a5cbec",
    accent_soft="#1f3a52",
    on_accent="#0d2233",
    wrong="#f2b8b5",
    wrong_soft="#4a2523",
    look="#e9b949",
    look_soft="#43351a",
    holds="#7bc8a4",
    holds_soft="#1d3d2e",
    disabled="#6d7987",
    hover="#242d38",
)

# Every text at 7 : 1 or more on the grounds of pages, every line to be seen, nothing pale.
CONTRAST = Theme(
    name="contrast",
    ground="#000000",
    paper="#000000",
    text="#ffffff",
    muted="#e8ecf0",
    example="#98a3ae",
    line="#8d98a4",
    edge="#ffffff",
    accent="#8fe3ff",
    accent_strong="#c9f2ff",
    accent_soft="#17598a",
    on_accent="#000000",
    wrong="#ffc4be",
    wrong_soft="#5c1410",
    look="#ffdd57",
    look_soft="#4a3800",
    holds="#8af0b8",
    holds_soft="#0d4729",
    disabled="#bcc4cc",
    hover="#26303a",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}
