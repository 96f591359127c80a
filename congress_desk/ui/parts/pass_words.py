"""The states of bundles, their differences and what is to be done about them, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from congress_desk.domain.elections.passes.bundle_passes import (
    BundlePasses,
    BundleState,
    EntryPass,
)
from congress_desk.domain.text.number_ranges import ranges_text
from congress_desk.i18n import difference_text, grouped, label, tr
from congress_desk.queries.elections.passes.bundles import ComparedBundle
from congress_desk.ui.records.table_model import Sign

# Findings of the gate that are settled on the page that compares passes.
PASSES_COMPARED = frozenset({"bundles_not_agreed", "passes_differ"})
_CLOSED = Sign(icon="circle", tone="muted")
_SIGNS = {
    BundleState.OPEN: _CLOSED,
    BundleState.DIFFERS: Sign(icon="triangle-alert", tone="look"),
    BundleState.AGREED: Sign(icon="circle-check", tone="holds"),
    BundleState.SEALED: Sign(icon="lock", tone="holds"),
}
_OF_A_PASS = (BundleState.FIRST_PASS, BundleState.SECOND_PASS, BundleState.THIRD_PASS)
_UNDER_WAY = Sign(icon="circle-dot", tone="accent")


def bundle_sign(bundle: BundlePasses) -> Sign:
    """Return the sign of a bundle's state: a dot in a ring while a pass of it is being typed."""
    if bundle.open_pass is not None:
        return _UNDER_WAY
    return _SIGNS.get(bundle.state, _CLOSED)


def state_words(bundle: BundlePasses, compared: ComparedBundle | None) -> str:
    """Say how far a bundle is, in a few words."""
    opened = bundle.open_pass
    if opened is not None:
        return tr(
            "pass {number}: {taken} / {expected}",
            number=opened.number,
            taken=grouped(opened.taken),
            expected=_expected(bundle),
        )
    if bundle.station:
        return tr("at “{name}”", name=bundle.station)
    if compared is not None:
        return _differing_words(compared)
    if bundle.state is BundleState.OPEN:
        return tr("not begun · {sheets} sheets", sheets=_expected(bundle))
    if bundle.state in (BundleState.AGREED, BundleState.SEALED):
        return label("bundle_state", bundle.state.value)
    if bundle.totals_differ:
        return tr("its totals differ")
    return tr("pass {number} done", number=len(bundle.passes))


def pass_word(bundle: BundlePasses) -> str:
    """Say how far a bundle is, in as few words as the column of bundles has room for."""
    if bundle.open_pass is None and bundle.state in _OF_A_PASS:
        return tr("pass {number} done", number=len(bundle.passes))
    return label("bundle_state", bundle.state.value)


def pass_counts(bundle: BundlePasses) -> str:
    """Return entered and expected of an open pass or of what is agreed, nothing of closed ones."""
    opened = bundle.open_pass
    if opened is None and not bundle.is_agreed and bundle.passes:
        return _expected(bundle)
    entered = opened.taken if opened is not None else bundle.agreed
    return f"{grouped(entered)} / {_expected(bundle)}"


@dataclass(frozen=True, slots=True)
class CornerSign:
    """The corner of the pile a bundle lies on: a sign in a tone of the theme."""

    sign: str
    tone: str


def pile_sign(bundle: BundlePasses) -> CornerSign | None:
    """Return the corner of the pile a bundle goes to, None while a pass is missing."""
    if bundle.is_agreed:
        return CornerSign("✓", "holds")
    return CornerSign("≠", "wrong") if bundle.state is BundleState.DIFFERS else None


def pile_words(bundle: BundlePasses) -> str:
    """Say which pile a bundle goes to, "" while a pass is missing."""
    if bundle.is_agreed:
        return tr("Green corner: the pile that agrees")
    return tr("Red corner: the pile to settle") if pile_sign(bundle) else ""


def _differing_words(compared: ComparedBundle) -> str:
    if compared.needs_count:
        return tr("count the sheets")
    if compared.left:
        return tr("{count} sheets to type", count=len(compared.left))
    return tr("waits for the board")


def _expected(bundle: BundlePasses) -> str:
    return "?" if bundle.expected is None else grouped(bundle.expected)


def title_of(bundle: BundlePasses, compared: ComparedBundle | None) -> str:
    """Say of a bundle what is most to be known, in one line."""
    number = bundle.number
    if compared is None:
        return tr("Bundle {bundle}: {words}", bundle=number, words=state_words(bundle, None))
    differences = compared.comparison.differences
    if len(differences) == 1:
        return tr("Bundle {bundle}: {words}", bundle=number, words=difference_text(differences[0]))
    if differences:
        return tr(
            "Bundle {bundle}: the passes differ in {count} places",
            bundle=number,
            count=len(differences),
        )
    if compared.needs_count:
        return tr("Bundle {bundle}: not as many sheets as on its cover", bundle=number)
    return tr("Bundle {bundle}: {words}", bundle=number, words=state_words(bundle, compared))


