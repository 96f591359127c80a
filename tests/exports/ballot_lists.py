"""Lists of any length for ballot papers, and the ballots drawn of them."""

from __future__ import annotations

import io
from dataclasses import replace

from congress_desk.domain.ballot_papers.printed_list import PrintedList, printed_list
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import RoundKind
from congress_desk.exports.ballot_papers.drawing import draw_ballots
from congress_desk.exports.ballot_papers.typesetter import PrintTypesetter
from congress_desk.reports.ballot_papers.fitting import lay_out
from congress_desk.reports.ballot_papers.forms import BallotForm, sheet_of, usual_on_sheet
from congress_desk.reports.ballot_papers.layout import BallotLayout, with_codes
from congress_desk.reports.ballot_papers.sheets import BallotSheets
from congress_desk.reports.ballot_papers.text import ballot_text

from .pages import MADE
from .sheets import CONGRESS

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Lý")
_MIDDLE = ("Thị Phương", "Văn", "Ngọc", "Minh", "Thị Kim", "Quốc", "Hữu", "Thị Hồng", "Đức")
_GIVEN = ("An", "Bình", "Châu", "Dũng", "Đào", "Giang", "Hạnh", "Khánh", "Nghĩa", "Phượng")
TITLE = "Bầu Ban Chấp hành Đảng bộ Phường 19 khóa XII, nhiệm kỳ 2020 - 2025"

PLAIN = BallotForm()


def people(count: int) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            id=100 + number,
            name=" ".join(
                (
                    _FAMILY[number % len(_FAMILY)],
                    _MIDDLE[number // 3 % len(_MIDDLE)],
                    _GIVEN[number // len(_FAMILY) % len(_GIVEN)],
                )
            ),
            born=f"19{60 + number % 40}-0{1 + number % 9}-1{number % 10}",
        )
        for number in range(count)
    )


def a_list(
    candidates: tuple[Candidate, ...] | int,
    seats: int | None = None,
    *,
    title: str = TITLE,
    number: int = 1,
    kind: RoundKind = RoundKind.FIRST,
) -> PrintedList:
    """Return a printed list; without seats as many as there are names, so that it is ticked."""
    if isinstance(candidates, int):
        candidates = people(candidates)
    seats = len(candidates) if seats is None else seats
    election = Election(id=3, code="BCH", title=title, seats=seats, candidates=candidates)
    return printed_list(
        election, round_number=number, kind=kind, seats=seats, candidates=candidates
    )


def a_layout(
    listed: PrintedList,
    form: BallotForm = PLAIN,
    *,
    of: Congress = CONGRESS,
    stamps: tuple[str, ...] = (),
) -> BallotLayout | None:
    text = ballot_text(of, listed, form, stamps=stamps)
    layout = lay_out(text, form, PrintTypesetter())
    if layout is None:
        return None
    return with_codes(layout, listed.election_id, listed.round_number, listed.code)


def ballots_of(
    layout: BallotLayout, *, on_sheet: int | None = None, sheets: int = 1
) -> BallotSheets:
    sheet = sheet_of(layout.size, on_sheet or usual_on_sheet(layout.size))
    assert sheet is not None
    return BallotSheets(title="Phiếu bầu", layout=layout, sheet=sheet, sheets=sheets)


def drawn(ballots: BallotSheets) -> bytes:
    stream = io.BytesIO()
    draw_ballots(ballots, stream, MADE)
    return stream.getvalue()


def alone(layout: BallotLayout) -> bytes:
    """Return one ballot on a page of its own size."""
    return drawn(replace(ballots_of(layout, on_sheet=1), sheets=1))
