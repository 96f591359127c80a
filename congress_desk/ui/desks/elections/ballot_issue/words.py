"""The words of the issue register: its columns, its figures, and what each line is about."""

from __future__ import annotations

from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.domain.ballot_papers.issue_register import IssueKind, IssueLine, IssueRegister
from congress_desk.i18n import grouped, label, tr
from congress_desk.queries.elections.ballot_issue import IssueView
from congress_desk.ui.records.table_model import Sign, TableColumn

_HOURS = slice(11, 16)
_SIGNS = {
    IssueKind.BOX_SEALED: Sign(icon="lock", tone="accent"),
    IssueKind.HANDED: Sign(icon="log-out", tone="holds"),
    IssueKind.EXCHANGED: Sign(icon="rotate-ccw", tone="look"),
    IssueKind.TAKEN_BACK: Sign(icon="undo-2", tone="look"),
    IssueKind.RETURNED: Sign(icon="lock-open", tone="accent"),
    IssueKind.DESTROYED: Sign(icon="trash-2", tone="muted"),
}
_OF_UNITS = (IssueKind.HANDED, IssueKind.EXCHANGED, IssueKind.TAKEN_BACK)


def issue_columns(view: IssueView | None = None) -> tuple[TableColumn, ...]:
    """Return the columns of the register; where there are several boxes, which one it is."""
    of_box = TableColumn(
        title=tr("Ballot box"), text=lambda line: view.box_name(line.box_id) if view else ""
    )
    boxes = (of_box,) if view and view.boxes else ()
    return (
        TableColumn(title=tr("Time"), text=lambda line: line.at[_HOURS]),
        TableColumn(
            title=tr("What"),
            text=lambda line: label("issue_kind", line.kind.value),
            sign=lambda line: _SIGNS[line.kind],
            tone=_tone,
        ),
        *boxes,
        TableColumn(title=tr("Delegation, row"), text=unit_text, tone=_tone),
        TableColumn(title=tr("Papers"), text=_papers, number=True, tone=_tone),
        TableColumn(title=tr("Who"), text=_who, tone=_tone),
        TableColumn(title=tr("Note"), text=_note, tone=_tone),
    )


def head_words(view: IssueView) -> str:
    """Return what the register is for, before its round opens and while it is open."""
    if view.round is None:
        return tr("The round is not open yet: what is handed out now goes into it when it opens.")
    return tr(
        "Seal the box, hand out the papers, then write down what was in the box: issued and"
        " returned go into the accounting by themselves."
    )


def unit_text(line: IssueLine) -> str:
    """Return whom a line is about: a unit, the whole hall, nobody."""
    if line.kind not in _OF_UNITS:
        return ""
    return line.unit or tr("the whole hall")


def figures(view: IssueView) -> tuple[tuple[str, str], ...]:
    """Return a tone and a sentence for each thing to know of the papers of a round."""
    register = view.register
    if view.void_out:
        return (_of_void(view.void_out), *_of_early(view))
    if view.round is None:
        return _of_early(view)
    return (
        _of_sealing(view),
        _of_print(register),
        _of_issue(register, view.present),
        _of_return(register),
        _of_rest(register),
        *(_of_one_box(view, box) for box in view.boxes),
    )


def _of_one_box(view: IssueView, box: BallotBox) -> tuple[str, str]:
    """Return issued, exchanged, taken back, cast and found of a box among several."""
    register, cast = view.register.of_box(box.id), view.cast.get(box.id)
    words = tr(
        "{box}: {issued} issued, {exchanged} exchanged, {unused} taken back",
        box=box.name,
        issued=grouped(register.issued),
        exchanged=grouped(register.exchanged),
        unused=grouped(register.total(IssueKind.TAKEN_BACK)),
    )
    if cast is not None:
        words = tr("{words}; {cast} have cast", words=words, cast=grouped(cast))
    if register.returned is None:
        return "muted", words
    words = tr("{words}; {found} in the box", words=words, found=grouped(register.returned))
    return "holds" if register.returned == register.issued else "look", words


