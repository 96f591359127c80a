"""Findings as the file tells them, in words."""

from congress_desk.i18n import message


def told_finding(told: str) -> str:
    """Return the sentence of a finding by its code and params: "bundle_short|bundle=2"."""
    code, *params = told.split("|")
    try:
        return message(f"finding.{code}", **dict(each.split("=", 1) for each in params))
    except (KeyError, ValueError):
        return told
