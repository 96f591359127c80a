"""How v1.congress was made: `PYTHONPATH=tests python tests/storage/kept/make_v1.py`.

Run only while version 1 is not released; from then on the file itself is what must open.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from congress_files import (
    Clock,
    a_congress,
    a_round,
    an_election,
    enter,
    fresh_uids,
    granted,
    striking,
)

from congress_desk.actions.elections.ballots import correct_ballot, take_back_ballot, undo_last
from congress_desk.actions.elections.declaring import declare_result

CHAIR = {"first": "Đỗ Văn Trưởng", "second": "Lê Chủ Tịch", "actor": "Thư ký"}


def make(path: Path) -> None:
    """Write a congress with a tie, the vote among the tied, and a round being counted."""
    file = a_congress(path, an_election("BCH"), an_election("BT", 1, 1))
    file.clock = Clock()
    first = a_round(file, "BCH")
    enter(file, first, [4], [4], [3])
    enter(file, first, [3], [2], [2], bundle=2)
    granted(declare_result(file, first.id, **CHAIR))
    tied = a_round(file, "BCH")
    enter(file, tied, [3], [3], [3])
    wrong, *_ = enter(file, tied, [2], [2], [1], bundle=2)
    paper, (uid,) = striking(tied, [1]), fresh_uids(1)
    granted(correct_ballot(file, wrong.id, paper, uid, operator="Nhập", reason="đọc nhầm"))
    granted(undo_last(file, tied.id, operator="Nhập"))
    granted(declare_result(file, tied.id, **CHAIR))
    counting = a_round(file, "BT")
    *_, last = enter(file, counting, [], [], [1])
    granted(take_back_ballot(file, last.id, operator="Nhập"))
    granted(file.copy_to(Path(__file__).with_name("v1.congress")))
    file.close()


if __name__ == "__main__":
    Path(__file__).with_name("v1.congress").unlink(missing_ok=True)
    folder = tempfile.mkdtemp()
    make(Path(folder) / "dh.congress")
    sys.exit(shutil.rmtree(folder))
