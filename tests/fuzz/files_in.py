"""Files that a secretariat takes in: lists of people, set-up workbooks, CSV, pictures."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from imports.damage import _WAYS, parts_of, zipped
from PIL import Image

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.hall.pictures import HallPicture
from congress_desk.domain.people.register_changes import compare_register
from congress_desk.domain.people.register_layout import REGISTER
from congress_desk.domain.setup.layout import CONGRESS, LAYOUTS, Column, SheetLayout
from congress_desk.errors import Refusal
from congress_desk.exports.setup_workbook.examples import example
from congress_desk.imports.ballots_csv import COLUMNS, SHARE_COLUMNS, read_ballots
from congress_desk.imports.door_list import read_door_list
from congress_desk.imports.pictures import read_hall_picture
from congress_desk.imports.register.book import (
    likeliest_sheet,
    notes_of_other_sheets,
    read_register_file,
)
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.register.pasted import read_pasted
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.imports.setup.workbook import read_setup
from congress_desk.paths import resource

from .hostile import NAMES, encoded, spoilt_bytes, spoilt_text, text
from .watch import sentences

DATA = Path(__file__).parent.parent / "data"
UID = "0" * 32
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<{tag} xmlns="http://schemas.openxmlformats.org/{kind}">{body}</{tag}>'
)
_MAIN = "spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIRST = re.compile(r"[.,] | hoặc | \(")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_ODD_CELLS = (
    "<c r='{at}' t='s'><v>9</v></c>",
    "<c r='{at}'><v>1e999</v></c>",
    "<c r='{at}' t='e'><v>#REF!</v></c>",
    "<c r='{at}'><f>A1</f></c>",
    "<c r='{at}' s='99'><v>45000</v></c>",
    "<c r='{at}'><v>-1</v></c>",
    "<c r='ZZZ9999999' t='inlineStr'><is><t>x</t></is></c>",
    "<c t='d'><v>2020-13-45</v></c>",
    "<c r='{at}' t='b'><v>7</v></c>",
    "<c r='?'><v>1</v></c>",
    "<c r='{at}'><is><t></t></is></c>",
)


# --- lists of people -------------------------------------------------------------------------


def read_list(path: Path) -> object:
    """Read a list of people to the end, as the window does before it shows what will change."""
    file = read_register_file(path)
    if isinstance(file, Refusal):
        return file
    sentences(list(file.notes))
    found = likeliest_sheet(file)
    if isinstance(found, Refusal):
        return found
    reading = read_register_lines(*found, file=path.name)
    sentences([*reading.problems, *reading.notes, *notes_of_other_sheets(file, found[0])])
    return compare_register((), reading.lines, attendance=True)


def list_workbook(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a workbook of people, made of odd cells, its zip or its parts spoilt."""
    path = folder / "danh-sach.xlsx"

    def trial(chance: Random) -> object:
        sheets = [("Đại biểu", _people(chance))]
        if chance.random() < 0.1:
            sheets.append((text(chance)[:40], _people(chance)))
        path.write_bytes(_spoilt_book(_workbook(sheets, chance), chance))
        return read_list(path)

    return trial


