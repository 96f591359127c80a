"""What is to be said of a ballot box by the issue register of its papers."""

from __future__ import annotations

from congress_desk.domain.ballot_papers.issue_register import IssueKind, IssueRegister
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.rules.rule_set import RuleSet


def box_findings(issue: IssueRegister, rules: RuleSet) -> tuple[Finding, ...]:
    """Return that papers were handed out and nobody wrote that each box was checked and sealed.

    190 Điều 8. Of a congress that keeps no issue register, nothing is known of its box.
    """
    sealed = {line.box_id for line in issue.lines_of(IssueKind.BOX_SEALED)}
    if not issue.is_kept or (sealed and not set(issue.boxes) - sealed):
        return ()
    article = rules.article("counting_board")
    return (
        Finding(code="box_not_sealed", severity=Severity.ERROR, article=article, waivable=True),
    )
