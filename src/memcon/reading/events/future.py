"""PLOVER's type of an act that is still to come."""

from __future__ import annotations

from memcon.ontology import cooperative, embedded


def future(kind: str, code: str) -> tuple[str, str, str]:
    """The type, the act and the code of an act that is planned, offered or threatened.

    >>> future("CONSULT", "042")
    ('AGREE', 'CONSULT', '036')
    """
    if cooperative(kind):
        return "AGREE", kind, embedded("commit", code)
    return "THREATEN", kind, embedded("threaten", code)
