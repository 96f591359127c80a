"""Running the programme: starts, ends, skips, insertions, parts, notes, and taking steps back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from congress_files import code_of, granted, reopened
from running_acts import A, a_programme, a_request, item_of

from congress_desk.actions.agenda import items as agenda_acts
from congress_desk.actions.congress import set_state
from congress_desk.actions.running import items as running
from congress_desk.actions.running import speeches
from congress_desk.actions.running import undo as running_undo
from congress_desk.domain.agenda.item import AgendaItem, ItemKind, ItemState
from congress_desk.domain.congress import CongressState
from congress_desk.domain.running.speech import SpeechState
from congress_desk.queries.congress import agenda
from congress_desk.queries.running.guides import guides, procedure_guide
from congress_desk.queries.running.items import current_item, running_view
from congress_desk.queries.running.items import speeches as speeches_of
from congress_desk.queries.running.programme_track import track_of


class StandingClock:
    def __init__(self) -> None:
        self.now = datetime(2020, 6, 5, 8, 0)

    def __call__(self) -> datetime:
        return self.now

    def set(self, hour: str, day: str = "2020-06-05") -> None:
        self.now = datetime.fromisoformat(f"{day}T{hour}")


@pytest.fixture
def clock():
    return StandingClock()


@pytest.fixture
def file(tmp_path, clock):
    made = a_programme(tmp_path)
    made.clock = clock
    yield made
    assert made.check() == []
    made.close()


def start(file, content):
    return granted(running.start_item(file, item_of(file, content).id, actor=A))


def states(file):
    return {item.content.split()[0]: item.state.value for item in agenda(file)}


def test_that_finishing_starts_nothing_by_itself(file, clock):
    start(file, "Khai")
    clock.set("08:12")
    ended = granted(running.finish_item(file, item_of(file, "Khai").id, actor=A))
    assert (ended.state, ended.finished_at[:16]) == (ItemState.DONE, "2020-06-05T08:12")
    assert current_item(file) is None
    assert states(file) == {
        "Khai": "done", "Báo": "planned", "Thảo": "planned", "Bế": "planned"
    }  # fmt: skip


def test_that_one_key_ends_an_item_and_begins_the_next(file, clock):
    for hour, content in (("08:00", "Khai"), ("08:11", "Báo"), ("08:40", "Thảo")):
        clock.set(hour)
        begun = granted(running.finish_and_start_next(file, actor=A))
        assert begun.content.startswith(content)
    held = current_item(file)
    assert held is not None
    assert held.item.content == "Thảo luận"
    assert [t.actual_minutes for t in track_of(file)] == [11, 29, None, None]


def test_that_nothing_is_held_twice_and_what_is_over_stays_over(file):
    start(file, "Khai")
    khai, bao = item_of(file, "Khai").id, item_of(file, "Báo").id
    assert code_of(running.start_item(file, bao, actor=A)) == "running_item_open"
    assert code_of(running.start_item(file, khai, actor=A)) == "running_item_running"
    assert code_of(running.finish_item(file, bao, actor=A)) == "running_item_not_running"
    assert code_of(running.skip_item(file, khai, reason="x", actor=A)) == "running_item_begun"
    granted(running.finish_item(file, khai, actor=A))
    assert code_of(running.start_item(file, khai, actor=A)) == "running_item_done"
    assert code_of(running.start_item(file, 999, actor=A)) == "agenda_item_unknown"


def test_that_a_closed_congress_runs_no_more(file):
    granted(set_state(file, CongressState.CLOSED, actor=A))
    khai = item_of(file, "Khai").id
    assert code_of(running.start_item(file, khai, actor=A)) == "running_congress_closed"


def test_that_the_last_item_has_no_next(file):
    for _ in range(4):
        granted(running.finish_and_start_next(file, actor=A))
    assert code_of(running.finish_and_start_next(file, actor=A)) == "running_nothing_next"


def test_that_a_skip_needs_a_reason_and_is_held_after_all_when_started(file):
    bao = item_of(file, "Báo").id
    assert code_of(running.skip_item(file, bao, reason="  ", actor=A)) == "reason_missing"
    granted(running.skip_item(file, bao, reason="đã phát tài liệu", actor=A))
    assert running_view(file).skip_reasons == {bao: "đã phát tài liệu"}
    start(file, "Báo")
    assert running_view(file).skip_reasons == {}
    assert states(file)["Báo"] == "running"


def test_that_an_inserted_item_comes_next_and_shifts_no_planned_time(file):
    start(file, "Khai")
    added = granted(running.insert_item_now(file, "Tặng hoa", 5, executor="BTC", actor=A))
    assert [item.content for item in agenda(file)][:3] == [
        "Khai mạc", "Tặng hoa", "Báo cáo chính trị",
    ]  # fmt: skip
    track = track_of(file)
    assert [t.inserted for t in track] == [False, True, False, False, False]
    assert f"{track[2].start:%H:%M}" == "08:10"
    assert granted(running.finish_and_start_next(file, actor=A)).id == added.id


def test_that_an_item_inserted_before_the_first_stands_before_it(file):
    granted(running.insert_item_now(file, "Văn nghệ", 5, actor=A))
    assert agenda(file)[0].content == "Văn nghệ"
    assert track_of(file)[1].start == datetime(2020, 6, 5, 8, 0)


def test_that_a_bad_insertion_is_refused(file):
    assert code_of(running.insert_item_now(file, " ", 5, actor=A)) == "agenda_content_missing"
    wrong = running.insert_item_now(file, "Hoa", 2000, actor=A)
    assert code_of(wrong) == "agenda_minutes_wrong"


def test_that_an_item_is_held_and_over_through_its_parts(file, clock):
    whole = item_of(file, "Thảo").id
    for content in ("Ý kiến một", "Ý kiến hai"):
        granted(
            agenda_acts.add_item(
                file, AgendaItem(content=content, minutes=10, parent_id=whole), actor=A
            )
        )
    items = agenda(file)
    for part in [i for i in items if i.content.startswith("Ý")]:
        granted(agenda_acts.place_item(file, part.id, item_of(file, "Bế").id, actor=A))
        granted(agenda_acts.move_item(file, part.id, agenda_acts.Move.INDENT, actor=A))
    assert code_of(running.start_item(file, whole, actor=A)) == "running_item_has_parts"
    start(file, "Ý kiến một")
    assert item_of(file, "Thảo").state is ItemState.RUNNING
    clock.set("08:10")
    granted(running.finish_and_start_next(file, actor=A))
    assert item_of(file, "Thảo").state is ItemState.RUNNING
    clock.set("08:30")
    granted(running.finish_item(file, item_of(file, "Ý kiến hai").id, actor=A))
    over = item_of(file, "Thảo")
    assert (over.state, over.started_at[11:16], over.finished_at[11:16]) == (
        ItemState.DONE, "08:00", "08:30",
    )  # fmt: skip
    granted(running_undo.undo_running(file, actor=A))
    assert item_of(file, "Thảo").state is ItemState.RUNNING


def test_that_steps_are_taken_back_one_after_the_other(file, tmp_path):
    start(file, "Khai")
    granted(running.finish_and_start_next(file, actor=A))
    granted(running.note_item(file, item_of(file, "Báo").id, "ghi", actor=A))
    granted(running.insert_item_now(file, "Tặng hoa", 5, actor=A))
    done = [granted(running_undo.undo_running(file, actor=A)) for _ in range(3)]
    assert done == ["insert_item_now", "finish_and_start_next", "start_item"]
    assert set(states(file).values()) == {"planned"}
    assert "Tặng" not in states(file)
    assert code_of(running_undo.undo_running(file, actor=A)) == "running_nothing_to_undo"
    assert item_of(file, "Báo").note == "ghi"


def test_that_an_insertion_with_records_is_not_taken_back(file):
    added = granted(running.insert_item_now(file, "Tặng hoa", 5, actor=A))
    granted(running.note_item(file, added.id, "ba đoàn", actor=A))
    assert code_of(running_undo.undo_running(file, actor=A)) == "running_undo_records"


def test_that_a_changed_programme_ends_what_can_be_taken_back(file):
    start(file, "Khai")
    item = item_of(file, "Bế")
    granted(agenda_acts.edit_item(file, replace(item, minutes=20), actor=A))
    assert code_of(running_undo.undo_running(file, actor=A)) == "running_nothing_to_undo"


@pytest.mark.parametrize(
    ("started", "finished", "code"),
    [
        ("2020-06-05T08:01", "2020-06-05T08:00", "running_times_wrong"),
        ("?", "2020-06-05T08:10", "running_times_wrong"),
        ("2020-06-05T08:01", "", "running_times_wrong"),
    ],
)
def test_that_times_that_cannot_be_are_refused(file, started, finished, code):
    start(file, "Khai")
    khai = item_of(file, "Khai").id
    granted(running.finish_item(file, khai, actor=A))
    refused = running.set_item_times(file, khai, started=started, finished=finished, actor=A)
    assert code_of(refused) == code


def test_that_times_are_put_right_over_midnight(file, clock):
    clock.set("23:50")
    start(file, "Khai")
    khai = item_of(file, "Khai").id
    clock.set("00:20", "2020-06-06")
    granted(running.finish_item(file, khai, actor=A))
    assert track_of(file)[0].actual_minutes == 30
    granted(
        running.set_item_times(
            file, khai, started="2020-06-05T23:45", finished="2020-06-06T00:10", actor=A
        )
    )
    assert track_of(file)[0].actual_minutes == 25
    bao = item_of(file, "Báo").id
    refused = running.set_item_times(file, bao, started="2020-06-05T23:45", finished="", actor=A)
    assert code_of(refused) == "running_item_not_begun"


def test_that_notes_keep_their_lines_and_survive_a_new_opening(tmp_path):
    file = a_programme(tmp_path)
    khai = item_of(file, "Khai").id
    granted(running.note_item(file, khai, "Dòng một  \n\nDo\u0300ng hai\n", actor=A))
    lines = len(file.journal_lines())
    granted(running.note_item(file, khai, "Dòng một\n\nDòng hai", actor=A))
    assert len(file.journal_lines()) == lines
    assert code_of(running.note_item(file, khai, "x" * 20_001, actor=A)) == "text_too_long"
    again = reopened(file)
    assert item_of(again, "Khai").note == "Dòng một\n\nDòng hai"
    again.close()


def test_that_whoever_is_called_ends_who_speaks(file, clock):
    for speaker in ("Lê An", "Trần Bình", "Ngô Chi"):
        a_request(file, speaker)
    first, second, third = speeches_of(file)
    granted(speeches.call_speaker(file, first.id, actor=A))
    clock.set("08:07")
    granted(speeches.call_speaker(file, second.id, actor=A))
    found = speeches_of(file)
    assert [s.state for s in found] == [
        SpeechState.DONE, SpeechState.SPEAKING, SpeechState.REQUESTED,
    ]  # fmt: skip
    assert found[0].finished_at[11:16] == "08:07"
    assert code_of(speeches.call_speaker(file, first.id, actor=A)) == "speech_not_waiting"
    assert code_of(speeches.finish_speech(file, third.id, actor=A)) == "speech_not_speaking"
    assert code_of(speeches.withdraw_speech(file, second.id, actor=A)) == "speech_not_waiting"
    assert code_of(speeches.put_back_speech(file, third.id, actor=A)) == "speech_waits"


def test_that_a_speech_ended_by_mistake_goes_on_with_its_time(file, clock):
    a_request(file)
    (only,) = speeches_of(file)
    granted(speeches.call_speaker(file, only.id, actor=A))
    clock.set("08:05")
    granted(speeches.finish_speech(file, only.id, actor=A))
    back = granted(speeches.put_back_speech(file, only.id, actor=A))
    assert (back.state, back.started_at[11:16], back.finished_at) == (
        SpeechState.SPEAKING, "08:00", "",
    )  # fmt: skip
    called_wrongly = granted(speeches.put_back_speech(file, only.id, actor=A))
    assert (called_wrongly.state, called_wrongly.started_at) == (SpeechState.REQUESTED, "")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"speaker": " "}, "speech_speaker_missing"),
        ({"minutes": 0}, "speech_minutes_wrong"),
        ({"minutes": 601}, "speech_minutes_wrong"),
        ({"item_id": 999}, "agenda_item_unknown"),
        ({"person_id": 999}, "speech_person_unknown"),
        ({"topic": "x" * 2001}, "text_too_long"),
    ],
)
def test_that_a_request_that_cannot_be_is_refused(file, fields, code):
    speech = a_request(file)
    wrong = replace(speech, **fields)
    assert code_of(speeches.edit_speech(file, wrong, actor=A)) == code
    assert code_of(speeches.request_speech(file, wrong, actor=A)) == code


def test_that_the_order_names_every_speech_once(file):
    one, two = a_request(file, "Lê An"), a_request(file, "Trần Bình")
    wrong = speeches.order_speeches(file, [one.id], actor=A)
    assert code_of(wrong) == "speeches_order_wrong"
    ordered = granted(speeches.order_speeches(file, [two.id, one.id], actor=A))
    assert [s.speaker for s in ordered] == ["Trần Bình", "Lê An"]


def test_that_every_guide_has_steps_and_the_right_one_is_chosen(file):
    assert {guide.key for guide in guides()} >= {
        "opening", "motion", "credentials_report", "discussion", "election", "announcement",
        "resolution", "closing",
    }  # fmt: skip
    assert all(guide.steps for guide in guides())
    titles = {
        item.content: found.title
        for item in agenda(file)
        if (found := procedure_guide(file, item.id))
    }
    assert titles["Khai mạc"] == "Khai mạc"
    assert titles["Thảo luận"] == "Thảo luận"
    assert titles["Bế mạc"] == "Bế mạc"


@pytest.mark.parametrize(
    ("content", "kind", "title"),
    [
        ("Bầu Ban Chấp hành", "election", "Bầu cử bằng phiếu kín"),
        ("Công bố kết quả bầu cử", "report", "Công bố kết quả bầu cử"),
        ("Biểu quyết thông qua Nghị quyết đại hội", "motion", "Thông qua nghị quyết"),
        ("Thông qua chương trình", "motion", "Biểu quyết giơ tay"),
    ],
)
def test_that_the_words_of_an_item_choose_its_guide(file, content, kind, title):
    item = AgendaItem(content=content, kind=ItemKind(kind), minutes=5)
    added = granted(agenda_acts.add_item(file, item, actor=A))
    found = procedure_guide(file, added.id)
    assert found is not None
    assert found.title == title
    assert all("{" not in step.does + step.who + step.says for step in found.steps)


def test_that_a_step_cites_the_article_of_the_congress_own_rules(file):
    item = AgendaItem(content="Bầu BCH", kind=ItemKind.ELECTION, minutes=5)
    added = granted(agenda_acts.add_item(file, item, actor=A))
    steps = procedure_guide(file, added.id).steps
    assert {"Điều 8", "Điều 14"} <= {step.article for step in steps}
    assert any("Đỗ Văn Trưởng" in step.says for step in steps)
