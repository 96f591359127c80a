"""How v9.congress was made: `PYTHONPATH=tests:tests/kit:. python tests/storage/kept/make_v9.py`.

Run only while version 9 is not released; from then on the file itself is what must open.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from congress_files import Clock, a_congress, a_counted_round, granted
from discussion_acts import ROADS
from storage.test_file_format import results_of

from congress_desk.actions import discussions
from congress_desk.actions.elections.ballot_boxes import set_boxes
from congress_desk.actions.guests.letters import put_in_mailing, send_letters
from congress_desk.actions.guests.rota import fill_rota
from congress_desk.actions.people.groups import add_group
from congress_desk.actions.preparation.texts import add_text, import_texts
from congress_desk.actions.seating.plans import draw_seating_plan
from congress_desk.actions.seating.seats import fill_seats
from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.domain.guests.rota import RotaKind, turns_for
from congress_desk.domain.preparation.text import CongressText, TextState
from congress_desk.domain.seating.filling import Filling
from congress_desk.domain.seating.hall_shape import HallShape
from congress_desk.domain.seating.plan import KeptFor, SeatingPlan

KEPT = Path(__file__).with_name("v9.congress")
A = "Thư ký"
TEXTS = (
    CongressText(title="Nghị quyết", drafter="Tiểu ban Văn kiện", state=TextState.DRAFTING),
    CongressText(title="Diễn văn khai mạc", due="2026-11-01"),
)


def make(path: Path) -> None:
    """Write texts, opinions, boxes, seats, letters and a rota beside a round that was counted."""
    file = a_congress(path)
    file.clock = Clock()
    text = granted(add_text(file, CongressText(title="Báo cáo chính trị"), actor=A)).id
    granted(import_texts(file, TEXTS, source="van-ban.xlsx", actor=A))
    granted(add_group(file, "Tổ 1", actor=A))
    granted(discussions.set_chapters(file, text, ["Phần I", "Phần II"], actor=A))
    granted(discussions.add_opinion(file, ROADS, actor=A))
    boxes = [BallotBox(name="Hòm 1", voters=("Chi bộ 1",)), BallotBox(name="Hòm 2")]
    granted(set_boxes(file, boxes, actor=A))
    plan = SeatingPlan(name="Hội trường A")
    granted(draw_seating_plan(file, plan, HallShape(rows=3, blocks=(2, 2)), actor=A))
    granted(fill_seats(file, 1, KeptFor.DELEGATES, Filling(), actor=A))
    granted(send_letters(file, [1, 2], "2026-11-01", actor=A))
    granted(put_in_mailing(file, [3], 2, actor=A))
    turns = turns_for(("Chi bộ 1", "Chi bộ 2"), RotaKind.PHOTOGRAPH, time="09:30", minutes=3)
    granted(fill_rota(file, turns, actor=A))
    a_counted_round(file)
    assert file.check() == []
    granted(file.copy_to(KEPT))
    results = results_of(file)
    KEPT.with_suffix(".json").write_text(
        json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    file.close()


if __name__ == "__main__":
    KEPT.unlink(missing_ok=True)
    folder = tempfile.mkdtemp()
    make(Path(folder) / "dh.congress")
    sys.exit(shutil.rmtree(folder))
