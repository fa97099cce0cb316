"""Who did what to whom: PLOVER events with status, parties, date and evidence."""

from memcon.reading.events.assembly import read_events

__all__ = ["read_events"]
