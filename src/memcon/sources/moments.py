"""Points in time as pages, feeds, mails and agencies write them, brought to RFC 3339 with the zone kept."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"\s*(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[Tt ]\s*(?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(?P<zone>[Zz]|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
)
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?\s*\Z")
_RFC_2822 = re.compile(r"\s*(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{2,4}\b")

# Nothing on the web is older; a page's clock may be some zones ahead.
_EARLIEST = date(1990, 1, 1)
_AHEAD = timedelta(days=2)


def moment(written: str | None) -> str | None:
    """A day (``2022-02-28``) or a timestamp (``2022-02-28T01:20:00+00:00``), or None where it is neither.

    A time keeps the zone it was given in; one without a zone stays without.

    >>> moment("Mon, 28 Feb 2022 01:20:00 GMT")
    '2022-02-28T01:20:00+00:00'
    >>> moment("2022-02-28 01:20:00 +0400")
    '2022-02-28T01:20:00+04:00'
    """
    if not written or len(written) > 100:
        return None
    try:
        if found := _ISO.match(written):
            day = date.fromisoformat(found["day"])
            if not found["time"]:
                return day.isoformat()
            zone = (found["zone"] or "").upper()
            zone = "+00:00" if zone in ("Z", "UTC", "GMT") else zone
            return datetime.fromisoformat(f"{found['day']}T{found['time']}{zone}").isoformat()
        if found := _COMPACT.match(written):
            year, month, number, hour, minute, second, zone = found.groups()
            if hour is None:
                return date(int(year), int(month), int(number)).isoformat()
            return datetime.fromisoformat(
                f"{year}-{month}-{number}T{hour}:{minute}:{second or '00'}{zone or ''}"
            ).isoformat()
        if _RFC_2822.match(written):
            return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return None


def plausible(written: str | None, *, today: date | None = None) -> str | None:
    """The moment, unless it lies before the web or in the future: such a date is a page's mistake, not its day."""
    found = moment(written)
    if found is None:
        return None
    day = date.fromisoformat(found[:10])
    return found if _EARLIEST <= day <= (today or date.today()) + _AHEAD else None
