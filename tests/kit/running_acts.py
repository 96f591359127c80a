"""Every act on a running programme and its speakers, on a congress where each can be done."""

from __future__ import annotations

from pathlib import Path

from congress_files import a_congress, granted

from congress_desk.actions.agenda import items as agenda
from congress_desk.actions.running import items as running
from congress_desk.actions.running import speeches
from congress_desk.actions.running import undo as running_undo
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.running.speech import Speech
from congress_desk.queries.congress import agenda as agenda_of
from congress_desk.queries.running.items import speeches as speeches_of
from congress_desk.storage.congress_file import CongressFile

A = "Thư ký"
PROGRAMME = (
    AgendaItem(content="Khai mạc", day="2020-06-05", time="08:00", minutes=10,
               kind=ItemKind.OPENING),
    AgendaItem(content="Báo cáo chính trị", minutes=25, kind=ItemKind.REPORT),
    AgendaItem(content="Thảo luận", minutes=60, kind=ItemKind.DISCUSSION),
    AgendaItem(content="Bế mạc", minutes=10, kind=ItemKind.CLOSING),
)  # fmt: skip


def a_programme(folder: Path, *items: AgendaItem) -> CongressFile:
    """Return a file with this programme alone."""
    file = a_congress(folder, people=8)
    for item in agenda_of(file):
        granted(agenda.remove_item(file, item.id, keep=True, actor=A))
    for item in items or PROGRAMME:
        granted(agenda.add_item(file, item, actor=A))
    return file


def item_of(file: CongressFile, content: str) -> AgendaItem:
    """Return the item of the programme that begins with these words."""
    return next(item for item in agenda_of(file) if item.content.startswith(content))


def a_request(file: CongressFile, speaker: str = "Lê Văn An", **fields) -> Speech:
    """Put somebody into the speakers' register."""
    speech = Speech(speaker=speaker, **fields)
    return granted(speeches.request_speech(file, speech, actor=A))


def a_waiting_congress(folder: Path) -> CongressFile:
    """Return a file where nothing is held at the moment."""
    file = a_running_congress(folder)
    granted(running.finish_item(file, item_of(file, "Khai mạc").id, actor=A))
    return file


def a_running_congress(folder: Path) -> CongressFile:
    """Return a file where the opening is held, somebody speaks, has spoken and waits."""
    file = a_programme(folder)
    granted(running.start_item(file, item_of(file, "Khai mạc").id, actor=A))
    for speaker in ("Lê Văn An", "Trần Thị Bình", "Ngô Chi", "Mai Dung"):
        a_request(file, speaker, delegation="Chi bộ 1")
    called = speeches_of(file)
    granted(speeches.call_speaker(file, called[0].id, actor=A))
    granted(speeches.call_speaker(file, called[1].id, actor=A))
    return file


def _speech(file: CongressFile, place: int) -> Speech:
    return speeches_of(file)[place]


RUNNING_ACTS = {
    "start_item": lambda f: running.start_item(f, item_of(f, "Thảo").id, actor=A),
    "finish_item": lambda f: running.finish_item(f, item_of(f, "Khai").id, actor=A),
    "finish_and_start_next": lambda f: running.finish_and_start_next(f, actor=A),
    "skip_item": lambda f: running.skip_item(f, item_of(f, "Thảo").id, reason="hết giờ", actor=A),
    "insert_item_now": lambda f: running.insert_item_now(f, "Tặng hoa", 5, actor=A),
    "set_item_times": lambda f: running.set_item_times(
        f, item_of(f, "Khai").id, started="2020-06-05T08:01", finished="", actor=A
    ),
    "note_item": lambda f: running.note_item(f, item_of(f, "Khai").id, "Ý một\nÝ hai", actor=A),
    "undo_running": lambda f: running_undo.undo_running(f, actor=A),
    "request_speech": lambda f: speeches.request_speech(f, Speech(speaker="Vũ Ê"), actor=A),
    "edit_speech": lambda f: speeches.edit_speech(
        f, Speech(id=_speech(f, 2).id, speaker="Ngô Chi", topic="Cải cách", minutes=7), actor=A
    ),
    "order_speeches": lambda f: speeches.order_speeches(
        f, [s.id for s in reversed(speeches_of(f))], actor=A
    ),
    "call_speaker": lambda f: speeches.call_speaker(f, _speech(f, 2).id, actor=A),
    "finish_speech": lambda f: speeches.finish_speech(f, _speech(f, 1).id, actor=A),
    "withdraw_speech": lambda f: speeches.withdraw_speech(f, _speech(f, 3).id, actor=A),
    "put_back_speech": lambda f: speeches.put_back_speech(f, _speech(f, 0).id, actor=A),
}
