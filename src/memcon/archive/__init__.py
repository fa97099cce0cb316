"""The archive: one SQLite file that keeps records, answers questions and remembers corrections."""

from memcon.archive.archive import TOGETHER, Archive, key_of
from memcon.archive.connection import data_folder, default_path
from memcon.archive.contact import CHANNELS, Attendee, Contact
from memcon.archive.corrections import Decision
from memcon.archive.deciding import History
from memcon.archive.errors import (
    ArchiveError,
    Busy,
    CorrectionError,
    NotAnArchive,
    NotWritable,
    QueryError,
    UnknownId,
    UnknownParty,
)
from memcon.archive.facets import Facet, Found, Value
from memcon.archive.hits import Hit
from memcon.archive.reports import Report
from memcon.archive.reread import Difference
from memcon.archive.saved import SavedSearch
from memcon.archive.selecting import Selected
from memcon.archive.store import Added
from memcon.archive.stories import Story
from memcon.archive.verify import Fault

__all__ = [
    "CHANNELS",
    "TOGETHER",
    "Added",
    "Archive",
    "ArchiveError",
    "Attendee",
    "Busy",
    "Contact",
    "CorrectionError",
    "Decision",
    "Difference",
    "Facet",
    "Fault",
    "Found",
    "History",
    "Hit",
    "NotAnArchive",
    "NotWritable",
    "QueryError",
    "Report",
    "SavedSearch",
    "Selected",
    "Story",
    "UnknownId",
    "UnknownParty",
    "Value",
    "data_folder",
    "default_path",
    "key_of",
]
