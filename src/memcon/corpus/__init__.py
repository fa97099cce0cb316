"""``read`` over many documents: this machine's processes, then a cluster.

:func:`records` gives the records of a stream of documents in order.  :func:`run` reads files into tables on disk, task
by task, and can be started again after any interruption.
"""

from memcon.corpus.many import records
from memcon.corpus.pool import PoolBroken
from memcon.corpus.reader import Settings, fault_in_words
from memcon.corpus.run import Progress, RunError, local, run
from memcon.corpus.tables import COLUMNS, records_in

__all__ = [
    "COLUMNS",
    "PoolBroken",
    "Progress",
    "RunError",
    "Settings",
    "fault_in_words",
    "local",
    "records",
    "records_in",
    "run",
]
