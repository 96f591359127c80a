"""What every line of the issue register has, whether its round is open or not."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from congress_desk.actions.text_limits import too_long
from congress_desk.domain.ballot_papers.issue_register import IssueKind, IssueLine
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.same_name import is_among
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections.ballot_boxes import ballot_boxes

LIMIT = 200
_TEXTS = ("unit", "name", "witness", "note")


def line_row(line: IssueLine, *, at: str, actor: str) -> dict[str, str | int | None]:
    """Return the row of a new line."""
    row = dataclasses.asdict(line)
    del row["id"]
    told = {"kind": line.kind.value, "at": at, "actor": clean_text(actor)}
    ids = {name: getattr(line, name) or None for name in ("round_id", "print_id", "box_id")}
    return row | told | ids


def line_word(line: IssueLine) -> str:
    """Return the key of the words for a line's kind: the journal says it in any language."""
    return f"issue_kind.{line.kind.value}"


def cleaned(line: IssueLine) -> IssueLine:
    """Return a line with clean texts."""
    return dataclasses.replace(
        line,
        unit=clean_text(line.unit),
        name=clean_text(line.name),
        witness=clean_text(line.witness),
        note=clean_text(line.note),
    )


def texts_too_long(line: IssueLine) -> Refusal | None:
    """Refuse a text longer than the file keeps."""
    refusals = (too_long(getattr(line, name), LIMIT) for name in _TEXTS)
    return next(filter(None, refusals), None)


def check_names(standing: Iterable[Candidate], line: IssueLine) -> Refusal | None:
    """Refuse a candidate among those who answer for the box and the papers."""
    names = [candidate.name for candidate in standing]
    for code, name in (("name", line.name), ("witness", line.witness)):
        if line.kind is not IssueKind.HANDED and name and is_among(name, names):
            return refuse(f"issue_{code}_stands", name=name)
    return None


def check_box(file: CongressFile, line: IssueLine) -> Refusal | None:
    """Refuse to seal a box without saying which, where there are several."""
    if line.kind is IssueKind.BOX_SEALED and not line.box_id and ballot_boxes(file):
        return refuse("issue_box_missing")
    return None
