"""What the structure panel says: sets, figures, targets and how they stand."""

from __future__ import annotations

from fractions import Fraction

from congress_desk.domain.elections.majority import percent
from congress_desk.domain.structure.figures import Figure, Part
from congress_desk.domain.structure.target_text import share_text
from congress_desk.domain.structure.targets import Judgement, Measure, Standing, Target, Targets
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.i18n import label, tr, with_decimal_mark
from congress_desk.queries.structure import NamedSet, SetKind
from congress_desk.ui.records.table_model import Sign

_SIGNS = {
    Standing.MET: Sign(icon="circle-check", tone="holds"),
    Standing.NOT_MET: Sign(icon="triangle-alert", tone="look"),
    Standing.NOT_KNOWN: Sign(icon="circle-question-mark", tone="muted"),
}


def number_text(number: str) -> str:
    """Return a number with the decimal mark of the language in use."""
    return with_decimal_mark(number)


def share_words(exact: str) -> str:
    """Return a percentage for a column that is headed by its sign, "–" of nobody."""
    return number_text(exact) or "–"


def percent_words(exact: str) -> str:
    """Return a percentage of majority.percent with its sign, "–" of nobody."""
    return f"{number_text(exact)}%" if exact else "–"


def set_words(found: NamedSet) -> str:
    """Return what a set of people is called in the choice of sets."""
    if found.set.kind is SetKind.LIST:
        return tr("List {code} – {title}", code=found.code, title=found.title)
    if found.set.kind is SetKind.ELECTED:
        return tr("Elected, {code} round {number} – {title}", code=found.code,
                  number=found.round, title=found.title)  # fmt: skip
    return label("people_set", found.set.kind.value)


def measure_words(measure: Measure, targets: Targets) -> str:
    """Return the name of what a target is set for."""
    if measure is Measure.YOUNG:
        return tr("Under {years}", years=targets.young_under)
    return label("measure", measure.value)


def target_words(judgement: Judgement) -> str:
    """Return a target as a share, and in people: "≥ 15% (18)"; of a small committee in people."""
    words = bound_words(judgement.target)
    if not words:
        return _people_words(judgement)
    bounds = [b for b in (judgement.least, judgement.most) if b is not None]
    return f"{words} ({'–'.join(map(str, bounds))})"


def bound_words(target: Target) -> str:
    """Return the bounds of a target: "≥ 15%", "≤ 2/3", "10–30%", "" without one."""
    low, high = (typed_words(share) for share in (target.at_least, target.at_most))
    if low and high:
        return f"{low.removesuffix(' %')}–{high}" if high.endswith("%") else f"{low}–{high}"
    return f"≥ {low}" if low else f"≤ {high}" if high else ""


def typed_words(share: Fraction | None) -> str:
    """Return a share as it may be typed: "15%", "1/3", "" of none."""
    if share is None:
        return ""
    text = number_text(share_text(share))
    return text if "/" in text else f"{text}%"


def standing_words(judgement: Judgement) -> str:
    """Return met, not met or not known."""
    return label("standing", judgement.standing.value)


def standing_sign(judgement: Judgement) -> Sign:
    """Return the icon of how a target stands."""
    return _SIGNS[judgement.standing]


def judgement_sentence(judgement: Judgement, targets: Targets) -> str:
    """Return one line on a target: "Nữ: 12 trong 58 (20,69%) – đạt, chỉ tiêu ≥ 15% (9)"."""
    return tr(
        "{what}: {number} of {of} ({percent}) – {standing}, target {target}",
        what=measure_words(judgement.measure, targets),
        number=judgement.number,
        of=judgement.of,
        percent=percent_words(percent(max(judgement.number, 0), judgement.of)),
        standing=standing_words(judgement),
        target=target_words(judgement),
    )


def part_words(group: str, part: Part) -> str:
    """Return the label of a part: its code in words, or what was written."""
    return label(group, part.key) if part.key else part.written


def band_words(key: str) -> str:
    """Return a band of years in words: "dưới 30", "30–40", "trên 70"."""
    if key.startswith("<"):
        return tr("under {years}", years=key[1:])
    if key.startswith(">"):
        return tr("over {years}", years=key[1:])
    return key


def note_words(figure: Figure) -> str:
    """Return by how much a figure may be wrong: incomplete dates, and missing data."""
    notes = []
    if figure.perhaps_not:
        notes.append(f"−{len(figure.perhaps_not)}")
    if figure.perhaps:
        notes.append(f"+{len(figure.perhaps)}")
    if figure.unknown:
        notes.append(tr("{count} not known", count=len(figure.unknown)))
    return " · ".join(notes)


def note_sentences(figure: Figure) -> str:
    """Return the same in sentences."""
    sentences = []
    if figure.perhaps_not:
        sentences.append(
            tr("{count} are counted by the year alone and perhaps do not belong here",
               count=len(figure.perhaps_not))
        )  # fmt: skip
    if figure.perhaps:
        sentences.append(
            tr("{count} more perhaps belong here: only a year or a month is known of them",
               count=len(figure.perhaps))
        )  # fmt: skip
    if figure.unknown:
        sentences.append(tr("of {count} the data do not say", count=len(figure.unknown)))
    return "\n".join(sentences)


def date_words(partial: str) -> str:
    """Return a date of a person, "–" without one."""
    return vietnamese_date(partial) or "–"


def _people_words(judgement: Judgement) -> str:
    if judgement.least == judgement.most:
        return tr("{count} people", count=judgement.least or 0)
    if judgement.least and judgement.most:
        return tr("{low} to {high} people", low=judgement.least, high=judgement.most)
    if judgement.most is not None:
        return tr("at most {count} people", count=judgement.most)
    return tr("at least {count} people", count=judgement.least or 0)