def _of_early(view: IssueView) -> tuple[tuple[str, str], ...]:
    """Return what is to be known before the round opens."""
    register = view.register
    return (_of_sealing(view), _of_print(register), _of_issue(register, view.present))


def _of_void(papers: int) -> tuple[str, str]:
    return "wrong", tr("{count} papers of a void run are still out: take them back",
                       count=grouped(papers))  # fmt: skip


def _of_sealing(view: IssueView) -> tuple[str, str]:
    line = view.register.line(IssueKind.BOX_SEALED)
    if line is None:
        return "look", tr("The box has not been checked and sealed yet.")
    if view.unsealed:
        return "look", tr("Not checked and sealed yet: {boxes}", boxes=", ".join(view.unsealed))
    return "holds", tr("Box sealed at {time} by {name}, witness {witness}",
                       time=line.at[_HOURS], name=line.name, witness=line.witness)  # fmt: skip


def _of_print(register: IssueRegister) -> tuple[str, str]:
    if not register.printed:
        return "muted", tr("How many papers were printed is not in the record.")
    if register.spent:
        counts = {"count": grouped(register.printed), "spent": grouped(register.spent)}
        words = tr("{count} papers printed, {spent} of them used in a cancelled round", **counts)
        return "accent", words
    return "accent", tr("{count} papers printed", count=grouped(register.printed))


def _of_issue(register: IssueRegister, present: int | None) -> tuple[str, str]:
    if not register.is_kept:
        return "look", tr("No paper has been handed out yet.")
    figures = {"issued": grouped(register.issued), "exchanged": grouped(register.exchanged)}
    if present is None or present == register.issued:
        return "holds", tr("{issued} issued, {exchanged} spoiled and exchanged", **figures)
    return "look", tr("{issued} issued, {exchanged} spoiled and exchanged; {present} are present",
                      **figures, present=grouped(present))  # fmt: skip


def _of_return(register: IssueRegister) -> tuple[str, str]:
    if register.returned is None:
        return "muted", tr("The box is closed.")
    missing = register.issued - register.returned
    if missing < 0:
        return "wrong", tr("{returned} in the box, {more} more than issued: the round is void",
                           returned=grouped(register.returned), more=grouped(-missing))  # fmt: skip
    if missing:
        figures = {"returned": grouped(register.returned), "missing": grouped(missing)}
        return "look", tr("{returned} in the box, {missing} did not come back", **figures)
    return "holds", tr("{returned} in the box, as many as issued",
                       returned=grouped(register.returned))  # fmt: skip


def _of_rest(register: IssueRegister) -> tuple[str, str]:
    destroyed, spoiled = register.total(IssueKind.DESTROYED), register.spoiled_destroyed
    left = register.exchanged - spoiled
    if register.unused is None:
        if destroyed:
            counts = {"unused": grouped(destroyed), "spoiled": grouped(left)}
            return "look", tr(
                "{unused} unused destroyed, no print on record to check by; {spoiled} spoiled left",
                **counts,
            )
        tone = "look" if left and register.returned is not None else "muted"
        return tone, tr("Spoiled papers not destroyed yet: {spoiled}", spoiled=grouped(left))
    unused = register.unused - destroyed
    tone = "holds" if not unused + left else "muted"
    return tone, tr("Not destroyed yet: {unused} unused, {spoiled} spoiled",
                    unused=grouped(unused), spoiled=grouped(left))  # fmt: skip


def _papers(line: IssueLine) -> str:
    if line.kind is IssueKind.BOX_SEALED:
        return ""
    if line.spoiled:
        return tr("{papers} and {spoiled} spoiled",
                  papers=grouped(line.papers), spoiled=grouped(line.spoiled))  # fmt: skip
    return grouped(line.papers)


def _who(line: IssueLine) -> str:
    return " – ".join(name for name in (line.name, line.witness) if name)


def _note(line: IssueLine) -> str:
    if line.stands:
        return line.note
    return tr("struck out: {reason}", reason=line.struck_reason)


def _tone(line: IssueLine) -> str:
    return "" if line.stands else "muted"
