"""What the minutes desk says of parts: their names, states, and what changed in them."""

from __future__ import annotations

from congress_desk.domain.minutes.paper_fields import FREE, FieldChange, PartState, ShownPart
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.queries.minutes import PaperView
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.minutes.paper_prose import field_label
from congress_desk.ui.records.table_model import Sign

KEEP_MS = 700

# Values that are shown to nobody: they only say that something changed.
_LONG = 60

SIGNS = {
    PartState.EDITED: Sign(icon="pencil", tone="accent"),
    PartState.TO_LOOK_AT: Sign(icon="triangle-alert", tone="look"),
    PartState.ORPHANED: Sign(icon="ban", tone="wrong"),
    PartState.FREE: Sign(icon="plus", tone="muted"),
}
TONES = {PartState.TO_LOOK_AT: "look", PartState.ORPHANED: "wrong"}


def paper_titles() -> dict[CongressPaper, str]:
    """Return what the papers are called, in their order."""
    return {
        CongressPaper.MINUTES: tr("Minutes of the congress"),
        CongressPaper.RESOLUTION: tr("Resolution of the congress"),
        CongressPaper.QUICK_REPORT: tr("Quick report on the results"),
    }


def part_title(part: ShownPart) -> str:
    """Return what a part is called in the list."""
    if part.title:
        return part.title
    if part.kind == FREE:
        first = part.text.strip().partition("\n")[0].replace("**", "")
        return first[:_LONG] or tr("A part of your own")
    return tr("Record that is gone: {kind}", kind=kind_word(part.kind))


def kind_word(kind: str) -> str:
    """Return what kind of record a part is of."""
    words = {
        "opening": tr("opening"),
        "presence": tr("presence"),
        "organ": tr("organ"),
        "report": tr("agenda item"),
        "speech": tr("speech"),
        "motion": tr("motion"),
        "election": tr("election"),
        "targets": tr("targets"),
        "resolution": tr("resolution"),
        "charge": tr("charge"),
        "closing": tr("closing"),
    }
    return words.get(kind, kind)


def state_word(part: ShownPart) -> str:
    """Return how a part stands in a word or two."""
    if part.state is PartState.EDITED and not part.text.strip():
        return tr("Left out")
    return {
        PartState.COMPUTED: tr("From the records"),
        PartState.EDITED: tr("Edited"),
        PartState.TO_LOOK_AT: tr("Numbers changed"),
        PartState.ORPHANED: tr("Record is gone"),
        PartState.FREE: tr("Added"),
    }[part.state]


def state_sentence(part: ShownPart, words: Wording) -> tuple[str, str]:
    """Return what has to be said of a part, and its tone."""
    missing = ", ".join(field_label(name, words) for name in part.missing)
    gone = tr("Left out of the text: {fields}.", fields=missing) if missing else ""
    match part.state:
        case PartState.COMPUTED:
            return tr("From the records. It is updated automatically until you edit it."), "muted"
        case PartState.EDITED if not part.text.strip():
            return tr("Empty: this part is left out of the paper."), "look"
        case PartState.EDITED:
            said = tr("Edited; the numbers in it follow the record.")
            return " ".join(filter(None, (said, gone))), "look" if gone else "muted"
        case PartState.TO_LOOK_AT:
            changed = "; ".join(change_words(change, words) for change in part.changes)
            said = tr("Changed since it was edited: {changes}. Read it once more.", changes=changed)
            return " ".join(filter(None, (said, gone))), "look"
        case PartState.ORPHANED:
            said = tr(
                "Its record is no longer there, so that the paper is a draft. Copy what should stay"
                " into a part of your own, then remove this one."
            )
            return said, "wrong"
    return tr(
        "A part of your own; {up} and {down} move it.",
        up=use_name("move_up"),
        down=use_name("move_down"),
    ), "muted"


def change_words(change: FieldChange, words: Wording) -> str:
    """Return "số có mặt 117 → 118"; of long values only what they are."""
    label = field_label(change.field, words)
    if len(change.before) > _LONG or len(change.after) > _LONG or change.field in _UNTOLD:
        return label
    before, after = change.before or "–", change.after or "–"
    return f"{label} {before} → {after}"


_UNTOLD = frozenset({"outcome", "state"})


def what_to_do() -> str:
    """Return the sentence under the title of the desk."""
    return tr(
        "Choose a part and write around the numbers: they are locked and follow their records."
        " What you type is kept by itself."
    )


def written_meanwhile() -> str:
    """Return what is said when two windows wrote into one part."""
    return tr(
        "Another window wrote into this part meanwhile. What you typed is kept as a part of its"
        " own behind it."
    )


def why_not(name: str, part: ShownPart | None, view: PaperView | None) -> str:
    """Return why a command is refused for a part, "" when it is not."""
    if name == "preview":
        printed = view is not None and view.can_be_printed
        return "" if printed else tr("There is nothing to print yet")
    if name in ("add", "back", "write"):
        return ""
    if part is None:
        return tr("Choose a part first")
    if name == "look" and part.state is not PartState.TO_LOOK_AT:
        return tr("No change is waiting for review")
    if name == "restore" and part.state in (PartState.COMPUTED, PartState.FREE):
        return tr("It has the usual wording already")
    if name in ("remove", "up", "down") and part.kind != FREE:
        return tr("Only a part of your own is moved or removed")
    return ""


def restore_words(part: ShownPart | None) -> str:
    """Return what going back is called: a part whose record is gone is removed."""
    orphaned = part is not None and part.state is PartState.ORPHANED
    return tr("Remove the part…") if orphaned else ""
