"""What is to be said of the decisions a round rests on, or that set it aside."""

from __future__ import annotations

from congress_desk.domain.decisions.decision import Decision
from congress_desk.domain.elections.findings import Finding, Severity, waivable_warning
from congress_desk.domain.elections.round import Round, RoundCause
from congress_desk.domain.rules.rule_set import RuleSet


def round_findings(
    found: Round,
    rules: RuleSet,
    *,
    decision: Decision | None,
    annulment: Decision | None,
    tied_before: bool,
) -> list[Finding]:
    """Return a round without the decision it needs, one whose decision fell, one set aside.

    `tied_before`: the round it follows was itself a vote among the tied.
    """
    findings = []
    needs = found.cause is RoundCause.SHORT or (found.cause is RoundCause.TIE and tied_before)
    if decision is None and needs:
        article = rules.article("tie" if found.cause is RoundCause.TIE else "short")
        findings.append(_said("round_without_decision", Severity.WARNING, article, found))
    if decision is not None and not decision.stands:
        findings.append(_said("decision_fell", Severity.WARNING, decision.article, found))
    if annulment is not None:
        findings.append(
            waivable_warning(
                "round_annulled",
                annulment.article,
                number=found.number,
                document=annulment.document,
                reason=annulment.reason,
            )
        )
    if found.recounted_by:
        findings.append(_said("round_recounted", Severity.INFO, "", found))
    return findings


def _said(code: str, severity: Severity, article: str, found: Round) -> Finding:
    return Finding(code=code, severity=severity, article=article, params={"number": found.number})
