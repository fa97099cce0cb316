"""What every reader that drafts events looks things up in."""

from __future__ import annotations

from memcon.language import Clauses
from memcon.reading.events.counterparts import Counterparts
from memcon.reading.events.ledger import Ledger
from memcon.reading.events.matching import Matcher
from memcon.reading.events.parties import Parties


class DraftReader:
    """The text, the words that report events in it, its parties, and what has been read already."""

    def __init__(self, matcher: Matcher, parties: Parties, counterparts: Counterparts, ledger: Ledger) -> None:
        self.clauses: Clauses = matcher.clauses
        self.text = matcher.text
        self.matcher = matcher
        self.parties = parties
        self.counterparts = counterparts
        self.ledger = ledger