def counts_sentence(bundle: BundlePasses, compared: ComparedBundle | None) -> str:
    """Say how many sheets each pass has, and that one shift is one place and not many ballots."""
    if compared is None:
        return _sentence_of(bundle)
    counts = compared.comparison.counts
    passes = ", ".join(
        tr("pass {number} has {count}", number=number, count=count)
        for number, count in enumerate(counts, start=1)
    )
    cover = tr("the cover says {count}", count=_expected(bundle))
    words = f"{passes}; {cover}."
    words = words[:1].upper() + words[1:]
    if len(set(counts)) > 1 and len(compared.comparison.differences) == 1:
        one = tr("All other sheets are alike: this is one place, however many numbers are shifted.")
        return f"{words} {one}"
    return words


def _sentence_of(bundle: BundlePasses) -> str:
    if bundle.is_empty:
        return tr("The cover says that it holds no ballot.")
    if bundle.is_agreed:
        return tr("{count} ballots count, the same in every pass or typed from the paper.",
                  count=grouped(bundle.agreed))  # fmt: skip
    if bundle.by_totals and bundle.all_closed:
        return tr(
            "Entered from its tally sheet. Somebody who entered none counts the totals that differ"
            " again, from the ballots, and types them; what a sheet says is not shown."
        )
    opened = bundle.open_pass
    if opened is not None:
        return tr("{name} is typing pass {number}.", name=opened.operator, number=opened.number)
    if bundle.passes:
        return tr("Somebody else types pass {number} now, from the paper alone.",
                  number=bundle.next_number)  # fmt: skip
    return tr("Nobody has typed it yet.")


def other_differences(compared: ComparedBundle) -> list[str]:
    """Return every difference in words, where there are several."""
    differences = compared.comparison.differences
    if len(differences) < 2:
        return []
    return [_upper(difference_text(difference)) for difference in differences]


def steps(bundle: BundlePasses, compared: ComparedBundle) -> list[str]:
    """Return what is to be done, one step after the other."""
    number = bundle.number
    if compared.needs_count:
        return [
            tr("Take bundle {bundle} and count its sheets by hand, those put aside too.",
               bundle=number),
            tr("Write the number here: it says whether a pass left a sheet out or took one twice."),
            tr("Then the sheets that differ are typed from the paper; of several differences all"
               " the sheets between them too."),
        ]  # fmt: skip
    if bundle.station:
        return [
            tr("Its sheets in question are typed at station “{name}”; its result comes in by the"
               " dialog of stations.", name=bundle.station)
        ]  # fmt: skip
    if compared.left:
        return [
            tr("Take bundle {bundle}; the sheets in question, from the top: {sheets}.",
               bundle=number, sheets=ranges_text(compared.left)),
            tr("Somebody who typed no pass of this bundle types them from the paper."),
        ]  # fmt: skip
    return [
        tr("The board decides on the sheets put aside ({sheets}): on the counting screen.",
           sheets=ranges_text(compared.waiting))
    ]  # fmt: skip


def settle_words(bundle: BundlePasses, compared: ComparedBundle | None) -> str:
    """Return what the button says that settles a bundle, "" for its usual words."""
    if bundle.totals_differ:
        return tr("Type the totals that differ…")
    if compared is None:
        return ""
    if compared.needs_count:
        return tr("Record the number of sheets")
    if not compared.left:
        return ""
    return tr(
        "Type ballot {place} of bundle {bundle} from the paper…",
        bundle=bundle.number,
        place=compared.left[0],
    )


def who_and_when(bundle: BundlePasses) -> list[str]:
    """Return who entered each pass and when, to the minute."""
    return [
        tr("Pass {number}: {name}, {times}", number=each.number, name=each.operator,
           times=_times(each))
        for each in bundle.passes
        if each.opened_at
    ]  # fmt: skip


def _times(entry_pass: EntryPass) -> str:
    opened = _minute(entry_pass.opened_at)
    closed = _minute(entry_pass.closed_at)
    if not closed:
        return tr("since {time}", time=opened)
    return f"{opened}–{closed}"


def _minute(at: str) -> str:
    """Return "09:41" of an ISO time, "" of none."""
    if not at:
        return ""
    moment = datetime.fromisoformat(at)
    return f"{moment:%H:%M}"


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
