"""The names of an election as a table: where each comes from, its support, where it stands."""

from __future__ import annotations

from congress_desk.domain.elections.majority import percent
from congress_desk.domain.nomination.nominee import Nominee, NomineeState, WithdrawalState
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.i18n import label, tr
from congress_desk.ui.desks.elections.result.words import percent_text
from congress_desk.ui.records.table_model import Sign, TableColumn

BORN, OFFICE, SOURCE = 1, 2, 3
LONG = (SOURCE, OFFICE)
# What a column gives way for below this width: the name, its support and its state stay.
ROOM = {OFFICE: 900, BORN: 750, SOURCE: 640}
_ORDER = (
    NomineeState.PROPOSED,
    NomineeState.LISTED,
    NomineeState.LEFT_OFF,
    NomineeState.WITHDRAWN,
)
_SIGNS = {
    NomineeState.LISTED: Sign(icon="circle-check", tone="holds"),
    NomineeState.PROPOSED: Sign(icon="circle-dot", tone="look"),
    NomineeState.WITHDRAWN: Sign(icon="log-out", tone="muted"),
    NomineeState.LEFT_OFF: Sign(icon="circle-x", tone="muted"),
}


def same_nominee(old: Nominee, new: Nominee) -> bool:
    """Say whether two rows are about one name."""
    return old.candidate.id == new.candidate.id


def in_order(nominee: Nominee) -> int:
    """Return the place of a name by where it stands: who is to be decided on comes first."""
    return _ORDER.index(nominee.state)


def nominee_columns(rules: RuleSet) -> tuple[TableColumn, ...]:
    """Return what the table says of a name."""
    return (
        TableColumn(title=tr("Full name"), text=lambda n: n.candidate.name, whole=True),
        TableColumn(title=tr("Born"), text=lambda n: vietnamese_date(n.candidate.born)),
        TableColumn(title=tr("Office, unit"), text=lambda n: n.candidate.role),
        TableColumn(title=tr("Put forward by"), text=source_words),
        TableColumn(
            title=tr("Agree to consider"),
            text=support_words,
            tone=lambda n: "" if n.has_support(rules) else "look",
            number=True,
        ),
        TableColumn(title=tr("State"), text=state_words, sign=lambda n: _SIGNS[n.state]),
    )


def source_words(nominee: Nominee) -> str:
    """Return who put a name forward."""
    if nominee.source is None:
        return tr("not said")
    return nominee.nominated_by or label("nomination_source", nominee.source.value)


def support_words(nominee: Nominee) -> str:
    """Return the support as an exact share, and from where it is known."""
    found = nominee.support
    if found is None:
        return tr("none yet") if nominee.is_outside and nominee.stands else ""
    share = percent_text(percent(found.number, found.of))
    return tr("{number} of {of} ({percent}%)", number=found.number, of=found.of, percent=share)


def state_words(nominee: Nominee) -> str:
    """Return where a name stands, with a wish to withdraw that waits."""
    words = label("nominee_state", nominee.state.value)
    wish = nominee.withdrawal
    if wish is not None and wish.state is WithdrawalState.WAITING:
        return tr("{state}, wishes to withdraw", state=words)
    return words
