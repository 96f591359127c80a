"""The details of the congress as columns of its row, and back."""

from __future__ import annotations

from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import CongressKind
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_DETAILS = ("name", "superior", "body", "ordinal", "term", "place", "starts", "ends")


def details_row(details: CongressDetails) -> Row:
    """Return the columns of a congress that its details fill."""
    return text_columns(details, _DETAILS) | {"kind": details.kind.value}


def details_of(row: Row) -> CongressDetails:
    """Return the details of a congress row."""
    return CongressDetails(kind=CongressKind(row["kind"]), **{n: row[n] for n in _DETAILS})
