"""A fact against the reference tables: a verdict, the reason in one sentence, and the rows it rests on."""

from memcon.checking.arithmetic import Slip, slips
from memcon.checking.verifying import check, check_fact

__all__ = ["Slip", "check", "check_fact", "slips"]
