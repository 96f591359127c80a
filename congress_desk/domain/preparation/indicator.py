"""A target of the congress's term (chỉ tiêu): last result, what is asked, what is proposed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A target (chỉ tiêu): last term's result, what the superior asks, what is proposed."""

    id: int = 0
    name: str
    unit: str = ""
    last_result: str = ""
    superior_target: str = ""
    superior_unit: str = ""
    own_target: str = ""
    note: str = ""
