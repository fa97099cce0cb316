"""Clauses become a record: dates, actors, statements, events, facts; one room each."""

from memcon.reading.read import read, read_many, record_of

__all__ = ["read", "read_many", "record_of"]