def setup_workbook(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a set-up workbook, its sheets filled with odd cells, or spoilt."""
    path = folder / "khai-bao.xlsx"

    def trial(chance: Random) -> object:
        sheets = []
        for layout in LAYOUTS:
            if chance.random() < 0.05:
                continue
            if layout is CONGRESS:
                rows = [[item.label, _filled(layout, item, chance)] for item in layout.columns]
            else:
                rows = [[column.label for column in layout.columns]]
                rows += [
                    [_filled(layout, column, chance) for column in layout.columns]
                    for _ in range(chance.randrange(2))
                ]
            sheets.append((layout.name, rows))
        path.write_bytes(_spoilt_book(_workbook(sheets, chance), chance))
        result = read_setup(path, rule_set_ids())
        if not isinstance(result, Refusal):
            sentences(list(result.notes))
        return result

    return trial


def real_workbook(folder: Path) -> Callable[[Random], object]:
    """Return a trial: the sample workbooks, spoilt in a part or in the zip."""
    lists = [
        (DATA / name).read_bytes()
        for name in ("hai-nguoi-cung-ten.xlsx", "danh-sach-an-gach-ma.xlsx")
    ]
    sample = resource("samples", "dai-hoi-phuong.xlsx").read_bytes()
    path = folder / "mẫu.xlsx"

    def trial(chance: Random) -> object:
        setup = chance.random() < 0.3
        path.write_bytes(_damaged(sample if setup else chance.choice(lists), chance))
        return read_setup(path, rule_set_ids()) if setup else read_list(path)

    return trial


def bomb(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a zip that unpacks to far more, nests entities, lies, or leads elsewhere."""
    path = folder / "bom.xlsx"

    def trial(chance: Random) -> object:
        path.write_bytes(_BOMBS[chance.randrange(len(_BOMBS))](chance))
        if chance.random() < 0.5:
            return read_setup(path, rule_set_ids())
        return read_list(path)

    return trial


def old_workbook(folder: Path) -> Callable[[Random], object]:
    """Return a trial: an .xls with spoilt bytes."""
    sound = [(DATA / name).read_bytes() for name in ("danh-sach-an-gach-ma.xls",)]
    path = folder / "cũ.xls"

    def trial(chance: Random) -> object:
        path.write_bytes(spoilt_bytes(chance.choice(sound), chance))
        return read_list(path)

    return trial


def web_page(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a web page under the name of a workbook."""
    path = folder / "trang.xls"

    def trial(chance: Random) -> object:
        page = web_page_of(_people(chance), chance)
        if chance.random() < 0.01:
            page += "<table><tr><td>" * 3_000
        path.write_bytes(encoded(spoilt_text(page, chance), chance))
        return read_list(path)

    return trial


def people_csv(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a list of people in CSV, in any encoding."""
    path = folder / "danh-sach.csv"

    def trial(chance: Random) -> object:
        told = csv_of(_people(chance), chance)
        path.write_bytes(encoded(spoilt_text(told, chance), chance))
        return read_list(path)

    return trial


def pasted(_folder: Path) -> Callable[[Random], object]:
    """Return a trial: copied cells."""

    def trial(chance: Random) -> object:
        rows = _people(chance)[chance.randrange(2) :]
        told = spoilt_text("\n".join("\t".join(row) for row in rows), chance)
        return read_pasted(told)

    return trial


# --- other tables ----------------------------------------------------------------------------


def ballots(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a file of ballots."""
    path = folder / "phiếu.csv"

    def trial(chance: Random) -> object:
        mode = chance.choice(tuple(MarkMode))
        header = SHARE_COLUMNS if mode is MarkMode.CUMULATIVE else COLUMNS
        lines = [",".join(header)]
        for number in range(chance.randrange(6)):
            cells = [
                str(number),
                str(chance.randrange(1, 19)),
                chance.choice(("", "1/2 3/4", "3 4")),
                *[""] * (len(header) - 3),
            ]
            lines.append(
                ",".join(
                    cells
                    if chance.random() < 0.9
                    else (_quoted(text(chance), chance) for _ in header)
                )
            )
        told = "\n".join(lines)
        if chance.random() < 0.7:
            told = spoilt_text(told, chance)
        path.write_bytes(encoded(told, chance))
        return read_ballots(path, chance.choice((1, 18, 63)), mode)

    return trial


def door_list(folder: Path) -> Callable[[Random], object]:
    """Return a trial: the list of a door."""
    path = folder / "cửa.csv"
    line = f"{UID},DB-1,Trần B,in,2026-11-22T08:00:00+07:00,Cửa A,0"
    sound = f"congress,{UID},Đại hội\nuid,code,name,direction,at,door,undone\n" + "\n".join(
        [line] * 3
    )

    def trial(chance: Random) -> object:
        path.write_bytes(encoded(spoilt_text(sound, chance), chance))
        return read_door_list(path, UID)

    return trial


def picture(folder: Path) -> Callable[[Random], object]:
    """Return a trial: an emblem or a background."""
    sound = []
    for kind, mode in (
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("PNG", "L"),
        ("JPEG", "RGB"),
        ("JPEG", "CMYK"),
        ("GIF", "P"),
        ("TIFF", "1"),
    ):
        stream = io.BytesIO()
        Image.effect_noise((40, 24), 80).convert(mode).save(stream, kind)
        sound.append(stream.getvalue())
    path = folder / "ảnh.png"

    def trial(chance: Random) -> object:
        data = spoilt_bytes(chance.choice(sound), chance)
        if chance.random() < 0.05:
            data = _vast_png(chance)
        path.write_bytes(data)
        return read_hall_picture(path, chance.choice(tuple(HallPicture)))

    return trial


# --- how they are made -----------------------------------------------------------------------


@cache
def _titles() -> tuple[str, ...]:
    return tuple(column.label for column in REGISTER)


def _people(chance: Random) -> list[list[str]]:
    titles = [title for title in _titles() if chance.random() < 0.5] or list(_titles())
    if "Họ và tên" not in titles and chance.random() < 0.9:
        titles.insert(0, "Họ và tên")
    rows = [[_cell(chance) for _ in titles] for _ in range(chance.randrange(5))]
    above = [[text(chance)] for _ in range(chance.choice((0, 0, 1, 4)))]
    return [*above, titles, *rows]


def _cell(chance: Random) -> str:
    return text(chance) if chance.random() < 0.35 else chance.choice(NAMES)


def _filled(layout: SheetLayout, column: Column, chance: Random) -> str:
    """Return what the template gives as an example of a column, at times something odd."""
    if chance.random() < 0.02:
        return text(chance)
    # Of what is chosen the examples tell all that there is.
    return (
        ""
        if column.key in ("kind", "rules", "status")
        else _FIRST.split(example(layout, column))[0]
    )


def csv_of(rows: list[list[str]], chance: Random) -> str:
    """Return cells as CSV with one of the marks between them."""
    mark = chance.choice(",;\t|")
    return "\n".join(mark.join(_quoted(cell, chance) for cell in row) for row in rows)


def web_page_of(rows: list[list[str]], chance: Random) -> str:
    """Return cells as the table of a web page, which may say odd things of itself."""
    told = "".join(
        "<tr>"
        + "".join(f"<td{_attribute(chance)}>{_html(value, chance)}</td>" for value in row)
        + "</tr>"
        for row in rows
    )
    charset = chance.choice(("utf-8", "x", "idna", "utf-7", "hex", "utf-16"))
    return f"<html><meta charset={charset}><table>{told}</table>"


def _quoted(cell: str, chance: Random) -> str:
    return '"' + cell.replace('"', '""') + '"' if chance.random() < 0.5 else cell


def _attribute(chance: Random) -> str:
    if chance.random() < 0.8:
        return ""
    return chance.choice(
        (" colspan=3", " rowspan=99999999", " colspan=x", " style='display:none'", " rowspan='-2'")
    )


def _html(value: str, chance: Random) -> str:
    return value if chance.random() < 0.3 else escape(value)


def _workbook(sheets: Sequence[tuple[str, list[list[str]]]], chance: Random) -> dict[str, bytes]:
    """Return the parts of a small workbook, written by hand: quickly, and not too well."""
    listed = "".join(
        f'<sheet name="{_xml(name)[:31]}" sheetId="{n}" r:id="r{n}" xmlns:r="{_R}"/>'
        for n, (name, _) in enumerate(sheets, start=1)
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_R}/worksheet" Target="{_target(n, chance)}"/>'
        for n in range(1, len(sheets) + 1)
    )
    parts = {
        "[Content_Types].xml": _part("Types", "package/2006/content-types", ""),
        "_rels/.rels": _part(
            "Relationships",
            "package/2006/relationships",
            f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="xl/workbook.xml"/>',
        ),
        "xl/workbook.xml": _part("workbook", _MAIN, f"<sheets>{listed}</sheets>"),
        "xl/_rels/workbook.xml.rels": _part(
            "Relationships", "package/2006/relationships", relations
        ),
    }
    for number, (_, rows) in enumerate(sheets, start=1):
        told = "".join(_row(n, row, chance) for n, row in enumerate(rows, start=1))
        parts[f"xl/worksheets/sheet{number}.xml"] = _part(
            "worksheet", _MAIN, f"<sheetData>{told}</sheetData>{_merges(chance)}"
        )
    return parts


def _target(number: int, chance: Random) -> str:
    if chance.random() < 0.02:
        return chance.choice(("../../../../etc/passwd", "/", "http://x", "worksheets/sheet1.xml"))
    return f"worksheets/sheet{number}.xml"


def _row(number: int, row: list[str], chance: Random) -> str:
    cells = "".join(
        chance.choice(_ODD_CELLS).format(at=f"{_letter(column)}{number}")
        if chance.random() < 0.006
        else f'<c r="{_letter(column)}{number}" t="inlineStr"><is><t>{_xml(value)}</t></is></c>'
        for column, value in enumerate(row)
    )
    return f'<row r="{number}">{cells}</row>'


def _letter(column: int) -> str:
    return chr(65 + column) if column < 26 else "A" + chr(65 + column % 26)


def _merges(chance: Random) -> str:
    if chance.random() < 0.9:
        return ""
    area = chance.choice(("A1:B3", "A2:A3", "A1:XFD1048576", "B2:A1", "x", "C1", "A0:A-1"))
    return f'<mergeCells><mergeCell ref="{area}"/></mergeCells>'


def _xml(value: str) -> str:
    return escape(value, {'"': "&quot;"})


def _part(tag: str, kind: str, body: str) -> bytes:
    return _HEAD.format(tag=tag, kind=kind, body=body).encode("utf-8", "surrogatepass")


def _spoilt_book(parts: dict[str, bytes], chance: Random) -> bytes:
    """Return the zip; control characters are left in a third of them, where XML takes none."""
    if chance.random() < 0.66:
        parts = {name: _without_controls(content) for name, content in parts.items()}
    if chance.random() < 0.25:
        return chance.choice(_WAYS)(zipped(parts), dict(parts), chance)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _without_controls(content: bytes) -> bytes:
    return _CONTROLS.sub(" ", content.decode("utf-8", "replace")).encode()


@cache
def _parts(content: bytes) -> dict[str, bytes]:
    return parts_of(content)


def _damaged(content: bytes, chance: Random) -> bytes:
    return chance.choice(_WAYS)(content, dict(_parts(content)), chance)


def _made(chance: Random, **more: bytes) -> bytes:
    parts = _workbook([("Đại biểu", _people(chance))], chance)
    return zipped(parts | {name.replace("__", "/"): content for name, content in more.items()})


def _one_sheet(body: bytes, before: bytes = b"") -> Callable[[Random], bytes]:
    def made(chance: Random) -> bytes:
        parts = _workbook([("Đại biểu", [["Họ và tên"]])], chance)
        space = b"http://schemas.openxmlformats.org/" + _MAIN.encode()
        parts["xl/worksheets/sheet1.xml"] = (
            before + b'<worksheet xmlns="' + space + b'">' + body + b"</worksheet>"
        )
        return zipped(parts)

    return made


def _lying(chance: Random) -> bytes:
    """Return a zip whose directory says other sizes than its parts have."""
    content = bytearray(_made(chance))
    at = content.rfind(b"PK\x01\x02")
    struct.pack_into(
        "<II", content, at + 20, chance.choice((0, 7, 2**31)), chance.choice((0, 9, 2**32 - 1))
    )
    return bytes(content)


_LAUGHS = (
    b"<!DOCTYPE l [<!ENTITY a '"
    + b"x" * 99
    + b"'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)
_BOMBS: tuple[Callable[[Random], bytes], ...] = (
    lambda chance: _made(chance, xl__media__a=b"\0" * 30_000_000),
    lambda chance: _made(chance, xl__sharedStrings=b"<a>" * 400_000),
    _one_sheet(
        b"<sheetData><row r='1'><c t='inlineStr'><is><t>&j;</t></is></c></row></sheetData>", _LAUGHS
    ),
    _one_sheet(b"<a>" * 60_000),
    _one_sheet(b"<sheetData>" + b"<row><c><v>1</v></c></row>" * 90_000 + b"</sheetData>"),
    _one_sheet(
        b"<sheetData><row r='1'><c r='A1'><v>" + b"9" * 200_000 + b"</v></c></row></sheetData>"
    ),
    _one_sheet(b"<sheetData><row r='2147483648'><c r='A2147483648'><v>1</v></c></row></sheetData>"),
    _one_sheet(b"<sheetData/>", b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'>"),
    _one_sheet(
        b"<sheetData/>"
        + b"<mergeCells>"
        + b"<mergeCell ref='A1:Z50000'/>" * 9_000
        + b"</mergeCells>"
    ),
    _one_sheet(
        b"<cols>" + b"<col min='1' max='16384' hidden='1'/>" * 9_000 + b"</cols><sheetData/>"
    ),
    _one_sheet(b"<x " + b" ".join(b"a%d='1'" % n for n in range(20_000)) + b"/>"),
    _lying,
    lambda chance: zipped(
        _workbook([("Đại biểu", _people(chance))], chance)
        | {f"xl/{'../' * chance.randrange(9)}{n}": b"x" for n in range(chance.choice((3, 400)))}
    ),
    lambda chance: zipped({"xl/workbook.xml": zipped({"xl/a": b"\0" * 100_000})}),
)


def _vast_png(chance: Random) -> bytes:
    """Return a PNG that says it is as large as a field."""
    size = chance.choice((8_000, 20_000, 65_535, 2**31 - 1))
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100_000)

    def piece(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    return (
        b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", head) + piece(b"IDAT", pixels) + piece(b"IEND", b"")
    )
