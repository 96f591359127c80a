"""Acts on the parts of the congress's papers."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from copy import copy

import pytest
from congress_files import code_of, granted
from document_text import document_text
from paper_parts_acts import (
    MINUTES,
    OPENING,
    A,
    a_held_congress,
    a_vote,
    an_edited_congress,
    shown,
)

from congress_desk.actions import minutes as paper_parts
from congress_desk.actions import motions
from congress_desk.actions.running import items as running
from congress_desk.domain.minutes.paper_fields import PartState
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.motions import Hands, MotionKind
from congress_desk.queries.minutes import congress_facts, paper_view
from congress_desk.queries.motions import motions as motions_of
from congress_desk.reports.minutes.congress_minutes import congress_minutes
from congress_desk.storage.opening import open_file
from congress_desk.storage.reading.paper_parts import paper_parts as kept_parts


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return folder and clock of each closed congress, made once and copied for each test."""
    found = {}
    for make in (a_held_congress, an_edited_congress):
        folder = tmp_path_factory.mktemp(make.__name__)
        file = make(folder)
        file.close()
        found[make] = folder, file.clock
    return found


@contextmanager
def copied(folder, clock, target):
    shutil.copytree(folder, target, dirs_exist_ok=True)
    file = granted(open_file(next(target.glob("*.congress"))))
    file.clock = copy(clock)
    yield file
    file.close()


@pytest.fixture
def held(made, tmp_path):
    with copied(*made[a_held_congress], tmp_path) as file:
        yield file


@pytest.fixture
def edited(made, tmp_path):
    with copied(*made[an_edited_congress], tmp_path) as file:
        yield file


def edit(file, record, text, paper=MINUTES):
    seen = shown(file, record, paper).values
    return granted(paper_parts.edit_part(file, paper, record, text, seen=seen, actor=A))


def records(file):
    return [part.record for part in paper_view(file, MINUTES).parts]


def minutes_text(file):
    return document_text(congress_minutes(congress_facts(file, MINUTES)))


def agenda_vote(file):
    return next(m for m in motions_of(file) if m.kind is MotionKind.AGENDA)


def test_that_an_edit_stays_while_its_numbers_change_and_is_marked_until_looked_at(held):
    vote = agenda_vote(held)
    record = f"motion:{vote.id}"
    edit(held, record, "Đại hội đồng ý chương trình với {in_favour} phiếu.")
    assert shown(held, record).state is PartState.EDITED
    granted(
        motions.change_vote(
            held, vote.id, Hands(in_favour=6, against=2), announced_by="B", reason="đếm lại",
            actor=A,
        )
    )  # fmt: skip
    part = shown(held, record)
    assert part.state is PartState.TO_LOOK_AT
    assert part.text == "Đại hội đồng ý chương trình với {in_favour} phiếu."
    assert {"in_favour", "against", "percent"} == {change.field for change in part.changes}
    text = minutes_text(held)
    assert "Đại hội đồng ý chương trình với 6 phiếu." in text
    assert "còn phần phải xem lại" in text
    granted(paper_parts.look_at_part(held, MINUTES, record, seen=part.values, actor=A))
    assert shown(held, record).state is PartState.EDITED
    assert "còn phần phải xem lại" not in minutes_text(held)


def test_that_what_was_not_seen_is_not_taken_for_seen(held):
    """A change that came while somebody typed is to be looked at after the edit is kept."""
    vote = agenda_vote(held)
    record = f"motion:{vote.id}"
    seen = shown(held, record).values
    hands = Hands(in_favour=5, against=3)
    granted(motions.change_vote(held, vote.id, hands, announced_by="B", reason="đếm lại", actor=A))
    granted(paper_parts.edit_part(held, MINUTES, record, "Xong.", seen=seen, actor=A))
    assert shown(held, record).state is PartState.TO_LOOK_AT


def test_that_a_part_is_restored_to_the_usual_wording(edited):
    assert shown(edited, "opening").text == OPENING
    granted(paper_parts.restore_part(edited, MINUTES, "opening", actor=A))
    part = shown(edited, "opening")
    assert part.state is PartState.COMPUTED
    assert part.text == part.default


def test_that_an_emptied_part_is_left_out_of_the_paper(held):
    edit(held, "resolution", "")
    assert "Nghị quyết đại hội" not in minutes_text(held)
    assert "resolution" in records(held)


def test_that_a_part_whose_record_went_is_kept_until_somebody_removes_it(held):
    vote = agenda_vote(held)
    record = f"motion:{vote.id}"
    edit(held, record, "Lời riêng {in_favour}.")
    granted(motions.cancel_motion(held, vote.id, reason="nhầm", actor=A))
    part = shown(held, record)
    assert part.state is PartState.ORPHANED
    assert "Lời riêng 7." in minutes_text(held)
    granted(paper_parts.restore_part(held, MINUTES, record, actor=A))
    assert record not in records(held)


