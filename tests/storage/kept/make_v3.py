"""How v3.congress was made: `PYTHONPATH=tests:tests/kit:. python tests/storage/kept/make_v3.py`.

Run only while version 3 is not released; from then on the file itself is what must open.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from congress_files import granted
from people_acts import a_busy_register
from people_files import ACTOR

from congress_desk.actions.agenda.items import add_item
from congress_desk.actions.duties.assignments import assign
from congress_desk.actions.duties.members import add_member, end_membership
from congress_desk.actions.obstacles import add_obstacle, answer_obstacle
from congress_desk.actions.preparation.indicators import add_indicator
from congress_desk.actions.preparation.template import apply_preparation
from congress_desk.actions.running.items import finish_item, note_item, start_item
from congress_desk.actions.running.speeches import request_speech
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.obstacles import Obstacle
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.running.speech import Speech
from congress_desk.queries.preparation import preparation_templates

KEPT = Path(__file__).with_name("v3.congress")


def make(folder: Path) -> None:
    """Write a congress with people, motions, a programme begun, duties, tasks and a snag."""
    file = a_busy_register(folder)
    opening = AgendaItem(content="Khai mạc", minutes=10, kind=ItemKind.OPENING, day="2026-11-22")
    item = granted(add_item(file, opening, actor=ACTOR))
    granted(start_item(file, item.id, actor=ACTOR))
    granted(note_item(file, item.id, "Hát Quốc ca", actor=ACTOR))
    granted(finish_item(file, item.id, actor=ACTOR))
    for name in ("Ngô An D6", "Trần Thị Bình D1"):
        member = granted(
            add_member(
                file, Duty(organ=Organ.PRESIDIUM, name=name, title="Thành viên"), actor=ACTOR
            )
        )
    granted(assign(file, member.id, item_id=item.id, what="Đọc diễn văn", actor=ACTOR))
    granted(end_membership(file, member.id, reason="về đơn vị", actor=ACTOR))
    granted(apply_preparation(file, preparation_templates()[0], actor=ACTOR))
    granted(add_indicator(file, Indicator(name="Thu ngân sách", unit="%"), actor=ACTOR))
    granted(request_speech(file, Speech(speaker="Lê Minh Châu D2", topic="Dân vận"), actor=ACTOR))
    snag = granted(add_obstacle(file, Obstacle(what="Thiếu phiếu bầu"), actor=ACTOR))
    granted(answer_obstacle(file, snag.id, answer="In thêm", actor=ACTOR))
    granted(file.copy_to(KEPT))
    file.close()


if __name__ == "__main__":
    KEPT.unlink(missing_ok=True)
    made_in = tempfile.mkdtemp()
    make(Path(made_in))
    sys.exit(shutil.rmtree(made_in))
