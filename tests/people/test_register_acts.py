"""The register: add, correct, set many at once, remove, take in a list, keep photographs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import code_of, granted
from people_files import ACTOR, a_register, by_code

from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.register import (
    MAX_PHOTO_BYTES,
    add_person,
    edit_people,
    edit_person,
    import_register,
    remove_person,
    set_photo,
)
from congress_desk.actions.people.statuses import replace_delegate, set_status
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.people.register_changes import PersonChange, RegisterChanges
from congress_desk.queries.people import photo, photos, register, status_changes

FULL = Person(
    code="", name="Đặng  Thị\u200b Xuân", born="5/6/1975", gender="nữ", ethnic="Hoa",
    religion="Phật giáo", delegation="Chi bộ 3", position="Bí thư", joined="03/1998",
    degree="Đại học", theory="Cao cấp", kind=PersonKind.EX_OFFICIO, note="mới",
    hometown="Bến Tre", official_on="1999-03", schooling="12/12", language="Anh B",
    titles="Thạc sĩ", incumbent="re_elected", committee=True, delegation_role="head", seat="A12",
)  # fmt: skip


@pytest.fixture
def file(tmp_path):
    file = a_register(tmp_path)
    yield file
    assert file.check() == []
    file.close()


def test_that_a_person_is_kept_whole_and_cleaned(file):
    added = granted(add_person(file, FULL, actor=ACTOR))
    assert added == replace(
        FULL, id=10, code="D010", name="Đặng Thị Xuân", born="1975-06-05", joined="1998-03"
    )


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "  "}, "person_name_wrong"),
        ({"name": "A" * 201}, "person_name_wrong"),
        ({"code": "d001"}, "person_code_twice"),
        ({"code": "X" * 41}, "person_code_wrong"),
        ({"born": "32/13/1975"}, "person_date_wrong"),
        ({"position": "x" * 501}, "text_too_long"),
        ({"note": "x" * 2001}, "text_too_long"),
        ({"seat": "x" * 41}, "text_too_long"),
    ],
)
def test_that_a_person_who_does_not_fit_is_refused_and_nothing_is_written(file, fields, code):
    before = file.journal_lines()
    assert code_of(add_person(file, replace(FULL, **fields), actor=ACTOR)) == code
    assert file.journal_lines() == before


def test_that_a_name_of_200_letters_and_two_people_of_one_name_are_taken(file):
    granted(add_person(file, replace(FULL, name="Ă" * 200), actor=ACTOR))
    namesake = replace(FULL, name=by_code(file, "D001").name, delegation_role="")
    twin = granted(add_person(file, namesake, actor=ACTOR))
    assert twin.name == by_code(file, "D001").name


def test_that_correcting_a_person_leaves_the_attendance_alone(file):
    granted(check_in(file, 1, actor=ACTOR))
    edited = replace(by_code(file, "D001"), name="Ngô Ân", seat="B2", status=Status.SUSPENDED)
    assert granted(edit_person(file, edited, actor=ACTOR)).status is Status.PRESENT
    assert (by_code(file, "D001").name, by_code(file, "D001").seat) == ("Ngô Ân", "B2")


def test_that_a_correction_that_changes_nothing_writes_nothing(file):
    before = file.journal_lines()
    granted(edit_person(file, by_code(file, "D001"), actor=ACTOR))
    assert file.journal_lines() == before


def test_that_many_people_get_a_field_in_one_act(file):
    lines = len(file.journal_lines())
    changes = {"delegation": "Đoàn 1", "kind": PersonKind.APPOINTED, "committee": True}
    assert granted(edit_people(file, [1, 2, 2], changes, actor=ACTOR)) == 2
    assert len(file.journal_lines()) == lines + 1
    assert {(p.delegation, p.kind, p.committee) for p in register(file)[:2]} == {
        ("Đoàn 1", PersonKind.APPOINTED, True)
    }
    assert code_of(edit_people(file, [3, 99], changes, actor=ACTOR)) == "person_unknown"
    assert by_code(file, "D003").kind is PersonKind.OFFICIAL


def test_that_a_status_is_no_field_to_set(file):
    with pytest.raises(ValueError):
        edit_people(file, [1], {"status": Status.PRESENT}, actor=ACTOR)


def test_that_a_removed_persons_number_is_never_given_again(file):
    granted(remove_person(file, 9, reason="trùng", actor=ACTOR))
    assert granted(add_person(file, FULL, actor=ACTOR)).id == 10
    granted(remove_person(file, 10, reason="trùng", actor=ACTOR))
    assert granted(add_person(file, replace(FULL, code="Z"), actor=ACTOR)).id == 11


def test_that_whoever_has_records_stays_in_the_register(file):
    granted(check_in(file, 1, actor=ACTOR))
    assert code_of(remove_person(file, 1, reason="nhầm", actor=ACTOR)) == "person_has_records"
    assert code_of(remove_person(file, 2, reason=" ", actor=ACTOR)) == "reason_missing"
    granted(set_status(file, [2], Status.SUSPENDED, reason="khởi tố", actor=ACTOR))
    granted(remove_person(file, 2, reason="nhầm", actor=ACTOR))
    assert 2 not in {p.id for p in register(file)}


def test_that_a_photograph_is_kept_replaced_and_taken_out(file):
    jpeg = bytes(range(256)) * 40
    assert granted(set_photo(file, 1, jpeg, actor=ACTOR)).has_photo
    assert photo(file, 1) == jpeg
    granted(set_photo(file, 1, jpeg[:999], actor=ACTOR))
    assert photos(file) == {1: jpeg[:999]}
    assert not granted(set_photo(file, 1, b"", actor=ACTOR)).has_photo
    assert photo(file, 1) == b""
    large = bytes(MAX_PHOTO_BYTES + 1)
    assert code_of(set_photo(file, 1, large, actor=ACTOR)) == "photo_too_large"


def test_that_a_list_is_taken_in_by_one_act_with_its_new_and_changed_people(file):
    before = by_code(file, "D001")
    after = replace(before, seat="A1", status=Status.SUSPENDED)
    new = (replace(FULL, code="M1"), Person(code="M2", name="Mai Út"))
    changes = RegisterChanges(new=new, changed=(PersonChange(before, after, ("seat", "status")),))
    lines = len(file.journal_lines())
    granted(import_register(file, changes, source="ds.xlsx", actor=ACTOR))
    assert len(file.journal_lines()) == lines + 1
    assert [(p.id, p.code) for p in register(file)[-2:]] == [(10, "M1"), (11, "M2")]
    assert by_code(file, "M1").hometown == "Bến Tre"
    assert by_code(file, "D001").seat == "A1"
    (told,) = status_changes(file, 1)
    assert (told.status, told.reason) == (Status.SUSPENDED, "ds.xlsx")


def test_that_a_list_looked_at_before_the_register_changed_is_refused(file):
    before = by_code(file, "D001")
    changes = RegisterChanges(
        changed=(PersonChange(before, replace(before, seat="A1"), ("seat",)),)
    )
    granted(check_in(file, 1, actor=ACTOR))
    refused = import_register(file, changes, source="ds.xlsx", actor=ACTOR)
    assert code_of(refused) == "register_changed_meanwhile"


def test_that_a_list_cannot_take_a_seat_back(file):
    granted(replace_delegate(file, 1, 7, reason="ốm", actor=ACTOR))
    before = by_code(file, "D001")
    after = replace(before, status=Status.PRESENT)
    changes = RegisterChanges(changed=(PersonChange(before, after, ("status",)),))
    refused = import_register(file, changes, source="ds.xlsx", actor=ACTOR)
    assert code_of(refused) == "status_of_replaced"
