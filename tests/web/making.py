"""Reports that try the room: scripts of many kinds, and text that wants to become a script."""

from __future__ import annotations

from dataclasses import replace

from tests.archive.making import Made

from memcon.record import Coverage, DateExpression, Span

#: Emoji of several code points, combining marks, Arabic within English and by itself, a carriage return, a tab.
SCRIPTS = (
    "👩🏽‍⚖️ Kenya 🇰🇪 met Uganda 🇺🇬 in Kampala 👨‍👩‍👧 on 3 May 2021.\r\n"
    "\n"
    "Jóhannes of Armenia said\tthat e\u0301galite\u0301 and nai\u0308vete\u0301 must stop 🕊️.\n"
    "\n"
    "قال وزير الخارجية إن Norway ستدعم الاتفاق 🇳🇴 قريبا.\n"
    "\n"
    "The words 𝔊𝔬𝔱𝔥𝔦𝔠 and שלום עולם gave nothing."
)

SCRIPT = "<script>window.broken=1</script>"
BREAKS = (SCRIPT, '"><img src=x onerror=window.broken=1>', "' onmouseover='window.broken=1", "{{ 7*7 }}", "</title>")


def many_scripts() -> Made:
    """d3: events, a statement and a fact on words between emoji, combining marks and Arabic."""
    made = Made("scripts.txt", SCRIPTS, title="Many scripts 🕊️", published="2021-05-04", language="en")
    made.event("Kenya", "met", "Uganda", on="2021-05-03", place="Kampala")
    made.says("Armenia", "said", "e\u0301galite\u0301 and nai\u0308vete\u0301 must stop 🕊️")
    made.event("Norway", "ستدعم", "", "SUPPORT", status="planned")
    made.fact("Kenya", "member_of", "NATO", "👨‍👩‍👧 on 3 May 2021", "not_covered")
    at = SCRIPTS.index("3 May 2021")
    date = DateExpression(at, at + 10, "3 May 2021", "DATE", "2021-05-03", "2021-05-03", "2021-05-03")
    last = SCRIPTS.index("The words")
    unread = Coverage(4, (Span(last, len(SCRIPTS), SCRIPTS[last:]),))
    record = made.record()
    made.record = lambda model="by hand": replace(record, dates=(date,), coverage=unread)  # type: ignore[method-assign]
    return made


def hostile() -> Made:
    """d4: markup in the text, the title, the outlet, the byline, the address, names, topics and reasons."""
    who = f"Norway {SCRIPT}"
    text = (
        f"{who} accused Armenia of {BREAKS[1]} on Monday.\n\n{BREAKS[2]} said that {SCRIPT} must stop.\n\n{BREAKS[3]}"
    )
    made = Made(
        f"x{SCRIPT}", text, title=f"{BREAKS[4]}{SCRIPT}", outlet=BREAKS[1], byline=BREAKS[2],
        url="javascript:window.broken=1", published="2021-05-04",
    )  # fmt: skip
    made.event(who, "accused", "Armenia", "ACCUSE", topics=BREAKS, place=SCRIPT)
    made.says(BREAKS[2], "said", f"{SCRIPT} must stop", occasion=SCRIPT)
    return made
