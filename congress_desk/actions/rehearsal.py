"""Acts that make a congress of the lists of another: to rehearse it, or to hold it for good."""

from __future__ import annotations

import uuid
from pathlib import Path

from congress_desk.actions.congress import why_not_closed
from congress_desk.domain.congress import CongressState
from congress_desk.domain.operators.rights import Right
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.operators import check_right
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import create_file
from congress_desk.storage.reading.congress import congress_row
from congress_desk.storage.reading.copied_lists import copied_lists
from congress_desk.storage.reading.elections.stations import order_row


def create_from_lists(
    path: Path, source: CongressFile, *, rehearsal: bool, actor: str
) -> CongressFile | Refusal:
    """Create a congress file at `path` with the lists of another and its copy of the rules.

    People, elections with their lists, programme, duties and settings come along; nothing that was
    held, voted or counted. `source` is not written.
    """
    if order_row(source) is not None:
        return refuse("station_enters_only", Place(file=source.path.name))
    tables = copied_lists(source)
    about = congress_row(source)
    file = create_file(path, key=source.key)
    if isinstance(file, Refusal):
        return file
    name = "create_rehearsal_of" if rehearsal else "create_congress_of"
    state = CongressState.REHEARSAL if rehearsal else CongressState.PREPARING
    try:
        with file.act(name, actor=actor, name=about["name"], source=source.path.name) as act:
            act.insert("congress", **{**about, "uid": uuid.uuid4().hex, "state": state.value})
            for table, rows in tables.items():
                act.insert_rows(table, rows)
    except BaseException:
        file.close()
        path.unlink(missing_ok=True)
        raise
    return file


def note_rehearsal(file: CongressFile, *, path: Path, actor: str) -> Path | Refusal:
    """Note in a real congress that a rehearsal of it was made, and where; return `path`."""
    if congress(file).state is CongressState.REHEARSAL:
        return path
    folder = str(path.parent.absolute())
    with file.act("note_rehearsal", actor=actor, path=path.name, folder=folder):
        pass
    return path


def rehearse_closing(file: CongressFile, *, actor: str) -> CongressState | Refusal:
    """Close a rehearsal as the congress will be closed: what stops that one stops it too.

    It is noted and changes nothing: a rehearsal is one for ever, and is worked with further.
    """
    state = congress(file).state
    if state is not CongressState.REHEARSAL:
        return refuse("not_a_rehearsal")
    refusal = check_right(file, Right.DECIDE) or why_not_closed(file)
    if refusal:
        return refusal
    with file.act("rehearse_closing", actor=actor, backup=True):
        pass
    return state
