"""Dated relations told in passing: memberships, elections, terms, offices, missions, recognitions."""

from memcon.reading.facts.read import read_facts

__all__ = ["read_facts"]
