"""Every act on parts of papers, on a congress that was held from opening to closing."""

from __future__ import annotations

from pathlib import Path

from congress_files import Clock, a_declared_round, granted
from running_acts import a_programme, a_request, item_of

from congress_desk.actions import minutes as paper_parts
from congress_desk.actions import motions
from congress_desk.actions.duties import members as duties
from congress_desk.actions.preparation.indicators import add_indicator
from congress_desk.actions.running import items as running
from congress_desk.actions.running import speeches
from congress_desk.domain.minutes.paper_fields import ShownPart
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.motions import Hands, MotionDraft, MotionKind
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.queries.minutes import paper_view
from congress_desk.queries.motions import motions as motions_of
from congress_desk.queries.running.items import speeches as speeches_of
from congress_desk.storage.congress_file import CongressFile

A = "Thư ký"
MINUTES = CongressPaper.MINUTES
OPENING = "{congress} khai mạc trọng thể hồi {opening_time}."


def a_vote(
    file: CongressFile, kind: MotionKind, matter: str, in_favour: int = 7, against: int = 1
) -> int:
    """Vote on something by show of hands; eight are present."""
    granted(motions.add_motion(file, MotionDraft(kind=kind, matter=matter), actor=A))
    found = motions_of(file)[-1].id
    hands = Hands(in_favour=in_favour, against=against)
    granted(motions.record_vote(file, found, hands, announced_by="Chủ tọa", actor=A))
    return found


def a_held_congress(folder: Path) -> CongressFile:
    """Return a file with something of every kind that minutes tell of."""
    file = a_programme(folder)
    file.clock = Clock()
    for name in ("Khai mạc", "Báo cáo", "Thảo luận", "Bế mạc"):
        granted(running.start_item(file, item_of(file, name).id, actor=A))
        granted(running.note_item(file, item_of(file, "Báo cáo").id, "Không có ý kiến", actor=A))
        granted(running.finish_item(file, item_of(file, name).id, actor=A))
    a_request(file, "Lê Văn An", delegation="Chi bộ 1", topic="Phát triển đảng viên trẻ")
    granted(speeches.call_speaker(file, speeches_of(file)[0].id, actor=A))
    granted(speeches.finish_speech(file, speeches_of(file)[0].id, actor=A))
    for organ, name in ((Organ.PRESIDIUM, "Trần Chủ Tọa"), (Organ.SECRETARIAT, "Mai Thư Ký")):
        granted(duties.add_member(file, Duty(organ=organ, name=name), actor=A))
    a_vote(file, MotionKind.PRESIDIUM, "Bầu Đoàn chủ tịch", 8, 0)
    a_vote(file, MotionKind.AGENDA, "Thông qua chương trình đại hội")
    a_vote(file, MotionKind.RESOLUTION, "Thông qua nghị quyết đại hội")
    a_declared_round(file, "BCH")
    target = Indicator(name="Kết nạp đảng viên", unit="người", last_result="60", own_target="75")
    granted(add_indicator(file, target, actor=A))
    return file


def an_edited_congress(folder: Path) -> CongressFile:
    """Return a file whose minutes were edited, with two parts of one's own."""
    file = a_held_congress(folder)
    seen = shown(file, "opening").values
    granted(paper_parts.edit_part(file, MINUTES, "opening", OPENING, seen=seen, actor=A))
    for text in ("Đại hội tặng hoa.", "Văn nghệ chào mừng."):
        granted(paper_parts.add_free_part(file, MINUTES, after="opening", text=text, actor=A))
    return file


def shown(
    file: CongressFile, record: str, paper: CongressPaper = CongressPaper.MINUTES
) -> ShownPart:
    """Return a part of a paper as it stands."""
    return next(part for part in paper_view(file, paper).parts if part.record == record)


PAPER_PARTS_ACTS = {
    "edit_part": lambda f: paper_parts.edit_part(
        f, MINUTES, "closing", "Bế mạc {closing_time}", seen={"closing_time": "11 giờ"}, actor=A
    ),
    "restore_part": lambda f: paper_parts.restore_part(f, MINUTES, "opening", actor=A),
    "look_at_part": lambda f: paper_parts.look_at_part(
        f, MINUTES, "opening", seen={"place": "khác"}, actor=A
    ),
    "add_free_part": lambda f: paper_parts.add_free_part(f, MINUTES, after="free:1", actor=A),
    "remove_free_part": lambda f: paper_parts.remove_free_part(f, MINUTES, "free:2", actor=A),
    "move_part": lambda f: paper_parts.move_part(f, MINUTES, "free:1", after="", actor=A),
}
