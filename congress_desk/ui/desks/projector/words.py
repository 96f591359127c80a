"""What the subjects for the hall are called on the desk, and the columns of their tables."""

from __future__ import annotations

from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.i18n import label, tr
from congress_desk.queries.hall import HallChoice
from congress_desk.ui.records.table_model import Sign, TableColumn


def kind_words(choice: HallChoice) -> str:
    """Return what kind of page it is: "Result in ballot order"."""
    return label("hall_page", choice.subject.kind)


def about_words(choice: HallChoice) -> str:
    """Return what it is about: the motion, the election and its round, the message."""
    if choice.subject.kind is SubjectKind.MESSAGE:
        return " ".join(choice.subject.text.split())
    if choice.round_number > 1:
        return tr("{title} · round {number}", title=choice.about, number=choice.round_number)
    return choice.about


def message_of(text: str) -> HallChoice:
    """Return a typed message as something that can be shown."""
    return HallChoice(subject=Subject(kind=SubjectKind.MESSAGE, text=text))


def whole_words(choice: HallChoice) -> str:
    """Return a subject in one line."""
    return " · ".join(filter(None, (kind_words(choice), about_words(choice))))


def choice_columns() -> tuple[TableColumn, ...]:
    """Return what the table of subjects says of each."""
    return (
        TableColumn(title=tr("Page"), text=kind_words, tone=_tone),
        TableColumn(
            title=tr("About"), text=about_words, remark=_state, sign=_sign, tone=_tone, tip=_tip
        ),
    )


def queue_columns() -> tuple[TableColumn, ...]:
    """Return what the table of the queue says."""
    return (TableColumn(title=tr("Comes next on the screen"), text=whole_words),)


def same_choice(old: HallChoice, new: HallChoice) -> bool:
    """Say whether two lines are of the same subject."""
    return old.subject == new.subject


def _tone(choice: HallChoice) -> str:
    return "muted" if choice.waits else ""


def _state(choice: HallChoice) -> str:
    return tr("not declared yet") if choice.waits else ""


def _tip(choice: HallChoice) -> str:
    return "\n".join(filter(None, (about_words(choice), _state(choice))))


def _sign(choice: HallChoice) -> Sign | None:
    return Sign(icon="lock", tone="muted") if choice.waits else None
