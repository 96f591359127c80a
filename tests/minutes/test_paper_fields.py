"""Parts of papers: prose around locked fields, and what becomes of it when values change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.minutes.paper_fields import (
    MOST_TOLD,
    ComputedPart,
    FieldChange,
    PartState,
    Piece,
    changes,
    fields_in,
    pieces,
    plain,
    seen_json,
    seen_values,
    settled_prose,
    shown_parts,
)
from congress_desk.domain.minutes.paper_part import CongressPaper, PaperPart

MINUTES = CongressPaper.MINUTES
VALUES = {"present": "147", "absent": "3"}


def computed(record: str = "presence", **values: str) -> ComputedPart:
    return ComputedPart(
        record=record,
        section=record.partition(":")[0],
        title=record,
        text="Có mặt **{present}**, vắng {absent}.",
        values=values or VALUES,
    )


def edited(record: str = "presence", text: str = "Dự: {present}.", **seen: str) -> PaperPart:
    return PaperPart(paper=MINUTES, record=record, text=text, seen=seen_json(seen or VALUES))


def free(number: int, after: str, place: int = 1) -> PaperPart:
    return PaperPart(
        paper=MINUTES, record=f"free:{number}", text="Thêm", seen="{}", place=place, after=after
    )


def only(*kept: PaperPart, **values: str):
    (part,) = shown_parts([computed(**values)], kept)
    return part


def filled_line(line, values):
    return "".join(piece.text for piece in pieces(line, values))


def test_that_values_stand_where_their_fields_are():
    assert pieces("Có mặt **{present} người**, {other}", VALUES) == (
        Piece(text="Có mặt "),
        Piece(text="147", field="present", bold=True),
        Piece(text=" người", bold=True),
        Piece(text=", {other}"),
    )


@pytest.mark.parametrize("text", ["{", "}", "{}", "{{present}", "{PRESENT}", "{a b}", "{0}"])
def test_that_braces_without_a_value_are_plain_text(text):
    assert filled_line(text, {}) == text


def test_that_a_value_is_never_read_as_a_field_or_a_mark():
    values = {"name": "{name} **An**"}
    assert filled_line("{name}", values) == "{name} **An**"
    assert pieces("{name}", values)[0].bold is False


def test_that_fields_are_named_once_in_their_order():
    assert fields_in("{absent} {present} {absent} {no}", VALUES) == ("absent", "present")


@given(st.text(alphabet="ab {}*\n", max_size=40))
def test_that_no_prose_breaks_the_filling(text):
    for line in text.split("\n"):
        assert "".join(p.text for p in pieces(line, {})) == line.replace("**", "")


def test_that_a_part_nobody_edited_follows_its_record():
    part = only(present="148", absent="2")
    assert part.state is PartState.COMPUTED
    assert filled_line(part.text, part.values) == "Có mặt 148, vắng 2."


def test_that_an_edited_part_keeps_its_words_and_says_which_numbers_it_lost():
    part = only(edited())
    assert part.state is PartState.EDITED
    assert part.text == "Dự: {present}."
    assert part.missing == ("absent",)


def test_that_a_part_whose_numbers_changed_after_the_edit_is_to_be_looked_at():
    part = only(edited(), present="148", absent="3")
    assert part.state is PartState.TO_LOOK_AT
    assert part.changes == (FieldChange(field="present", before="147", after="148"),)
    assert part.text == "Dự: {present}."
    assert filled_line(part.text, part.values) == "Dự: 148."


def test_that_a_number_that_went_out_of_the_text_is_looked_at_all_the_same():
    assert only(edited(), present="147", absent="4").state is PartState.TO_LOOK_AT


def test_that_a_value_that_came_or_went_is_a_change_and_is_still_said():
    part = only(edited(text="Dự {present}, vắng {absent}"), present="147", guests="2")
    assert {change.field for change in part.changes} == {"absent", "guests"}
    assert filled_line(part.text, part.values) == "Dự 147, vắng 3"


def test_that_looking_at_it_is_told_by_the_values_alone():
    looked = replace(edited(), seen=seen_json({"present": "148", "absent": "2"}))
    assert only(looked, present="148", absent="2").state is PartState.EDITED


def test_that_an_edited_part_whose_record_is_gone_is_kept_where_its_kind_stands():
    parts = shown_parts(
        [computed("opening"), computed("motion:1"), computed("closing")],
        [edited("motion:2", "Lời cũ {present}")],
    )
    assert [p.record for p in parts] == ["opening", "motion:1", "motion:2", "closing"]
    orphan = parts[2]
    assert orphan.state is PartState.ORPHANED
    assert orphan.section == "motion"
    assert filled_line(orphan.text, orphan.values) == "Lời cũ 147"


def test_that_free_parts_stand_after_their_record_in_their_order():
    parts = shown_parts(
        [computed("opening"), computed("closing")],
        [free(1, "opening", 2), free(2, "opening", 1), free(3, "", 1)],
    )
    assert [p.record for p in parts] == ["free:3", "opening", "free:2", "free:1", "closing"]
    assert all(p.state is PartState.FREE for p in parts if p.kind == "free")
    assert parts[2].section == "opening"


@pytest.mark.parametrize(
    ("after", "order"),
    [
        ("motion:9", ["opening", "motion:1", "free:1", "closing"]),
        ("speech:9", ["opening", "free:1", "motion:1", "closing"]),
        ("strange", ["opening", "motion:1", "closing", "free:1"]),
    ],
)
def test_that_a_free_part_whose_record_is_gone_stays_near_where_it_was(after, order):
    found = [computed("opening"), computed("motion:1"), computed("closing")]
    assert [p.record for p in shown_parts(found, [free(1, after)])] == order


def test_that_long_values_are_kept_short_and_still_known():
    names = {"names": "Nguyễn Văn An, " * 2000, "count": "2000"}
    told = seen_json(names)
    assert len(told) < MOST_TOLD
    assert changes(told, names) == ()
    other = {**names, "names": names["names"] + "Bùi Ba"}
    assert [change.field for change in changes(told, other)] == ["names"]


def test_that_values_grown_long_are_compared_with_what_was_kept_whole():
    before = {"a": "x" * 300, "b": "1"}
    after = {**before, "b": "y" * 30_000}
    assert [change.field for change in changes(seen_json(before), after)] == ["b"]


@pytest.mark.parametrize("told", ["", "x", "[]", "1"])
def test_that_broken_told_values_are_no_values(told):
    assert seen_values(told) == {}


@pytest.mark.parametrize(("text", "expected"), [("a *** b", "a * b"), ("{x} ****", "(x) *")])
def test_that_words_of_a_record_hold_no_mark_and_no_field(text, expected):
    assert plain(text) == expected


def test_that_a_value_that_is_gone_is_not_among_those_seen_and_becomes_words():
    part = only(edited(text="Dự {present}, vắng {absent}"), present="147")
    assert part.gone == ("absent",)
    assert part.seen == {"present": "147"}
    assert settled_prose(part.text, {"absent": "3"}) == "Dự {present}, vắng 3"
    assert settled_prose("**{absent}**", {"absent": "{present}"}) == "**(present)**"
