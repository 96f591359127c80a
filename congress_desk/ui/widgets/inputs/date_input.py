"""Days with an hour as an office types and reads them: 13/03/2020 07:30."""

from __future__ import annotations

import re

from congress_desk.domain.text.dates import partial_date, vietnamese_date

_HOUR = re.compile(
    r"^(?P<day>[^\s,]+)[ ,]+(?P<hour>\d{1,2})\s*(?::|h|giờ|g)\s*(?P<minute>\d{2})?\D*$"
)


def moment_text(iso: str) -> str:
    """Return an ISO day with or without an hour as it is typed: "13/03/2020 07:30"."""
    day, _, hour = iso.replace(" ", "T").partition("T")
    return f"{vietnamese_date(day)} {hour[:5]}".strip()


def typed_moment(text: str) -> str | None:
    """Return what was typed as ISO: "2020-03-13T07:30", "2020-03-13" or ""; None if it is none."""
    text = text.strip()
    if not text:
        return ""
    found = _HOUR.match(text)
    if found is None:
        return partial_date(text)
    day = partial_date(found["day"])
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if day is None or len(day) != len("2020-03-13") or hour > 23 or minute > 59:
        return None
    return f"{day}T{hour:02d}:{minute:02d}"
