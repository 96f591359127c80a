"""A door's list: what another door reads back is what was written, and nothing runs in Excel."""

from __future__ import annotations

from dataclasses import replace

from congress_files import a_congress, code_of, granted

from congress_desk.actions.people.checkin import check_in, undo_passage
from congress_desk.domain.people.register import Direction
from congress_desk.exports.door_list import door_list_name, door_list_text, write_door_list
from congress_desk.imports.door_list import read_door_list
from congress_desk.queries.congress import congress
from congress_desk.queries.people import passages, register


def a_door(tmp_path):
    file = a_congress(tmp_path)
    granted(check_in(file, 1, door="Cửa A, tầng 2", actor="An"))
    taken_back = granted(check_in(file, 2, door="=Cửa", actor="An"))
    granted(undo_passage(file, taken_back.id, actor="An"))
    granted(check_in(file, 1, direction=Direction.OUT, door="", actor="An"))
    people = {person.id: person for person in register(file)}
    return file, people


def test_that_another_door_reads_what_was_written(tmp_path):
    file, people = a_door(tmp_path)
    target = tmp_path / door_list_name("Cửa A", "2020-03-13T08:05:00+07:00")
    assert target.name == "diem-danh-Cua-A-20200313-0805.csv"
    assert write_door_list(target, congress(file), passages(file), people) == 3
    assert target.read_bytes().startswith(b"\xef\xbb\xbfcongress,")
    lines = read_door_list(target, congress(file).uid)
    told = [(line.code, line.direction.value, line.door, line.undone) for line in lines]
    assert told == [
        ("001", "in", "Cửa A, tầng 2", False),
        ("002", "in", "=Cửa", True),
        ("001", "out", "", False),
    ]
    assert [line.uid for line in lines] == [p.uid for p in passages(file)]
    file.close()


def test_that_a_list_of_another_congress_is_refused(tmp_path):
    file, people = a_door(tmp_path)
    target = tmp_path / "cua.csv"
    write_door_list(target, congress(file), passages(file), people)
    assert code_of(read_door_list(target, "0" * 32)) == "door_list_other_congress"
    file.close()


def test_that_no_text_of_a_list_runs_as_a_formula_and_each_is_read_back(tmp_path):
    file, people = a_door(tmp_path)
    people[1] = replace(people[1], code="=1+1", name="@An")
    text = door_list_text(congress(file), passages(file), people)
    assert ",'=Cửa," in text and ",'=1+1,'@An," in text
    target = tmp_path / "cua.csv"
    write_door_list(target, congress(file), passages(file), people)
    first = read_door_list(target, congress(file).uid)[0]
    assert (first.code, first.name) == ("=1+1", "@An")
    file.close()


def test_that_a_list_that_cannot_be_written_is_refused(tmp_path):
    file, people = a_door(tmp_path)
    target = tmp_path / "không có" / "cua.csv"
    refusal = write_door_list(target, congress(file), passages(file), people)
    assert code_of(refusal) == "export_folder_missing"
    file.close()
