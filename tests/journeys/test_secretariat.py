"""348 delegates over two days: guests, letters, copies, groups, boxes; and a branch with none."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from command_line import said_by
from congress_files import a_round, a_setup, granted
from document_text import document_text
from issue_acts import a_line, write

from congress_desk.actions import discussions
from congress_desk.actions.elections.ballot_boxes import count_cast, set_boxes
from congress_desk.actions.guests.letters import record_answers, send_letters
from congress_desk.actions.guests.rota import fill_rota
from congress_desk.actions.people.groups import apply_split, set_group_role
from congress_desk.actions.people.register import add_person
from congress_desk.actions.preparation import copies
from congress_desk.actions.preparation.texts import add_text, set_recipients
from congress_desk.actions.seating import plans, seats
from congress_desk.domain.ballot_papers.ballot_box import read_boxes
from congress_desk.domain.ballot_papers.issue_register import IssueKind
from congress_desk.domain.discussions.opinion import GroupMeeting, Opinion, Part, Stance
from congress_desk.domain.guests.invitation import Answer
from congress_desk.domain.guests.rota import RotaKind, turns_for
from congress_desk.domain.people.groups import split_people
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.preparation.text import CongressText
from congress_desk.domain.seating.filling import Filling
from congress_desk.domain.seating.hall_shape import HallShape
from congress_desk.domain.seating.plan import KeptFor, SeatingPlan
from congress_desk.new_congress import new_congress
from congress_desk.papers import available, make_paper
from congress_desk.queries.people import groups, register
from congress_desk.queries.readiness import readiness_facts
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file

A = {"actor": "Thư ký"}
UNITS = [f"Đảng bộ xã {number:02}" for number in range(1, 13)]
SECRET = {"letters", "guests", "guest-words", "person-sheets", "photo-rota", "guest-book",
          "copies", "copies-returned", "discussion-synthesis", "discussion-minutes",
          "discussion-sheets", "casting-order", "boxes-book", "seating-plan", "seat-labels",
          "distribution", "recipients"}  # fmt: skip


def a_large_congress(folder: Path) -> CongressFile:
    """Return 348 delegates of twelve units, present, and nobody else."""
    setup = a_setup(people=348)
    people = tuple(
        replace(person, delegation=UNITS[place % len(UNITS)], gender="nữ" if place % 3 else "nam")
        for place, person in enumerate(setup.people)
        if person.kind is PersonKind.OFFICIAL
    )
    agenda = tuple(
        replace(item, session=session)
        for item, session in zip(setup.agenda, ("Phiên trù bị", "Phiên chính thức"), strict=True)
    )
    whole = replace(setup, people=people, agenda=agenda)
    return granted(new_congress(folder / "dh.congress", whole, **A))


def invite(file: CongressFile) -> None:
    """Forty guests are written to: thirty come, five do not, five are silent."""
    for number in range(40):
        guest = Person(
            code=f"K{number + 1:02}", name=f"Khách Mời {number + 1}", kind=PersonKind.GUEST,
            position="Trưởng phòng", delegation="Sở Nội vụ", rank="Sở, ngành",
            salutation="đồng chí", companions=number % 2,
        )  # fmt: skip
        granted(add_person(file, guest, **A))
    guests = [person.id for person in register(file) if person.kind is PersonKind.GUEST]
    granted(send_letters(file, [p.id for p in register(file)], "2026-11-10", **A))
    granted(record_answers(file, guests[:30], Answer.COMING, "2026-11-15", **A))
    granted(record_answers(file, guests[30:35], Answer.DECLINED, "2026-11-15", **A))
    turns = turns_for(tuple(UNITS), RotaKind.PHOTOGRAPH, time="09:30", minutes=3)
    granted(fill_rota(file, turns, **A))


def seat_in_two_halls(file: CongressFile) -> None:
    """A small hall for the first day, without the forty guests; a large one for the second."""
    small = SeatingPlan(name="Hội trường A", session="Phiên trù bị")
    shape = HallShape(rows=20, blocks=(9, 9), on_stage=0)
    granted(plans.draw_seating_plan(file, small, shape, **A))
    granted(seats.fill_seats(file, 1, KeptFor.DELEGATES, Filling(), **A))
    large = SeatingPlan(name="Hội trường B", session="Phiên chính thức")
    shape = HallShape(rows=26, blocks=(10, 10), on_stage=5, guest_rows=3)
    granted(plans.draw_seating_plan(file, large, shape, **A))
    for kept_for in (KeptFor.GUESTS, KeptFor.DELEGATES):
        granted(seats.fill_seats(file, 2, kept_for, Filling(), **A))
    granted(plans.use_seating_plan(file, 2, **A))


def hand_out_and_collect(file: CongressFile) -> None:
    """Every delegate gets a numbered copy; all come back but two, of one it is known why."""
    granted(add_text(file, CongressText(title="Báo cáo chính trị", version="Lưu hành nội bộ"), **A))
    granted(copies.number_copies(file, 1, 350, comes_back=True, **A))
    granted(set_recipients(file, [1], "Đại biểu; Lưu hồ sơ: 2", **A))
    granted(copies.hand_out_copies(file, 1, **A))
    for number in range(1, 349):
        if number not in (17, 200):
            granted(copies.take_back_copy(file, 1, number, **A))
    granted(copies.give_copy_up(file, 1, 17, reason="Thất lạc, đã lập biên bản", **A))


def discuss(file: CongressFile, folder: Path) -> None:
    """Three groups discuss a text of two parts; one types, the sheets of two are read."""
    delegates = [p for p in register(file) if p.kind is PersonKind.OFFICIAL]
    split = split_people(delegates, ["Tổ 1", "Tổ 2", "Tổ 3"], together=True)
    granted(apply_split(file, {p.id: g.name for g in split for p in g.people}, **A))
    for group in split:
        for person, role in zip(group.people, ("head", "secretary"), strict=False):
            granted(set_group_role(file, person.id, role, **A))
    granted(discussions.set_chapters(file, 1, ["Phần I. Kết quả", "Phần II. Nhiệm vụ"], **A))
    for place, group in enumerate(groups(file)):
        meeting = GroupMeeting(
            group_id=group.id, where=f"Hội trường {place + 1}", opened="2026-11-20T14:00",
            closed="2026-11-20T16:30", present=len(split[place].people),
        )  # fmt: skip
        granted(discussions.set_meeting(file, meeting, **A))
    first = Opinion(
        group_id=groups(file)[0].id, part=Part(1, 2), stance=Stance.ADD, speaker="Đại biểu 5",
        gist="Bổ sung chỉ tiêu chuyển đổi số",
    )  # fmt: skip
    granted(discussions.add_opinion(file, first, **A))
    sheet = folder / "cac-to.csv"
    with sheet.open("w", encoding="utf-8-sig", newline="") as out:
        rows = [("Tổ", "Phần", "Nội dung ý kiến", "Loại ý kiến", "Người phát biểu")]
        rows += [(f"Tổ {n}", "Phần II", f"Thêm chỉ tiêu số {n}", "Bổ sung", f"Đại biểu {n}")
                 for n in (2, 3)]  # fmt: skip
        rows.append(("3", "Phần I", "Nhất trí với đánh giá", "Nhất trí", "Đại biểu 9"))
        csv.writer(out).writerows(rows)
    file.close()


def vote_at_three_boxes(file: CongressFile) -> None:
    """Papers are handed out at three boxes by unit; the cards of those who cast are counted."""
    text = "\n".join(f"Hòm {n + 1}: {'; '.join(UNITS[n::3])}" for n in range(3))
    granted(set_boxes(file, granted(read_boxes(text)), **A))
    found = a_round(file, papers=348)
    lines = [
        a_line(IssueKind.HANDED, 29, unit, box_id=place % 3 + 1) for place, unit in enumerate(UNITS)
    ]
    write(file, found.id, *lines)
    for box in (1, 2, 3):
        granted(count_cast(file, found.id, box, 116, **A))
        write(file, found.id, a_line(IssueKind.BOX_SEALED, box_id=box))
        write(file, found.id, a_line(IssueKind.RETURNED, 116, box_id=box))


def said(file: CongressFile, kind: str) -> str:
    """Return what all papers of a kind say."""
    found = [p for p in available(file) if p.kind == kind and not p.is_workbook]
    texts = (document_text(make_paper(file, paper).content) for paper in found)
    return "\n".join(texts).replace("**", "")


def test_that_the_other_hands_of_a_large_congress_meet_on_paper(tmp_path, capsys):
    file = a_large_congress(tmp_path)
    path = file.path
    invite(file)
    seat_in_two_halls(file)
    hand_out_and_collect(file)
    discuss(file, tmp_path)
    taken = said_by(capsys, "opinions", path, "--from", tmp_path / "cac-to.csv")
    assert taken.code == 0 and "Ý kiến mới: 3" in taken.out
    file = granted(open_file(path))
    granted(discussions.merge_opinions(file, [1, 2, 3], "Bổ sung chỉ tiêu chuyển đổi số", **A))
    vote_at_three_boxes(file)
    assert {paper.kind for paper in available(file)} >= SECRET
    assert "Đã thu hồi: 346 bản; chưa thu hồi: 2 bản" in said(file, "copies-returned")
    assert "Thất lạc, đã lập biên bản" in said(file, "copies-returned")
    synthesis = said(file, "discussion-synthesis")
    assert "tại 3 tổ, gồm 348 đại biểu; có mặt 348; có 4 lượt ý kiến" in synthesis
    assert "Bổ sung chỉ tiêu chuyển đổi số (3 ý kiến tại 3 tổ)" in synthesis
    minutes = said(file, "issue-minutes")
    assert "Hòm 2 | 116 | 0 | 0 | 116" in minutes and "Cộng | 348 | 0 | 0 | 348" in minutes
    assert said(file, "letters").count("Kính gửi") >= 348
    assert "Đảng bộ xã 12" in said(file, "photo-rota")
    seated = [p for p in register(file) if p.hall_seat]
    assert len(seated) == 383 and len({p.hall_seat for p in seated}) == 383  # five declined
    ready = readiness_facts(file)
    assert [(plan.without, plan.guests_without) for plan in ready.plans] == [(0, 0)] * 2
    assert [(n.handed, n.without, n.out) for n in ready.numbered] == [(348, 0, 1)]
    first = next(p for p in seated if p.kind is PersonKind.OFFICIAL)
    sheets = said(file, "person-sheets")
    assert "Phiên trù bị" in sheets and first.hall_seat in sheets
    assert file.check() == []
    file.close()


def test_that_a_small_branch_is_shown_none_of_it(tmp_path):
    setup = a_setup(people=21)
    members = tuple(p for p in setup.people if p.kind is not PersonKind.GUEST)
    file = granted(new_congress(tmp_path / "cb.congress", replace(setup, people=members), **A))
    assert not SECRET & {paper.kind for paper in available(file)}
    file.close()
