"""The list of an election as a table: number on the ballot, name, birth, gender, office, note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.i18n import tr
from congress_desk.queries.elections.profiles import CandidateLink
from congress_desk.ui.records.table_model import Sign, TableColumn

LONG = (1, 4, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """A candidate with the number on the ballot, from 1, and who of the register it is."""

    number: int
    candidate: Candidate
    link: CandidateLink | None = None


def candidate_rows(
    candidates: Iterable[Candidate], links: Iterable[CandidateLink] = ()
) -> tuple[CandidateRow, ...]:
    """Return the rows of a list in ballot order."""
    linked: Mapping[int, CandidateLink] = {link.candidate.id: link for link in links}
    return tuple(
        CandidateRow(number=n, candidate=c, link=linked.get(c.id))
        for n, c in enumerate(candidates, start=1)
    )


def same_candidate(old: CandidateRow, new: CandidateRow) -> bool:
    """Say whether two rows are about one person."""
    return old.candidate.id == new.candidate.id


def candidate_columns() -> tuple[TableColumn, ...]:
    """Return what the table says of a candidate."""
    return (
        TableColumn(title=tr("No."), text=lambda row: str(row.number), number=True),
        TableColumn(
            title=tr("Full name"),
            text=lambda row: row.candidate.name,
            sign=_namesake_sign,
            remark=_namesake_remark,
            tip=_namesake_tip,
            whole=True,
        ),
        TableColumn(title=tr("Born"), text=lambda row: vietnamese_date(row.candidate.born)),
        TableColumn(title=tr("Gender"), text=lambda row: row.candidate.gender),
        TableColumn(title=tr("Office, unit"), text=lambda row: row.candidate.role),
        TableColumn(title=tr("Note"), text=lambda row: row.candidate.note),
    )


def _namesake_sign(row: CandidateRow) -> Sign | None:
    """Return the sign of a name that several people bear, calm once it is said who is meant."""
    if row.link is None or not row.link.ambiguous:
        return None
    known = row.link.linked is not None or row.link.by_hand
    return Sign(icon="users", tone="muted" if known else "look")


def _namesake_remark(row: CandidateRow) -> str:
    return tr("same name") if row.link and row.link.ambiguous else ""


def _namesake_tip(row: CandidateRow) -> str:
    if row.link is None or not row.link.ambiguous:
        return ""
    namesakes = [
        " · ".join(filter(None, (p.name, vietnamese_date(p.born), p.delegation)))
        for p in row.link.namesakes
    ]
    namesakes += [
        tr("on this list: {who}", who=" · ".join(filter(None, (c.name, vietnamese_date(c.born)))))
        for c in row.link.on_list
    ]
    return "\n".join([tr("Several people have this name:"), *namesakes])
