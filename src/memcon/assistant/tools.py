"""The questions of :mod:`memcon.assistant.asking` as tools of the Model Context Protocol; needs the extra ``mcp``."""

from typing import Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

import memcon
from memcon.assistant.asking import Answer, Asking, AssistantError

INSTRUCTIONS = """\
An archive of news reports and official readouts, read by memcon: who met, called, wrote to, supported, accused or \
sanctioned whom, when; who said what; dated facts told in passing, held against reference tables.
Only events with status "happened" and background false took place as news of the day; others were planned, asked \
for, denied, or told in passing. Quote the evidence and name the id (e12, s12, f12, d12) for whatever you report. \
What is not in the archive may still be true: say that it is not in the archive.
A verdict "not_covered" says nothing about whether a fact is true."""

SEARCH = """\
Find events, statements and facts in the archive, the newest first.

The query takes words (ceasefire), phrases in quotation marks, negotiat*, OR, brackets, a minus for what is not \
wanted, and fields: from: (who acts), to: (who is acted upon), with: (any role), said-by:, type: (AGREE, CONSULT, \
SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, \
ASSAULT), status: (happened, planned, offered, requested, denied …), about:, place:, outlet:, relation:, verdict: \
(supported, contradicted, disputed, not_covered), kind: (event, statement, fact), since:, until:, on: (2021, 2021-09, \
2021-09-25). Parties are states, bodies or people; several words in quotation marks.
Example: ceasefire from:ARM to:AZE type:ACCUSE since:2020"""

Day = Annotated[str | None, Field(description="a day, month or year: 2021-09-25, 2021-09 or 2021")]
Side = Annotated[str, Field(description="a state, body or person: Norway, UN, António Guterres, AZE")]


def tools_of(asking: Asking) -> MCPServer[Any]:
    """The server with its tools."""
    made: MCPServer[Any] = MCPServer(
        "memcon", instructions=INSTRUCTIONS, version=memcon.__version__, log_level="WARNING"
    )
    only_reads = ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )

    def answered(ask: Any, *given: Any) -> Answer:
        try:
            return dict(ask(*given))
        except AssistantError as problem:
            raise ToolError(str(problem)) from None

    @made.tool(title="Search the archive", description=SEARCH, annotations=only_reads)
    def search(
        query: Annotated[str, Field(description="words and fields")],
        limit: Annotated[int, Field(description="at most so many answers", ge=1, le=200)] = 20,
    ) -> dict[str, Any]:
        return answered(asking.search, query, limit)

    @made.tool(
        title="Read a report",
        description="All that was read from one report: actors, events, statements, facts with their verdicts, each"
        " with the passage that says it and its place in the text (code points); and the sentences that gave nothing.",
        annotations=only_reads,
    )
    def report(
        id: Annotated[str, Field(description="id of a report (d12), or of an event, statement or fact in it (e12)")],
        with_text: Annotated[bool, Field(description="also give the text of the report")] = False,
    ) -> dict[str, Any]:
        return answered(asking.report, id, with_text)

    @made.tool(
        title="Contact log of two sides",
        description="Who of two sides met, called, visited or wrote to whom, the oldest first: the day, the people with"
        " the office they held that day, how, where, about what, whether it took place, and the sentence that says so.",
        annotations=only_reads,
    )
    def contact_log(
        one: Side,
        other: Side,
        since: Day = None,
        until: Day = None,
        limit: Annotated[int, Field(description="at most so many, the latest", ge=1, le=200)] = 50,
    ) -> dict[str, Any]:
        return answered(asking.contacts, one, other, since, until, limit)

    @made.tool(
        title="Brief on one party or a pair",
        description="A brief as Markdown: standing, last contact, positions and requests with changes of wording, open"
        " promises, chronology with background apart; each sentence with a numbered citation. Keep the citations when"
        " you use it. For two parties give both; for one, leave other out.",
        annotations=only_reads,
    )
    def brief(
        one: Side,
        other: Annotated[str | None, Field(description="the second party, if it is on a pair")] = None,
        since: Day = None,
        until: Day = None,
    ) -> dict[str, Any]:
        return answered(asking.brief, one, other, since, until)

    @made.tool(
        title="Who held an office",
        description="Who held an office, sat on a body or chaired it, or what offices a person held, from memcon's"
        " reference tables, with the source and the doubts of each line. Example: foreign minister of Azerbaijan.",
        annotations=only_reads,
    )
    def who_held(
        question: Annotated[str, Field(description="an office, a body's members or a person, in plain words")],
        on: Day = None,
    ) -> dict[str, Any]:
        return answered(asking.who, question, on)

    @made.tool(
        title="Check a claim",
        description="Read a sentence or a short text and hold the dated facts in it (memberships, offices, terms,"
        " missions, recognitions) against memcon's reference tables: supported, contradicted, disputed or not_covered,"
        " with the reason and the source.",
        annotations=only_reads,
    )
    def check_claim(
        text: Annotated[str, Field(description="the claim, a full sentence that names its parties")],
        published: Annotated[str | None, Field(description="the day of the report it is from, ISO")] = None,
    ) -> dict[str, Any]:
        return answered(asking.check, text, published)

    return made
