"""The list of another door: read back as it was written, or refused at its line and column."""

from __future__ import annotations

import pytest

from congress_desk.domain.congress import Congress, CongressDetails, CongressState
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.people.register import Direction, Passage
from congress_desk.errors import Refusal
from congress_desk.exports.door_list import write_door_list
from congress_desk.i18n import problem_text
from congress_desk.imports.door_list import read_door_list
from congress_desk.imports.rule_sets import load_rule_set

UID = "a1b2c3d4e5f6a7b8"
CONGRESS = "0123456789abcdef"
AT = "2026-11-22T08:05:00+07:00"
SOUND = [f"congress,{CONGRESS},Đại hội", "uid,code,name,direction,at,door,undone"]
LINE = f"{UID},D001,Lê Văn An,in,{AT},Cửa A,0"


def read(folder, *lines, congress=CONGRESS):
    path = folder / "cua-a.csv"
    path.write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    return read_door_list(path, congress)


def test_that_a_list_written_at_a_door_is_read_back(tmp_path):
    congress = Congress(
        uid=CONGRESS,
        details=CongressDetails(name="=Đại hội, lần 2"),
        state=CongressState.IN_SESSION,
        rules=load_rule_set("generic"),
    )
    person = Person(id=7, code="D007", name="=Lê, Văn An")
    passages = [
        Passage(
            id=n, uid=f"{UID}{n}", person_id=7, direction=direction, at=AT, door="Cửa A", actor="x",
            before=Status.ABSENT, undone=n == 2,
        )
        for n, direction in ((1, Direction.IN), (2, Direction.OUT))
    ]  # fmt: skip
    path = tmp_path / "cua.csv"
    assert write_door_list(path, congress, passages, {7: person}) == 2
    lines = read_door_list(path, CONGRESS)
    assert [(x.uid, x.code, x.name, x.direction, x.at, x.door, x.undone) for x in lines] == [
        (f"{UID}1", "D007", "=Lê, Văn An", Direction.IN, AT, "Cửa A", False),
        (f"{UID}2", "D007", "=Lê, Văn An", Direction.OUT, AT, "Cửa A", True),
    ]


def test_that_a_list_saved_again_with_semicolons_is_read(tmp_path):
    lines = read(tmp_path, *(line.replace(",", ";") for line in (*SOUND, LINE)))
    assert [line.code for line in lines] == ["D001"]


def test_that_a_list_without_passages_is_a_list(tmp_path):
    assert read(tmp_path, *SOUND) == ()


def changed(column, value):
    names = SOUND[1].split(",")
    cells = LINE.split(",")
    cells[names.index(column)] = value
    return [*SOUND, LINE, ",".join(cells)]


WRONG = {
    "nothing of ours": (["Họ và tên", "Lê An"], "not_list", 0, ""),
    "heading alone": ([SOUND[0]], "not_list", 0, ""),
    "another congress": (["congress,ffff,x", SOUND[1], LINE], "other_congress", 1, ""),
    "no column of codes": ([SOUND[0], "uid,name,direction,at,door"], "column_missing", 2, ""),
    "a cell too many": ([*SOUND, LINE, LINE + ",x"], "columns_differ", 4, ""),
    "a broken uid": (changed("uid", "?"), "cell_wrong", 4, "uid"),
    "no code": (changed("code", " "), "cell_wrong", 4, "code"),
    "an unknown direction": (changed("direction", "up"), "cell_wrong", 4, "direction"),
    "a time without a zone": (changed("at", "2026-11-22T08:05:00"), "cell_wrong", 4, "at"),
    "a time that is none": (changed("at", "8 giờ"), "cell_wrong", 4, "at"),
    "a door without end": (changed("door", "x" * 201), "cell_wrong", 4, "door"),
    "undone perhaps": (changed("undone", "?"), "cell_wrong", 4, "undone"),
}


@pytest.mark.parametrize("case", WRONG)
def test_that_a_wrong_list_is_refused_at_its_place(tmp_path, case):
    lines, code, line, column = WRONG[case]
    refusal = read(tmp_path, *lines)
    assert isinstance(refusal, Refusal)
    first = refusal.first
    assert (first.code, first.place.line, first.place.column) == (f"door_list_{code}", line, column)
    assert problem_text(first).startswith("cua-a.csv")


@pytest.mark.parametrize("content", [b"PK\x03\x04\xff\xfe", b"congress,\xff\n", b'congress,"x\n'])
def test_that_another_file_is_refused(tmp_path, content):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    refusal = read_door_list(path, CONGRESS)
    assert isinstance(refusal, Refusal)
    assert refusal.first.code == "door_list_not_list"
