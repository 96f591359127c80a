"""The form of a document of one organisation style: every figure of 36-HD/VPTW as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Lengths in millimetres, type sizes and leadings in points.

    `mark` stands under the issuing body: "*", "***", or "rule" for a short line; `title_rule` under
    title and subject: "-----", or "rule" for a solid line. `pad_days` and
    `pad_months` say up to which number a zero goes before it; `mirrored` swaps the side margins on
    even pages, for printing on both sides.
    """

    margin_top: float
    margin_bottom: float
    margin_left: float
    margin_right: float
    mirrored: bool
    page_number_top: float
    page_number_size: float
    issuer_size: float
    organisation_size: float
    motto_size: float
    date_size: float
    title_size: float
    subject_size: float
    body_size: float
    body_leading: float
    paragraph_gap: float
    first_line: float
    table_size: float
    table_leading: float
    table_padding: float
    small_size: float
    footer_size: float
    recipients_title_size: float
    recipients_size: float
    recipients_underlined: bool
    signature_size: float
    signature_room: float
    mark: str
    title_rule: str
    pad_days: int
    pad_months: int
