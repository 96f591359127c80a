"""A company's meeting on disk: six holders, one of them represented, and ballots by shares.

Three seats, so a paper gives its shares × 3 votes. Number 4 is represented by number 2, whose one
paper is of 2,500 shares; 6,000 shares have a vote, on five papers.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from pathlib import Path

from congress_files import a_congress, anyway, granted

from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.elections.shares import (
    remove_holding,
    set_holding,
    set_holdings,
    write_share_list,
)
from congress_desk.actions.people.statuses import set_status
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Accounting, Round
from congress_desk.domain.elections.shares.share_line import read_share_line
from congress_desk.domain.elections.shares.share_list import ShareLine
from congress_desk.domain.people.person import Status
from congress_desk.queries.elections.lists import elections
from congress_desk.storage.congress_file import CongressFile

A = "Thư ký"
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Minh Châu", "Phạm Quốc Dũng")
# Shares of the people 1–6 of the register; number 4 is represented by number 2.
SHARES = {1: 1_000, 2: 2_000, 3: 500, 4: 500, 5: 500, 6: 1_500}


def a_company(path: Path, *, seats: int = 3, names: Iterable[str] = NAMES) -> CongressFile:
    """Return an open file: the register of shares is written, the fourth holder gave a proxy."""
    listed = tuple(Candidate(name=name, born=f"197{i}") for i, name in enumerate(names))
    held = Election(code="HDQT", title="Bầu Hội đồng quản trị", seats=seats, candidates=listed)
    file = a_congress(path, held, rule_set_id="cong-ty")
    for person_id, shares in SHARES.items():
        proxy = 2 if person_id == 4 else 0
        granted(set_holding(file, person_id, shares=shares, proxy_id=proxy, actor=A))
    return file


def absent(file: CongressFile, *person_ids: int) -> None:
    granted(set_status(file, person_ids, Status.ABSENT, reason="", actor=A))


def a_share_round(file: CongressFile, returned: int = 5) -> Round:
    """Open the round; D and presence are the program's: who votes for shares and is there."""
    found = elections(file)[0]
    accounting = Accounting(convened=1, returned=returned)
    return granted(
        open_round(
            file,
            found.id,
            accounting=accounting,
            by_hand=True,
            bundle_size=50,
            actor="TK",
            going_on=anyway(file),
        )
    )


def enter_lines(file: CongressFile, found: Round, *lines: str):
    """Type ballots as the line takes them."""
    ids = {n: c.id for n, c in enumerate(found.candidates, start=1)}
    papers = [granted(read_share_line(line, len(ids))).with_keys(ids.__getitem__) for line in lines]
    uids = [uuid.uuid4().hex for _ in papers]
    return enter_ballots(file, found.id, 1, papers, uids, operator="TK")


SHARE_ACTS = {
    "set_holding": lambda f: set_holding(f, 3, shares=700, proxy_id=1, actor=A),
    "set_holdings": lambda f: set_holdings(f, "001\t1.100\n003\t900\t002", actor=A),
    "write_share_list": lambda f: write_share_list(
        f, (ShareLine(person_id=3, shares=700),), source="co-dong.xlsx", actor=A
    ),
    "remove_holding": lambda f: remove_holding(f, 6, actor=A),
}
