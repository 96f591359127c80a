"""Every kind of page for the hall by value: what it says of a congress, and that it can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from builders import a_motion, a_person
from congress_files import a_congress, an_election, granted
from example_copies import an_example
from hall_acts import NOW, SCREENS, faults_of, pages_of, said

from congress_desk.actions.running.speeches import call_speaker, request_speech
from congress_desk.domain.congress import CongressState
from congress_desk.domain.hall.subject import OF_THE_MOMENT, Subject, SubjectKind
from congress_desk.domain.motions import Hands, MotionState
from congress_desk.domain.people.person import BaseRule, Status, base_sum
from congress_desk.domain.running.speech import Speech
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.hall import hall_choices, hall_content, lasting_contents
from congress_desk.queries.people import register
from congress_desk.reports.hall.content import Cover, SpeechClock, Tone
from congress_desk.reports.hall.events import (
    Arrival,
    arrivals_content,
    presence_content,
    title_content,
)
from congress_desk.reports.hall.measuring import LEAST
from congress_desk.reports.hall.motions import motion_content
from congress_desk.reports.hall.page_layout import blank_page, page_width
from congress_desk.storage.opening import open_file


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    file = granted(open_file(an_example(tmp_path_factory.mktemp("hall") / "mau.congress")))
    yield file
    file.close()


def content_of(file, kind, record=0, text=""):
    return hall_content(file, Subject(kind=kind, record=record, text=text))


def words_of(content):
    return said(pages_of(content).pages)


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_that_everything_of_a_congress_can_be_read_on_every_screen(example, width, height):
    seen = set()
    for choice in hall_choices(example):
        content = hall_content(example, choice.subject)
        assert (content is None) == choice.waits, choice
        if content is None:
            continue
        seen.add(choice.subject.kind)
        for page in pages_of(content, page_width(width, height)).pages:
            assert faults_of(page) == [], choice
            assert page.smallest >= LEAST, choice
    # The example has no seating plan.
    unseen = {SubjectKind.MESSAGE, SubjectKind.ALL_ELECTED, SubjectKind.SEATING}
    assert seen == set(SubjectKind) - unseen


def test_that_the_page_of_the_congress_names_it_with_its_emblem(example):
    content = content_of(example, SubjectKind.TITLE)
    name = congress(example).details.name
    assert words_of(content).startswith(name)
    assert len(pages_of(content).pages[0].marks) > 6


def test_that_the_programme_begins_at_the_page_of_the_item_that_is_held(example):
    content = content_of(example, SubjectKind.PROGRAMME)
    laid = pages_of(content)
    here = said([laid.pages[laid.first]])
    assert "đang tiến hành" in here and "đang tiến hành" not in said(laid.pages[: laid.first])
    assert laid.first > 0


def test_that_presence_tells_d_and_every_delegation(example):
    words = words_of(content_of(example, SubjectKind.PRESENCE))
    assert words.startswith("Đại biểu dự đại hội 120 được triệu tập 118 có mặt 2 vắng 119")
    assert "Chi bộ Khu phố 2 12 / 13" in words


def test_that_arrivals_show_the_newest_first_with_unit_seat_and_photograph(example):
    whole, base = congress(example), presence(example)
    people = [
        a_person(id=number, name=f"Đại biểu {number}", delegation="Đoàn A", seat=f"A{number}")
        for number in (1, 2)
    ]
    arrivals = [Arrival(person, f"2026-05-20T07:3{person.id}:00") for person in people]
    content = arrivals_content(whole, base, arrivals)
    words = words_of(content)
    assert words.startswith("Đón đại biểu 118 có mặt 120 được triệu tập 119")
    assert words.index("Đại biểu 1") < words.index("Đại biểu 2")
    assert "07:31" in words and "Đoàn A · chỗ A1" in words
    assert [line.bold for line in content.parts[1].lines] == [True, False]


def test_that_presence_counts_an_alternate_in_the_seat_of_a_delegate(example):
    people = (
        a_person(id=1, delegation="Đoàn A"),
        a_person(id=2, delegation="Đoàn A", status=Status.REPLACED),
        a_person(id=3, delegation="Đoàn A", replaces=2),
        a_person(id=4, delegation="Đoàn B", status=Status.ABSENT),
    )
    rule = BaseRule(by_delegates=True, deducted=(Status.REPLACED,))
    words = words_of(presence_content(congress(example), base_sum(people, rule), people))
    assert "Đoàn A 2 / 2" in words and "Đoàn B 0 / 1" in words


def test_that_a_motion_shows_its_text_then_what_came_of_it(example):
    whole = congress(example)
    open_one = words_of(motion_content(whole, a_motion()))
    assert "Thông qua chương trình đại hội" in open_one and "tán thành" in open_one
    assert "thông qua" not in open_one.replace("Thông qua", "")
    carried = words_of(motion_content(whole, a_motion(Hands(in_favour=8, against=1))))
    assert "tán thành (80,00%)" in carried
    assert "Đại hội thông qua" in carried and "1 không biểu quyết" in carried
    lost = words_of(motion_content(whole, a_motion(Hands(in_favour=3, against=7))))
    assert "Đại hội không thông qua" in lost
    assert motion_content(whole, a_motion(state=MotionState.CANCELLED)) is None


@pytest.mark.parametrize("words", [3, 40, 120, 400])
def test_that_a_motion_of_any_length_is_whole(example, words):
    matter = " ".join(f"chữ{place}" for place in range(words))
    laid = pages_of(motion_content(congress(example), a_motion(Hands(in_favour=9), matter=matter)))
    shown = said(laid.pages).split()
    assert [word for word in matter.split() if word not in shown] == []
    assert "thông qua" in said(laid.pages)
    assert [fault for page in laid.pages for fault in faults_of(page)] == []


@pytest.mark.parametrize(
    "text", ["Nghỉ giải lao 15 phút", "Mời đại biểu\nvào hội trường", "x " * 300]
)
def test_that_a_message_is_as_large_as_it_can_be(example, text):
    laid = pages_of(content_of(example, SubjectKind.MESSAGE, text=text))
    assert [fault for page in laid.pages for fault in faults_of(page)] == []
    assert all(word in said(laid.pages) for word in text.split())
    if len(text) < 30:
        assert max(mark.size for mark in laid.pages[0].texts) > 100


def test_that_an_empty_message_is_not_shown(example):
    assert content_of(example, SubjectKind.MESSAGE, text="  ") is None


def test_that_the_clock_of_a_speech_says_in_words_when_it_is_over():
    clock = SpeechClock(began=NOW, minutes=10, left_words="còn {time}", over_words="quá {time}")
    at = {minutes: clock.at(NOW + timedelta(minutes=minutes)) for minutes in (0, 9.5, 10.5, 130)}
    assert [each.text for each in at.values()] == [
        "còn 10:00",
        "còn 00:30",
        "quá 00:30",
        "quá 120:00",
    ]
    assert [each.tone for each in at.values()] == [Tone.HOLDS, Tone.LOOK, Tone.WRONG, Tone.WRONG]


def test_that_who_speaks_is_shown_with_the_time_that_is_left(tmp_path):
    file = a_congress(tmp_path, an_election("BCH"))
    asked = granted(
        request_speech(file, Speech(speaker="Lý Thanh Thảo", topic="Chuyển đổi số"), actor="TK")
    )
    granted(call_speaker(file, asked.id, actor="TK"))
    content = content_of(file, SubjectKind.SPEAKER)
    words = words_of(content)
    assert "Lý Thanh Thảo" in words and "Chuyển đổi số" in words
    began = next(part.began for part in content.parts if isinstance(part, SpeechClock))
    assert isinstance(began, datetime) and began.tzinfo is None
    file.close()


def test_that_how_to_vote_is_what_the_poster_says_with_its_drawn_ballots(example):
    words = words_of(content_of(example, SubjectKind.HOW_TO_VOTE, record=1))
    for sentence in (
        "Tự tay bỏ phiếu vào hòm phiếu.",
        "Phiếu hợp lệ",
        "Phiếu không hợp lệ",
        "Ký tên",
    ):
        assert sentence in words
    ticked = words_of(content_of(example, SubjectKind.HOW_TO_VOTE, record=3))
    assert "Đồng ý" in ticked and "đánh dấu X" in ticked


def test_that_a_rehearsal_says_on_every_page_that_it_is_one(example):
    drill = replace(congress(example), state=CongressState.REHEARSAL)
    base, people = presence(example), register(example)
    for content in (
        title_content(drill, Cover()),
        motion_content(drill, a_motion(Hands(in_favour=8))),
        presence_content(drill, base, people),
    ):
        for page in pages_of(content).pages:
            assert any("DIỄN TẬP" in mark.text for mark in page.texts)
            assert faults_of(page) == []


def test_that_pages_to_be_taken_elsewhere_are_those_that_last(example):
    kinds = {content.subject.kind for content in lasting_contents(example)}
    assert kinds == set(SubjectKind) - OF_THE_MOMENT - {SubjectKind.ALL_ELECTED}


def test_that_a_picture_of_the_congress_leaves_its_name_on_plain_ground(example):
    cover = Cover(emblem=b"png", background=b"jpg")
    page = pages_of(title_content(congress(example), cover)).pages[0]
    picture, ground = page.marks[0], page.marks[1]
    assert picture.fills and picture.width == page.width
    assert all(mark.y > ground.y for mark in page.texts)
    assert blank_page(cover, 1500.0, "", None).marks[0].image == b"jpg"
