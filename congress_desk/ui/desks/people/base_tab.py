"""Where D comes from: convened, each deduction with its names, alternates, and two thirds."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from congress_desk.domain.people.person import VOTING_KINDS, Person, PersonKind
from congress_desk.domain.rules.quorum import has_quorum
from congress_desk.i18n import label, tr
from congress_desk.ui.desks.people.fields import kind_words
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.desks.people.people_words import sum_text
from congress_desk.ui.desks.people.person.what_if_panel import votes_to_carry
from congress_desk.ui.look import theme
from congress_desk.ui.parts.presence_words import presence_text, quorum_text
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.state_row import StateRow

WIDEST = 900
NAMED, UNBROKEN = 400, 40


class BaseTab(QWidget):
    """The sum from top to bottom; `person_wanted` carries the number of a name that was chosen."""

    person_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._whole: QWidget | None = None
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, theme.px(8), 0, 0)

    def show_view(self, view: PeopleView) -> None:
        """Show the sum of the register as it stands."""
        fresh = scrolling(self._sum_of(view))
        if self._whole is not None:
            self._page.removeWidget(self._whole)
            self._whole.deleteLater()
        self._whole = fresh
        self._page.addWidget(fresh)

    def _sum_of(self, view: PeopleView) -> QWidget:
        sheet = QFrame()
        sheet.setProperty("role", "card")
        sheet.setMaximumWidth(theme.px(WIDEST))
        lines = column_in(sheet, spacing=6, margins=24)
        self._add_parts(lines, view)
        page = QWidget()
        # Beside a stretch: in a column the height would be that of the whole width.
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(sheet, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        return page

    def _add_parts(self, lines: QVBoxLayout, view: PeopleView) -> None:
        base, names = view.base, view.names
        if not base.convened:
            words = tr("Nobody with a vote is in the register. D is then typed at each round.")
            lines.addWidget(theme.subtitle(words))
            return
        whole = theme.section(sum_text(base))
        whole.setObjectName("sumLine")
        lines.addWidget(whole)
        _add_rule(lines)
        _add(lines, tr("Convened with a vote"), str(base.convened), strong=True)
        _add_indented(lines, theme.subtitle(_kinds_text(view)))
        for status, people in names.deductions:
            _add(lines, tr("less: {what}", what=label("status", status.value)), f"− {len(people)}")
            self._add_names(lines, [_link(person) for person in people])
        if names.alternates:
            words = tr("plus: alternates in the place of delegates")
            _add(lines, words, f"+ {len(names.alternates)}")
            self._add_names(lines, [_pair(pair) for pair in names.alternates])
        _add_rule(lines)
        article = view.congress.rules.article("convened")
        words = tr("D, the base of the majority ({article})", article=article)
        _add(lines, words, str(base.base), strong=True)
        _add(lines, tr("Needed to carry a vote"), str(votes_to_carry(base, view.congress.rules)))
        _add_rule(lines)
        _add(lines, tr("Present now"), presence_text(base), strong=True)
        quorum = view.congress.rules.quorum
        enough = has_quorum(base, quorum)
        _add_state(lines, "holds" if enough else "look", quorum_text(base, quorum))
        if base.replaced_unfilled:
            words = tr(
                "{count} delegates are noted as replaced, but no alternate is there.",
                count=base.replaced_unfilled,
            )
            _add_state(lines, "look", words)

    def _add_names(self, lines: QVBoxLayout, links: list[str]) -> None:
        shown = links[:NAMED]
        if len(links) > NAMED:
            shown.append(escape(tr("… and {count} more", count=len(links) - NAMED)))
        made = theme.label(" · ".join(shown), name="baseNames", wrap=True)
        made.setProperty("markup", True)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.linkActivated.connect(lambda number: self.person_wanted.emit(int(number)))
        _add_indented(lines, made)


def _link(person: Person) -> str:
    name = escape(person.name)
    if len(name) <= UNBROKEN:
        name = name.replace(" ", "&nbsp;")
    where = f" ({escape(person.delegation)})" if person.delegation else ""
    return f'<a href="{person.id}" style="text-decoration: none">{name}</a>{where}'


def _pair(pair: tuple[Person, Person | None]) -> str:
    alternate, delegate = pair
    if delegate is None:
        return f"{_link(alternate)} – {escape(tr('in a seat that is left'))}"
    return tr(
        "{alternate} in the place of {delegate}",
        alternate=_link(alternate),
        delegate=_link(delegate),
    )


def _kinds_text(view: PeopleView) -> str:
    """Return how those convened came to their seats, and who has no vote."""
    counts = {kind: sum(p.kind is kind for p in view.people) for kind in PersonKind}
    voting = [k for k in PersonKind if k in VOTING_KINDS and counts[k]]
    others = [k for k in PersonKind if k not in VOTING_KINDS and counts[k]]
    by_kind = ", ".join(f"{kind_words(kind)} {counts[kind]}" for kind in voting)
    if not others:
        return by_kind
    without = ", ".join(f"{kind_words(kind)} {counts[kind]}" for kind in others)
    return tr("{voting}. Without a vote: {others}", voting=by_kind, others=without)


def _add(lines: QVBoxLayout, words: str, number: str, *, strong: bool = False) -> None:
    text, figure = QLabel(words), QLabel(number)
    text.setWordWrap(True)
    figure.setProperty("role", "section" if strong else "strong")
    if strong:
        text.setProperty("role", "strong")
    row = row_of((text, 1), spacing=24)
    row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
    lines.addLayout(row)


def _add_indented(lines: QVBoxLayout, made: QLabel) -> None:
    row = row_of(made, spacing=None, margins=(24, 0, 96, 8))
    lines.addLayout(row)


def _add_rule(lines: QVBoxLayout) -> None:
    rule = QFrame()
    rule.setProperty("role", "rule")
    lines.addWidget(rule)


def _add_state(lines: QVBoxLayout, tone: str, words: str) -> None:
    state = StateRow()
    state.show_state(tone, words)
    lines.addWidget(state)
