"""The public surface: one list, and `import memcon` that costs nothing."""

from __future__ import annotations

import subprocess
import sys

import memcon

PUBLIC = (
    "Actor Archive ArchiveError Check Citation Coverage DateExpression Dated Document Event Fact Mention ModelMissing "
    "Office Place Record RecordError SourceError Span Statement check documents dumps from_json load published read "
    "read_many schema to_json"
)


def test_the_public_names_are_these_and_no_others() -> None:
    assert sorted(memcon.__all__) == sorted(PUBLIC.split())
    for name in memcon.__all__:
        assert getattr(memcon, name) is not None
    assert set(memcon.__all__) == set(memcon._ROOM_OF)
    assert not hasattr(memcon, "nothing")


def test_import_is_light() -> None:
    script = "import sys, memcon; print(sorted(m for m in sys.modules if m.startswith(('memcon', 'spacy', 'numpy'))))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['memcon']"
