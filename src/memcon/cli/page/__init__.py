"""A record as a page that a desk officer reads in a terminal, and the verdicts and tables of the other verbs."""

from memcon.cli.page.facts import verdicts
from memcon.cli.page.printing import printer, table, verdict_printer

__all__ = ["printer", "table", "verdict_printer", "verdicts"]
