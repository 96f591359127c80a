"""Days and hours as papers write them; times are shown as they were recorded, with no zone."""

from __future__ import annotations

from datetime import datetime

from congress_desk.reports.document.wording import Wording


def moment(iso: str) -> datetime | None:
    """Return the wall-clock time of an ISO text, or None when there is none."""
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=None)
    except ValueError:
        return None


def day_of(iso: str) -> str:
    """Return the day of an ISO time as a partial date YYYY-MM-DD, "" when there is none."""
    at = moment(iso)
    return at.date().isoformat() if at else ""


def shared_day(first: str, last: str) -> str:
    """Return what two days have in common as a partial date: day, month, year or nothing."""
    same = []
    for one, other in zip(first.split("-"), last.split("-"), strict=False):
        if one != other:
            break
        same.append(one)
    return "-".join(same)


def day_params(partial: str, wording: Wording) -> dict[str, str]:
    """Return {day, month, year} of a partial date with the zeros of the style; dots if unknown."""
    blank = wording.say("common.blank")
    year, month, day = [*partial.split("-"), "", ""][:3]
    return {
        "day": _padded(day, wording.form.pad_days) or blank,
        "month": _padded(month, wording.form.pad_months) or blank,
        "year": year or blank,
    }


def day_text(partial: str, wording: Wording) -> str:
    """Return "ngày 13 tháng 03 năm 2020" of a partial date."""
    return wording.say("common.day", **day_params(partial, wording))


def time_text(at: datetime | None, wording: Wording) -> str:
    """Return "10 giờ 05 phút"."""
    blank = wording.say("common.blank")
    hour, minute = (blank, blank) if at is None else (f"{at:%H}", f"{at:%M}")
    return wording.say("common.time", hour=hour, minute=minute)


def _padded(number: str, up_to: int) -> str:
    return number if not number or int(number) <= up_to else str(int(number))
