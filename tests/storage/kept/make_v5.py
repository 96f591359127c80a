"""How v5.congress was made: `PYTHONPATH=tests:tests/kit:. python tests/storage/kept/make_v5.py`.

Run only while version 5 is not released; from then on the file itself is what must open.
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

from congress_desk.actions.elections.ballots import correct_ballot, take_back_ballot
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.doubts import decide_doubt, set_aside
from congress_desk.actions.elections.recount import open_recount
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.round import Round
from congress_desk.storage.congress_file import CongressFile

CHAIR = {"first": "Đỗ Văn Trưởng", "second": "Lê Chủ Tịch", "reason": "thử", "actor": "Thư ký"}
KEPT = Path(__file__).with_name("v5.congress")


def make(path: Path) -> None:
    """Write a declared round, its recount being counted, and a round with a doubtful ballot."""
    file = a_congress(path, an_election("BCH"), an_election("BT", 2, 2), an_election("DB"))
    file.clock = Clock()
    first = a_round(file, "BCH")
    _count(file, first)
    granted(declare_result(file, first.id, **CHAIR))
    again = granted(
        open_recount(
            file, first.id, reason="đếm lại", first="Lê Chủ Tịch", second="Mai Út", actor="TK"
        )
    )
    enter(file, again, [4], [4], [3])
    _count(file, a_round(file, "BT", papers=4), last=False)
    granted(file.copy_to(KEPT))
    file.close()


def _count(file: CongressFile, found: Round, *, last: bool = True) -> None:
    """Enter a corrected ballot, one taken back, and one that the board decided, or is to decide."""
    first, second = enter(file, found, [1], [2])
    granted(correct_ballot(file, first.id, striking(found, [2]), *fresh_uids(1), operator="B"))
    granted(take_back_ballot(file, second.id, operator="B"))
    doubt = granted(set_aside(file, found.id, 1, DoubtCause.TORN, operator="B"))
    enter(file, found, [1])
    if not last:
        return
    granted(
        decide_doubt(
            file,
            doubt.id,
            striking(found, [2]),
            *fresh_uids(1),
            3,
            2,
            "Điều 15",
            "rõ",
            operator="B",
        )
    )
    enter(file, found, [1], [1], [2], bundle=2)


if __name__ == "__main__":
    KEPT.unlink(missing_ok=True)
    folder = tempfile.mkdtemp()
    make(Path(folder) / "dh.congress")
    sys.exit(shutil.rmtree(folder))