def test_that_papers_are_edited_apart(held):
    edit(held, "opening", "Chỉ trong nghị quyết.", CongressPaper.RESOLUTION)
    assert shown(held, "opening").state is PartState.COMPUTED
    assert kept_parts(held, MINUTES) == ()


def test_that_free_parts_stand_where_they_were_added(edited):
    assert records(edited)[:4] == ["opening", "free:2", "free:1", "presence"]
    granted(paper_parts.add_free_part(edited, MINUTES, after="free:2", actor=A))
    assert records(edited)[:4] == ["opening", "free:2", "free:3", "free:1"]


@pytest.mark.parametrize(
    ("record", "after", "order"),
    [
        ("free:1", "opening", ["opening", "free:1", "free:2", "presence"]),
        ("free:2", "free:1", ["opening", "free:1", "free:2", "presence"]),
        ("free:1", "", ["free:1", "opening", "free:2", "presence"]),
        ("free:2", "presence", ["opening", "free:1", "presence", "free:2"]),
        ("free:2", "free:2", ["opening", "free:2", "free:1", "presence"]),
    ],
)
def test_that_a_free_part_moves_past_others(edited, record, after, order):
    granted(paper_parts.move_part(edited, MINUTES, record, after=after, actor=A))
    assert records(edited)[:4] == order


def test_that_a_free_part_goes_and_its_number_is_free_again(edited):
    granted(paper_parts.remove_free_part(edited, MINUTES, "free:2", actor=A))
    assert records(edited)[:3] == ["opening", "free:1", "presence"]


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda f: paper_parts.restore_part(f, MINUTES, "closing", actor=A), "paper_part_unknown"),
        (lambda f: paper_parts.restore_part(f, MINUTES, "free:1", actor=A), "paper_part_free"),
        (
            lambda f: paper_parts.look_at_part(f, MINUTES, "closing", seen={}, actor=A),
            "paper_part_unknown",
        ),
        (
            lambda f: paper_parts.remove_free_part(f, MINUTES, "opening", actor=A),
            "paper_part_not_free",
        ),
        (
            lambda f: paper_parts.move_part(f, MINUTES, "opening", after="", actor=A),
            "paper_part_not_free",
        ),
        (
            lambda f: paper_parts.move_part(f, MINUTES, "free:1", after="free:9", actor=A),
            "paper_part_unknown",
        ),
        (
            lambda f: paper_parts.add_free_part(f, MINUTES, after="strange:1", actor=A),
            "paper_part_unknown",
        ),
        (
            lambda f: paper_parts.edit_part(f, MINUTES, "free:9", "x", seen={}, actor=A),
            "paper_part_unknown",
        ),
        (
            lambda f: paper_parts.edit_part(f, MINUTES, "strange", "x", seen={}, actor=A),
            "paper_part_unknown",
        ),
        (
            lambda f: paper_parts.edit_part(f, MINUTES, "opening", "x" * 20_001, seen={}, actor=A),
            "text_too_long",
        ),
    ],
)
def test_that_what_cannot_be_is_refused_and_changes_nothing(edited, act, code):
    before = len(edited.journal_lines())
    assert code_of(act(edited)) == code
    assert len(edited.journal_lines()) == before


def test_that_line_breaks_and_accents_are_kept_as_they_should_be(held):
    kept = edit(held, "closing", "Dòng mo\u0323\u0302t\u200b\n\n- Dòng hai  \n")
    assert kept.text == "Dòng một\n\n- Dòng hai"


def test_that_a_repeated_vote_is_told_with_its_reason(held):
    vote = agenda_vote(held)
    again = granted(motions.repeat_motion(held, vote.id, reason="đếm sót một tổ", actor=A))
    hands = Hands(in_favour=8, against=0)
    granted(motions.record_vote(held, again.id, hands, announced_by="Chủ tọa", actor=A))
    text = minutes_text(held)
    assert "Biểu quyết lại (đếm sót một tổ)." in text
    assert f"motion:{vote.id}" in records(held)


def test_that_a_lost_vote_says_what_it_would_have_needed(held):
    a_vote(held, MotionKind.FREE, "Đổi tên đại hội", in_favour=4, against=4)
    text = minutes_text(held)
    assert "Đại hội **không thông qua**: cần ít nhất 5" in text


def test_that_who_was_there_counts_though_the_hall_is_empty_when_the_minutes_are_made(held):
    from congress_desk.actions.people.checkin import check_in
    from congress_desk.domain.people.register import Direction
    from congress_desk.queries.people import register

    before = minutes_text(held)
    for person in register(held):
        if person.has_vote:
            granted(check_in(held, person.id, direction=Direction.OUT, actor=A))
    assert congress_facts(held, MINUTES).attended.present == 8
    assert "- Dự đại hội: **8** (tám)" in before
    assert "- Dự đại hội: **8** (tám)" in minutes_text(held)


