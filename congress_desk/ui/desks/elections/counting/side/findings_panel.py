"""What does not add up or is not done yet, errors first; or that every sum holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame

from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.i18n import article_said, finding_text, label, tr
from congress_desk.ui.desks.elections.counting.ballot_words import runs
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.state_row import StateRow

NOT_DONE_YET = frozenset(
    {
        "ballots_missing",
        "ballots_missing_some_wait",
        "present_missing",
        "issued_missing",
        "returned_missing",
    }
)
_ORDER = ("wrong", "holds", "look", "accent", "muted")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One line of the panel."""

    tone: str
    text: str
    article: str = ""


def finding_rows(findings: Sequence[Finding]) -> list[FindingRow]:
    """Return what to show: what is merely not done yet is no error, short bundles are one line."""
    rows: list[FindingRow] = []
    short = [f for f in findings if f.code == "bundle_short" and f.blocks]
    for finding in findings:
        if finding not in short:
            rows.append(_row(finding))
        elif finding is short[0]:
            rows.append(_short_bundles(short))
    if not any(finding.blocks for finding in findings):
        rows.append(FindingRow(tone="holds", text=tr("Every sum holds")))
    return sorted(rows, key=lambda row: _ORDER.index(row.tone))


def _short_bundles(short: Sequence[Finding]) -> FindingRow:
    numbers = runs(int(finding.params["bundle"]) for finding in short)
    text = tr("Bundles that are not full yet: {numbers}", numbers=numbers)
    return FindingRow(tone="look", text=_with_word(tr("Not done yet"), text, ""))


def _row(finding: Finding) -> FindingRow:
    sentence, article = finding_text(finding), article_said(finding.article)
    if finding.waived_by:
        text = tr(
            "{sentence} — let stand by {name}: {reason}",
            sentence=sentence,
            name=finding.waived_by,
            reason=finding.waived_reason,
        )
        return FindingRow(tone="muted", text=text, article=article)
    if finding.code in NOT_DONE_YET:
        return FindingRow(tone="look", text=_with_word(tr("Not done yet"), sentence, article))
    tones = {Severity.ERROR: "wrong", Severity.WARNING: "look", Severity.INFO: "accent"}
    word = label("severity", finding.severity.value)
    return FindingRow(
        tone=tones[finding.severity],
        text=_with_word(word[:1].upper() + word[1:], sentence, article),
        article=article,
    )


def _with_word(word: str, sentence: str, article: str) -> str:
    if article:
        return tr("{word} · {sentence} ({article})", word=word, sentence=sentence, article=article)
    return tr("{word} · {sentence}", word=word, sentence=sentence)


class FindingsPanel(QFrame):
    """Lines that are kept and told anew, so that a count in progress does not flicker."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findingsPanel")
        self.setProperty("role", "card")
        self._lines: list[StateRow] = []
        self._rows: list[FindingRow] = []
        self._shown: tuple[Finding, ...] | None = None
        self.setAccessibleName(tr("Checks"))
        self._stack = column_in(
            self, theme.caption(tr("Checks")), None, spacing=2, margins=(12, 10, 12, 8)
        )

    @property
    def rows(self) -> list[FindingRow]:
        """Return what is shown."""
        return self._rows

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings, which a ballot seldom changes."""
        if self._shown == tuple(findings):
            return
        self._shown = tuple(findings)
        self._rows = finding_rows(findings)
        while len(self._lines) < len(self._rows):
            line = StateRow()
            self._stack.insertWidget(len(self._lines) + 1, line)
            self._lines.append(line)
        for line, row in zip(self._lines, self._rows, strict=False):
            line.show_state(row.tone, row.text, row.article)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(self._rows))
