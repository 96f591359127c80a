"""How the overview reads: its four figures, and what is to be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.obstacles import Gravity, ObstacleCounts
from congress_desk.domain.organs.organs import post_of
from congress_desk.domain.overview.overview import Matter, Need, OverviewFacts
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.preparation.progress import day_due, progress
from congress_desk.domain.rules.quorum import has_quorum, quorum_of
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.running.clock import Standing
from congress_desk.i18n import duration_words, finding_text, grouped, label, problem_text, tr
from congress_desk.keys.names import use_name
from congress_desk.ui.desks.overview.figure import Figure
from congress_desk.ui.desks.overview.lines import Line
from congress_desk.ui.parts.presence_words import share_text
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.widgets.inputs.date_input import moment_text

SIGNS = {
    Need.BLOCKING: Sign(icon="octagon-alert", tone="wrong"),
    Need.LATE: Sign(icon="clock", tone="look"),
    Need.MISSING: Sign(icon="circle-plus", tone="accent"),
    Need.LOOK: Sign(icon="eye", tone="muted"),
}
_GRAVE = (Gravity.BLOCKING, Gravity.HIGH)
NOTHING = "–"


def presence_figure(base: BaseSum, rules: RuleSet) -> Figure:
    """Return how many are present of those convened, and whether that is enough."""
    if not base.convened:
        below = tr("Nobody is convened yet")
        return Figure(caption=tr("Present"), number=NOTHING, below=below, desk="people")
    enough = has_quorum(base, rules.quorum)
    needed = tr(
        "{percent}% · {share}: {needed}",
        percent=share_text(base),
        share=str(rules.quorum_share),
        needed=grouped(rules.quorum.needed(quorum_of(base)[1])),
    )
    return Figure(
        caption=tr("Present"),
        number=f"{base.present} / {base.convened}",
        below=needed,
        tone="text" if enough else "look",
        icon="" if enough else "triangle-alert",
        desk="checkin",
    )


def programme_figure(facts: OverviewFacts, found: Standing, now: datetime) -> Figure:
    """Return how late the congress is, or how many days are left before it."""
    if not facts.planned:
        words = tr("No programme yet")
        return Figure(caption=tr("Agenda"), number=NOTHING, below=words, desk="agenda")
    if not found.begun and facts.congress.state is not CongressState.IN_SESSION:
        return _days_figure(facts, now.date())
    end = f"{found.day_end:%H:%M}" if found.day_end else NOTHING
    number, tone, icon = _drift(found)
    below = "" if found.over else tr("expected to end at {end}", end=end)
    return Figure(
        caption=tr("Agenda"), number=number, below=below, tone=tone, icon=icon, desk="running"
    )


def work_figure(facts: OverviewFacts, today: date) -> Figure:
    """Return how far the count is, else the preparation before the congress, or the elections."""
    counting = next((found for found in facts.elections if found.counting), None)
    if counting is not None and counting.last is not None:
        return Figure(
            caption=tr("Count"),
            number=f"{counting.entered} / {counting.last.accounting.returned or NOTHING}",
            below=tr("ballots in: {title}", title=post_of(counting.election.title)),
            tone="accent",
            desk="elections",
            record=counting.election.id,
        )
    if facts.tasks and facts.congress.state is CongressState.PREPARING:
        return _preparation_figure(facts, today)
    done = sum(found.complete for found in facts.elections)
    number = f"{done} / {len(facts.elections)}" if facts.elections else NOTHING
    below = tr("elections filled") if facts.elections else tr("No election yet")
    return Figure(caption=tr("Elections"), number=number, below=below, desk="elections")


def obstacle_figure(found: ObstacleCounts) -> Figure:
    """Return how many obstacles are in the way."""
    if not found.in_the_way:
        return Figure(
            caption=tr("Obstacles"),
            number="0",
            below=tr("none unresolved · {key} records one", key=use_name("note_obstacle")),
            desk="obstacles",
        )
    grave = found.gravest in _GRAVE
    return Figure(
        caption=tr("Obstacles"),
        number=str(found.in_the_way),
        below=tr("unresolved, {count} without an answer", count=found.open),
        tone="wrong" if grave else "look",
        icon="octagon-alert" if grave else "triangle-alert",
        desk="obstacles",
    )


def matter_lines(
    found: Sequence[Matter], desks: Mapping[str, str], *, first_steps: bool
) -> tuple[Line, ...]:
    """Return what is to be done under the headings of its need; `desks` are titles by key.

    `first_steps` numbers the lines of a congress that is just begun instead.
    """
    if first_steps:
        return tuple(
            _matter_line(matter, desks, lead=f"{place}.")
            for place, matter in enumerate(found, start=1)
        )
    lines: list[Line] = []
    for need, same in groupby(found, key=lambda matter: matter.need):
        kind = tuple(same)
        lines.append(_heading(need, kind))
        lines += [_matter_line(matter, desks) for matter in kind]
    return tuple(lines)


def matter_text(matter: Matter) -> str:
    """Return the sentence of something to do, with what it is about and how many more there are."""
    said = matter.said
    sentence = finding_text(said) if isinstance(said, Finding) else problem_text(said)
    if matter.about:
        sentence = f"{matter.about}: {sentence[:1].lower()}{sentence[1:]}"
    if matter.more:
        return tr("{sentence} (and {count} more like it)", sentence=sentence, count=matter.more)
    return sentence


def _heading(need: Need, kind: Iterable[Matter]) -> Line:
    count = sum(1 + matter.more for matter in kind)
    words = f"{label('need', need.value)} ({count})"
    return Line(text=words, sign=SIGNS[need], strong=True, heading=True)


def _matter_line(matter: Matter, desks: Mapping[str, str], lead: str = "") -> Line:
    return Line(
        text=matter_text(matter),
        lead=lead,
        aside=f"{desks[matter.desk]} ›",
        aside_tone="accent",
        desk=matter.desk,
        record=matter.record,
        part=matter.part,
    )


def _drift(found: Standing) -> tuple[str, str, str]:
    late = found.late_minutes
    if found.over:
        return tr("all done"), "text", ""
    if not found.begun:
        return tr("not started"), "text", ""
    if late is None:
        return tr("under way"), "text", ""
    if late >= 1:
        return tr("{length} late", length=duration_words(late)), "look", "clock"
    if late <= -1:
        return tr("{length} ahead", length=duration_words(-late)), "accent", ""
    return tr("on time"), "text", ""


def _days_figure(facts: OverviewFacts, today: date) -> Figure:
    starts = facts.congress.details.starts
    first = day_due(starts[:10])
    if first is None:
        words, below = NOTHING, tr("The first day is not known yet")
    else:
        days = (first - today).days
        below = tr("begins {moment}", moment=moment_text(starts))
        words = tr("in {days} days", days=days) if days > 0 else tr("today")
        if days < 0:
            words = tr("not started")
    desk = "agenda" if first else "congress"
    return Figure(caption=tr("Agenda"), number=words, below=below, desk=desk)


def _preparation_figure(facts: OverviewFacts, today: date) -> Figure:
    found = progress(facts.tasks, today)
    return Figure(
        caption=tr("Preparation"),
        number=f"{found.done} / {found.total}",
        below=tr("{late} late, {due} due this week", late=found.late, due=found.this_week),
        tone="look" if found.late else "text",
        icon="clock" if found.late else "",
        desk="preparation",
    )
