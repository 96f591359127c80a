"""Sheets and answers as rows of the text that the work of a round keeps."""

from __future__ import annotations

from typing import Any

from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.scans.bundle import Answer, ScannedSheet, SidePicture
from congress_desk.domain.elections.scans.reading import Aside, LineDoubt, Why

Row = dict[str, Any]


def _paper_row(paper: Paper) -> Row:
    reason = paper.board_reason.value if paper.board_reason else ""
    return {
        "struck": sorted(paper.struck),
        "both": sorted(paper.both),
        "blank": sorted(paper.blank),
        "reason": reason,
        "text": paper.board_text,
    }


def _paper_of(row: Row) -> Paper:
    return Paper(
        struck=frozenset(row["struck"]),
        both=frozenset(row["both"]),
        blank=frozenset(row["blank"]),
        board_reason=BoardReason(row["reason"]) if row["reason"] else None,
        board_text=row["text"],
    )


def sheet_row(sheet: ScannedSheet) -> Row:
    """Return a sheet as a row of the text."""
    return {
        "sequence": sheet.sequence,
        "paper": _paper_row(sheet.paper),
        "doubts": [[doubt.position, doubt.why.value] for doubt in sheet.doubts],
        "aside": sheet.aside.value if sheet.aside else "",
        "file": sheet.file,
        "page": sheet.page,
        "sides": [[side.picture, side.code] for side in sheet.sides],
        "twin": sheet.twin,
    }


def sheet_of(row: Row) -> ScannedSheet:
    """Return the sheet of a row; KeyError or ValueError of what is none."""
    return ScannedSheet(
        sequence=row["sequence"],
        paper=_paper_of(row["paper"]),
        doubts=tuple(LineDoubt(position, Why(why)) for position, why in row["doubts"]),
        aside=Aside(row["aside"]) if row["aside"] else None,
        file=row["file"],
        page=row["page"],
        sides=tuple(SidePicture(picture=name, code=code) for name, code in row["sides"]),
        twin=row["twin"],
    )


def answer_row(answer: Answer) -> Row:
    """Return an answer as a row of the text."""
    return {
        "paper": _paper_row(answer.paper) if answer.paper is not None else None,
        "cause": answer.cause.value if answer.cause else "",
        "note": answer.note,
        "by": answer.by,
        "beside": answer.beside,
    }


def answer_of(row: Row) -> Answer:
    """Return the answer of a row."""
    return Answer(
        paper=_paper_of(row["paper"]) if row["paper"] is not None else None,
        cause=DoubtCause(row["cause"]) if row["cause"] else None,
        note=row["note"],
        by=row["by"],
        beside=row["beside"],
    )
