"""The day of publication: what was given is held against the calendar, and a timestamp becomes the issuer's day."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from memcon.record import Dated
from memcon.sources.outcome import Unreadable
from memcon.sources.seats import seat

_EMBARGO = timedelta(days=7)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def published(given: str, *, outlet: str | None = None, url: str | None = None, why: str | None = None) -> Dated:
    """The day of publication from ``YYYY-MM-DD`` or an RFC 3339 timestamp.

    A timestamp counts at the issuer's seat where ``outlet`` or ``url`` names one that is known, else in the zone it
    was given in; ``why`` then says so.

    Raises:
        Unreadable: it is no such date.
    """
    given = given.strip()
    try:
        if _DAY.match(given):
            day = date.fromisoformat(given)
        elif len(given) >= 16 and given[10] in "Tt ":
            stamp = datetime.fromisoformat(given)
            day, why = _at_the_seat(stamp, given, outlet, url, why)
        else:
            raise ValueError
    except (ValueError, OverflowError):
        raise Unreadable(f"{given[:40]!r} is not a date; write it as 2021-09-25") from None
    iso = day.isoformat()
    return Dated(iso, iso, "stated", why=why)


def typed(given: str) -> Dated:
    """The day of publication that a person typed, as :func:`published`; one that is still ahead is a slip.

    Raises:
        Unreadable: it is no date, or more than a week ahead (an embargo may be that long).
    """
    day = published(given)
    if day.start and date.fromisoformat(day.start) > date.today() + _EMBARGO:
        raise Unreadable(f"{given[:40]} is still ahead; write the day on which it was published")
    return day


def _at_the_seat(
    stamp: datetime, given: str, outlet: str | None, url: str | None, why: str | None
) -> tuple[date, str | None]:
    zone = seat(outlet, url) if stamp.tzinfo is not None else None
    # A zone other than UTC was chosen by somebody who knew where the issuer sits; UTC is what feeds stamp unasked.
    if zone is None or stamp.utcoffset():
        return stamp.date(), why
    try:
        there = stamp.astimezone(ZoneInfo(zone)).date()
    except (ZoneInfoNotFoundError, OverflowError):
        return stamp.date(), why
    return there, why if there == stamp.date() else f"{given} is {there.isoformat()} in {zone}, where the issuer sits"
