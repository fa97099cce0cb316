"""Tables about the world and the questions they answer: who held this office on that day, what is this name, was this state a member.

Nothing is read before it is asked for.  Every answer carries its source and how sure it is.
"""

from memcon.reference.bodies import Body, bodies, body, find_body
from memcon.reference.days import Bounds, bounds, in_words
from memcon.reference.folding import fold, name_tokens, same_person
from memcon.reference.membership import (
    Admission,
    Chair,
    CouncilTerm,
    Goal,
    Membership,
    Session,
    chairs,
    council_on,
    council_terms,
    ga_sessions,
    goals,
    members,
    membership,
    nam_chairs,
    org_key,
    organisations,
    part_of,
    regional_group,
    session_on,
    un_admission,
    un_admissions,
)
from memcon.reference.naming import (
    NameEntry,
    NameIndex,
    Phrase,
    find_place,
    name_index,
    phrases_by_first_word,
    words_of,
)
from memcon.reference.offices import (
    Person,
    Sighting,
    Term,
    canonical_person,
    find_person,
    holder,
    holders,
    offices_of,
    people_named,
    sightings,
    terms_of,
)
from memcon.reference.states import State, state, state_name, states
from memcon.reference.tables import ReferenceFault, forget, overlay_folder, source_text
from memcon.reference.titles import Title, read_title, standard_title

__all__ = [
    "Admission", "Body", "Bounds", "Chair", "CouncilTerm", "Goal", "Membership", "NameEntry", "NameIndex", "Person", "Phrase", "ReferenceFault", "Session", "Sighting",
    "State", "Term", "Title", "bodies", "body", "bounds", "canonical_person", "chairs", "council_on", "council_terms", "find_body", "find_person", "find_place",
    "fold", "forget", "ga_sessions", "goals", "holder", "holders", "in_words", "members", "membership", "nam_chairs", "name_index", "name_tokens",
    "offices_of", "org_key", "organisations", "overlay_folder", "part_of", "people_named", "phrases_by_first_word", "read_title", "regional_group", "same_person",
    "session_on", "sightings", "source_text", "standard_title", "state", "state_name", "states", "terms_of", "un_admission", "un_admissions", "words_of",
]  # fmt: skip
