"""The archive for other programs: formats that event data, newsrooms and investigators already use.

>>> from memcon.exports import exporter, exporters
>>> list(exporters())
>>> with memcon.Archive("caucasus.sqlite") as archive:
...     exporter("plover").write(archive, "armenia.jsonl", "from:ARM since:2020")
"""

from memcon.exports.coded import Coded, read_coded
from memcon.exports.exporter import ANNOUNCED, Exporter, ExportError, Job, Piece
from memcon.exports.overlap import Overlap, overlap
from memcon.exports.registry import exporter, exporters

__all__ = [
    "ANNOUNCED",
    "Coded",
    "ExportError",
    "Exporter",
    "Job",
    "Overlap",
    "Piece",
    "exporter",
    "exporters",
    "overlap",
    "read_coded",
]
