"""When what an editor read must be read again."""

from __future__ import annotations

import calendar
import datetime


def review_by(reviewed: datetime.date | str, months: int) -> datetime.date:
    """Return the day `months` after `reviewed`: the same day of the month, or the last one that there is."""
    day = datetime.date.fromisoformat(reviewed) if isinstance(reviewed, str) else reviewed
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return datetime.date(day.year + years, month + 1, min(day.day, last))
