"""How v4.congress was made: `PYTHONPATH=tests:tests/kit:. python tests/storage/kept/make_v4.py`.

Run only while version 4 is not released; from then on the file itself is what must open.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from congress_files import Clock, a_congress, a_round, an_election, enter, granted

from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.lists import edit_election
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.actions.motions import add_motion, begin_vote, record_vote
from congress_desk.domain.motions import Hands, MotionDraft, MotionKind
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.queries.elections.lists import elections

CHAIR = {"first": "Đỗ Văn Trưởng", "second": "Lê Chủ Tịch", "reason": "thử", "actor": "Thư ký"}
KEPT = Path(__file__).with_name("v4.congress")


def make(path: Path) -> None:
    """Write a congress with a short round, a second one being counted, and a cancelled one."""
    file = a_congress(path, an_election("BCH"), an_election("DB", 5, 2))
    file.clock = Clock()
    kind = ElectionKind.DELEGATES
    held = elections(file)[1]
    granted(edit_election(file, held.id, title="Đoàn", seats=2, kind=kind, actor="TK"))
    matter = MotionDraft(kind=MotionKind.NUMBER_AND_LIST, matter="Số lượng", election_id=1)
    motion = granted(add_motion(file, matter, begin=False, actor="TK"))
    granted(begin_vote(file, motion.id, base=6, present=6, actor="TK"))
    granted(record_vote(file, motion.id, Hands(in_favour=6), actor="TK"))
    first = a_round(file, "BCH")
    enter(file, first, [1, 2], [3, 4], [3, 4])
    enter(file, first, [3, 4], [3, 4], [3, 4], bundle=2)
    granted(declare_result(file, first.id, **CHAIR))
    enter(file, a_round(file, "BCH"), [1], [2])
    wrong = a_round(file, "DB")
    granted(cancel_round(file, wrong.id, reason="mở nhầm", actor="TK"))
    granted(file.copy_to(KEPT))
    file.close()


if __name__ == "__main__":
    KEPT.unlink(missing_ok=True)
    folder = tempfile.mkdtemp()
    make(Path(folder) / "dh.congress")
    sys.exit(shutil.rmtree(folder))
