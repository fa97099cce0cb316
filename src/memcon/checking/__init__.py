"""A fact against the reference tables, a text against itself, one report against another: verdicts with reasons."""

from memcon.checking.arithmetic import Slip, slips
from memcon.checking.claim_review import Confirmation, ReviewRefused, claim_review
from memcon.checking.comparing import Comparison, compare_records
from memcon.checking.verifying import check, check_fact

__all__ = [
    "Comparison",
    "Confirmation",
    "ReviewRefused",
    "Slip",
    "check",
    "check_fact",
    "claim_review",
    "compare_records",
    "slips",
]
