"""Reports made from templates and vocabulary of ours, seeded, with the lengths that real reports have.

They are for timing only: states and bodies are real, people and events are not.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from memcon.record import Dated, Document

STATES = """Argentina|Argentine|Buenos Aires Australia|Australian|Canberra Austria|Austrian|Vienna Brazil|Brazilian|Brasília
Canada|Canadian|Ottawa Chile|Chilean|Santiago Egypt|Egyptian|Cairo Estonia|Estonian|Tallinn Ethiopia|Ethiopian|Addis_Ababa
Finland|Finnish|Helsinki France|French|Paris Germany|German|Berlin Ghana|Ghanaian|Accra Greece|Greek|Athens
India|Indian|New_Delhi Indonesia|Indonesian|Jakarta Italy|Italian|Rome Japan|Japanese|Tokyo Kenya|Kenyan|Nairobi
Mexico|Mexican|Mexico_City Morocco|Moroccan|Rabat Norway|Norwegian|Oslo Pakistan|Pakistani|Islamabad Peru|Peruvian|Lima
Poland|Polish|Warsaw Portugal|Portuguese|Lisbon Qatar|Qatari|Doha Romania|Romanian|Bucharest Senegal|Senegalese|Dakar
Serbia|Serbian|Belgrade Spain|Spanish|Madrid Sweden|Swedish|Stockholm Tunisia|Tunisian|Tunis Turkey|Turkish|Ankara
Uganda|Ugandan|Kampala Ukraine|Ukrainian|Kyiv Uruguay|Uruguayan|Montevideo Vietnam|Vietnamese|Hanoi""".replace("Buenos Aires", "Buenos_Aires").split()  # fmt: skip # noqa: E501
GIVEN = "Anna Boris Carla Daniel Elena Farid Grace Hugo Irina Jonas Karim Leila Marta Nadia Omar Paula Rafael Sofia Tomas Vera".split()  # noqa: E501, SIM905
FAMILY = "Adler Bianchi Castro Diallo Eriksen Fischer Gomes Hassan Ivanov Jensen Kovacs Laurent Mbeki Novak Okafor Petrov Rossi Silva Tanaka Weber".split()  # noqa: E501, SIM905
OFFICES = (
    "President",
    "Prime Minister",
    "Foreign Minister",
    "Defence Minister",
    "Ambassador",
    "Deputy Foreign Minister",
)
BODIES = ("the United Nations", "the European Union", "the African Union", "NATO", "the World Bank", "the Security Council", "the OSCE", "the Arab League")  # fmt: skip # noqa: E501
TOPICS = ("bilateral trade", "energy security", "the situation in the region", "climate change", "the fight against terrorism", "migration", "humanitarian aid", "the protection of civilians", "a prisoner exchange", "defence cooperation")  # fmt: skip # noqa: E501

SENTENCES = (
    "{P} met {Q} in {CITY} on {DAY}.",
    "{P} spoke by telephone with {Q} on {DAY}, the {ADJ} government said.",
    "{P} will visit {CITY} on {DATE} for talks with {Q}.",
    "The two sides discussed {TOPIC} and {TOPIC2}, according to a statement.",
    "They exchanged views on {TOPIC}, including {TOPIC2}.",
    "{P} underlined the support of {STATE} for {TOPIC} and expressed readiness to provide further assistance.",
    "“We attach great importance to {TOPIC}, and we will continue to work with {BODY},” {LASTP} said.",
    "{LASTP} told reporters that {STATE} “cannot accept” the decision of {STATE2}.",
    "{STATE} accused {STATE2} of violating the agreement on {TOPIC}.",
    "{STATE2} denied the accusation and called on {STATE} to return to the talks.",
    "{STATE} and {STATE2} signed an agreement on {TOPIC} in {CITY} on {DATE}.",
    "{STATE} condemned the attack near {CITY}, which killed {N} people.",
    "{BODY_} urged {STATE} to release {N} prisoners before the end of the month.",
    "{STATE} imposed sanctions on {N} officials of {STATE2} on {DATE}.",
    "{ADJ} troops withdrew from the border area after {BODY} had mediated between the parties.",
    "The {ADJ} Foreign Ministry summoned the ambassador of {STATE2} and handed him a note of protest.",
    "{STATE} has been a member of {BODY} since {YEAR}.",
    "{STATE} established diplomatic relations with {STATE2} on {OLDDATE}.",
    "{STATE} was elected as a non-permanent member of the Security Council for the term of {YEAR}-{YEAR1}.",
    "If {STATE2} agrees, {BODY} could send observers to {CITY} early next year.",
    "Thousands of people demonstrated in {CITY} against the policy of the {ADJ} government.",
    "In a letter to {Q}, {P} congratulated {STATE2} on its election to {BODY}.",
    "{P}, who took office in {YEAR}, is expected to attend the summit, his spokesman said.",
    "The talks, which had been postponed twice, were hosted by {STATE} and attended by representatives of {BODY}.",
    "No details were given.",
)


def reports(count: int, seed: int = 1) -> Iterator[Document]:
    """``count`` reports, the same for the same seed; the median has some 250 words, one in twenty over 700."""
    chance = random.Random(seed)
    for number in range(count):
        day = date(2005, 1, 1) + timedelta(chance.randrange(7000))
        length = max(3, min(120, round(chance.lognormvariate(2.7, 0.6))))
        text = _report(chance, day, length)
        yield Document(f"report-{number}", text, published=Dated(day.isoformat(), day.isoformat(), "stated"))


def _report(chance: random.Random, day: date, length: int) -> str:
    one, two = chance.sample(STATES, 2)
    people = [f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(4)]
    paragraphs, paragraph = [], [f"{_place(one).upper()}, {day.day} {day:%B} {day.year} –"]
    for _ in range(length):
        paragraph.append(_sentence(chance, day, one, two, people))
        if len(paragraph) > chance.randint(1, 3):
            paragraphs.append(" ".join(paragraph))
            paragraph = []
            if chance.random() < 0.3:
                two = chance.choice([state for state in STATES if state != one])
    paragraphs.append(" ".join(paragraph))
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _sentence(chance: random.Random, day: date, one: str, two: str, people: list[str]) -> str:
    (state, adjective, _), (state2, adjective2, city) = (_parts(one), _parts(two))
    body = chance.choice(BODIES)
    topic, topic2 = chance.sample(TOPICS, 2)
    old = day - timedelta(chance.randrange(5000, 20000))
    soon = day + timedelta(chance.randrange(1, 40))
    year = day.year - chance.randrange(3, 30)
    return chance.choice(SENTENCES).format(
        P=f"{adjective} {chance.choice(OFFICES)} {people[0]}",
        Q=f"{adjective2} {chance.choice(OFFICES)} {people[1]}",
        LASTP=people[0].split()[1],
        STATE=state,
        STATE2=state2,
        ADJ=adjective,
        CITY=city,
        BODY=body,
        BODY_=body[0].upper() + body[1:],
        TOPIC=topic,
        TOPIC2=topic2,
        N=chance.randrange(2, 90),
        DAY=f"{day:%A}",
        DATE=f"{soon:%B} {soon.day}",
        OLDDATE=f"{old:%B} {old.day}, {old.year}",
        YEAR=year,
        YEAR1=year + 1,
    )


def _parts(state: str) -> tuple[str, str, str]:
    name, adjective, city = state.split("|")
    return name, adjective, city.replace("_", " ")


def _place(state: str) -> str:
    return _parts(state)[2]