def test_that_a_round_that_is_counted_tells_nothing_of_its_votes(tmp_path):
    from congress_files import a_congress, a_counted_round

    file = a_congress(tmp_path)
    a_counted_round(file)
    for paper in CongressPaper:
        for part in paper_view(file, paper).parts:
            if part.kind == "election":
                assert not {"valid", "elected_count", "elected_table"} & set(part.values)
                assert "chưa công bố" in part.text
    file.close()


def test_that_a_programme_nobody_ran_is_told_as_planned_and_skipped_items_are_not(tmp_path):
    from running_acts import a_programme, item_of

    file = a_programme(tmp_path)
    titles = [part.title for part in paper_view(file, MINUTES).parts]
    assert "Báo cáo chính trị" in titles
    granted(running.start_item(file, item_of(file, "Khai mạc").id, actor=A))
    titles = [part.title for part in paper_view(file, MINUTES).parts]
    assert "Báo cáo chính trị" not in titles
    file.close()


def test_that_another_edit_does_not_say_that_changed_numbers_were_looked_at(held):
    record = f"motion:{agenda_vote(held).id}"
    edit(held, record, "Đồng ý {in_favour}.")
    hands = Hands(in_favour=6, against=2)
    granted(
        motions.change_vote(
            held, agenda_vote(held).id, hands, announced_by="B", reason="đếm lại", actor=A
        )
    )
    edit(held, record, "Bảy người đồng ý.")
    assert shown(held, record).state is PartState.TO_LOOK_AT


def test_that_looking_at_a_part_settles_a_value_its_record_has_no_longer(held):
    record = f"motion:{agenda_vote(held).id}"
    seen = shown(held, record).values | {"silent": "2"}
    text = "{in_favour} đồng ý, {silent} không biểu quyết."
    granted(paper_parts.edit_part(held, MINUTES, record, text, seen=seen, actor=A))
    part = shown(held, record)
    assert part.state is PartState.TO_LOOK_AT
    granted(paper_parts.look_at_part(held, MINUTES, record, seen=part.seen, actor=A))
    part = shown(held, record)
    assert part.state is PartState.EDITED
    assert part.text == "{in_favour} đồng ý, 2 không biểu quyết."


def repeated(file, kind, in_favour):
    vote = next(m for m in motions_of(file) if m.kind is kind)
    again = granted(motions.repeat_motion(file, vote.id, reason="đếm sai", actor=A))
    hands = Hands(in_favour=in_favour, against=8 - in_favour)
    granted(motions.record_vote(file, again.id, hands, announced_by="B", actor=A))
    return vote.id, again.id


def test_that_a_resolution_lost_when_voted_again_is_not_adopted_by_the_earlier_vote(held):
    repeated(held, MotionKind.RESOLUTION, 3)
    assert "chưa được thông qua" in shown(held, "resolution").text
    assert shown(held, "resolution").values["in_favour"] == "3"
    resolution = paper_view(held, CongressPaper.RESOLUTION)
    assert "resolution" not in {part.record for part in resolution.parts}
    assert resolution.derived.stamps
    report = shown(held, "resolution", CongressPaper.QUICK_REPORT)
    assert "chưa biểu quyết thông qua" in report.text


def test_that_a_matter_voted_again_stands_once_in_the_resolution(held):
    a_vote(held, MotionKind.FREE, "Thông qua lời kêu gọi")
    before, again = repeated(held, MotionKind.FREE, 8)
    parts = {part.record for part in paper_view(held, CongressPaper.RESOLUTION).parts}
    assert f"motion:{again}" in parts
    assert f"motion:{before}" not in parts


def test_that_words_whose_record_is_gone_make_the_paper_a_draft(held):
    record = f"motion:{agenda_vote(held).id}"
    edit(held, record, "Đồng ý {in_favour}.")
    granted(motions.cancel_motion(held, agenda_vote(held).id, reason="nhầm", actor=A))
    assert "còn phần phải xem lại" in congress_minutes(congress_facts(held, MINUTES)).stamp
    granted(paper_parts.restore_part(held, MINUTES, record, actor=A))
    assert "còn phần phải xem lại" not in congress_minutes(congress_facts(held, MINUTES)).stamp


def test_that_two_who_write_upon_the_same_words_both_keep_theirs(held):
    record = f"motion:{agenda_vote(held).id}"
    part = shown(held, record)
    for text in ("Của An: {in_favour}.", "Của Bình: {in_favour}."):
        granted(
            paper_parts.edit_part(
                held, MINUTES, record, text, seen=part.values, base=part.text, actor=A
            )
        )
    assert shown(held, record).text == "Của An: {in_favour}."
    there = records(held)
    beside = there[there.index(record) + 1]
    assert shown(held, beside).text == "Của Bình: 7."
