"""What a font of an old workbook is drawn for: TCVN3, VNI, or Unicode like every other."""

from __future__ import annotations

from enum import StrEnum


class Script(StrEnum):
    """How the letters of a text are written down."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


def script_of_font(font: str) -> Script | None:
    """Return what a font is drawn for: .VnTime and .VnArial TCVN3, VNI-Times VNI, else None."""
    name = font.strip().casefold()
    if name.startswith((".vn", "vn.")):
        return Script.TCVN3
    return Script.VNI if name.startswith("vni") else None


def prints_capitals(font: str) -> bool:
    """Say whether a .Vn font prints small letters as capitals: .VnTimeH, .VnArialH."""
    return script_of_font(font) is Script.TCVN3 and font.strip().endswith("H")
