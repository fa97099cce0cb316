-- The archive of memcon, version 2.  Days are ISO dates (2021-09-10), moments ISO times in UTC; offsets are Unicode
-- code points into the text of the version, end exclusive.  docs/archive-schema.md explains every table and view.

-- One row a report, whatever became of its text since.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,  -- what tells that it is the same page: its address, else the path or id it came with
    name TEXT NOT NULL, -- the id it came with
    added TEXT NOT NULL,
    current INTEGER REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX documents_by_key ON documents (key);

-- Every text a report had, with the record that was read from it.
CREATE TABLE versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,    -- 1, 2, 3 … within the document
    digest TEXT NOT NULL,       -- of the text with its title, byline, outlet, address and day
    sha256 TEXT NOT NULL,       -- of the text alone
    title TEXT,
    byline TEXT,
    outlet TEXT,
    url TEXT,
    language TEXT NOT NULL,
    published_start TEXT,
    published_end TEXT,
    published_basis TEXT,
    text TEXT NOT NULL,
    added TEXT NOT NULL,
    read_at TEXT NOT NULL,
    made_by TEXT NOT NULL,      -- memcon's version, the model, the lexicon
    record BLOB NOT NULL,       -- the whole record as JSON without the text, compressed (zlib)
    UNIQUE (document, number)
) STRICT;
CREATE INDEX versions_by_digest ON versions (digest);

-- The sentences of the current version of each report.
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES versions (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX sentences_by_version ON sentences (version);

-- Who is meant, once over the whole archive.
CREATE TABLE parties (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT,      -- CAMEO/PLOVER actor code
    country TEXT,   -- ISO 3166-1 alpha-3
    bodies TEXT     -- keys of the bodies it is or acts for, the nearest first, parted by blanks
) STRICT;
CREATE UNIQUE INDEX parties_once ON parties (name, kind, coalesce(code, ''), coalesce(country, ''), coalesce(bodies, ''));

-- The words of the names of parties, folded (no capitals, no accents), for finding them by a part of the name.
CREATE TABLE party_words (
    word TEXT NOT NULL,
    party INTEGER NOT NULL REFERENCES parties (id),
    PRIMARY KEY (word, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_words_by_party ON party_words (party);

-- The actors of the current version of each report.
CREATE TABLE actors (
    id INTEGER PRIMARY KEY, -- people type it as a12
    version INTEGER NOT NULL REFERENCES versions (id),
    local TEXT NOT NULL,    -- its id in the record
    party INTEGER NOT NULL REFERENCES parties (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT,
    country TEXT,
    sectors TEXT,
    office TEXT,            -- as the text gives it: “President, United States”
    mentions INTEGER NOT NULL,
    standing TEXT NOT NULL  -- read, accepted, edited
) STRICT;
CREATE INDEX actors_by_version ON actors (version);
CREATE INDEX actors_by_party ON actors (party);

-- What can be found: every event, statement and fact, each sentence that gave none, each headline.
CREATE TABLE entries (
    place INTEGER PRIMARY KEY,      -- its day and a number within the day, so that entries lie in the order of days
    id INTEGER NOT NULL UNIQUE,     -- people type it as e12, s12, f12
    kind TEXT NOT NULL,             -- event, statement, fact, sentence, headline
    version INTEGER NOT NULL REFERENCES versions (id),
    sentence INTEGER REFERENCES sentences (id),
    local TEXT,                     -- its id in the record
    start INTEGER NOT NULL,         -- the passage
    end INTEGER NOT NULL,
    first_day TEXT,                 -- of the event, statement or fact, else of the report
    last_day TEXT,
    basis TEXT,                     -- how the day is known; report: nothing but the day of the report
    topics TEXT NOT NULL,
    location TEXT NOT NULL,         -- where it took place
    facets TEXT NOT NULL,           -- what a search can ask for, a word each
    standing TEXT NOT NULL          -- read, accepted, edited, added
) STRICT;
CREATE INDEX entries_by_version ON entries (version);
CREATE INDEX entries_by_sentence ON entries (sentence);

CREATE TABLE events (
    id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    type TEXT NOT NULL,
    act TEXT,
    mode TEXT,
    contexts TEXT,
    cameo TEXT,
    quad TEXT NOT NULL,
    goldstein REAL,
    status TEXT NOT NULL,
    background INTEGER NOT NULL,
    place_country TEXT,
    predicate TEXT NOT NULL,
    statement TEXT,      -- the statement of the record that it is told in
    part_of TEXT,        -- the event of the record that it belongs to
    confidence REAL NOT NULL,
    read_by TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_type ON events (type, status);

CREATE TABLE event_parties (
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    role TEXT NOT NULL,  -- source, target, reported_by, or host, mediator, observer, on_behalf_of, beneficiary
    actor INTEGER NOT NULL REFERENCES actors (id),
    PRIMARY KEY (event, role, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_parties_by_actor ON event_parties (actor);

CREATE TABLE statements (
    id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    speaker INTEGER REFERENCES actors (id),
    speaker_text TEXT,
    addressee INTEGER REFERENCES actors (id),
    cue TEXT,
    form TEXT NOT NULL,
    occasion TEXT,
    via TEXT        -- names of the outlets that carried it, innermost first, parted by “; ”
) STRICT;
CREATE INDEX statements_by_speaker ON statements (speaker);
CREATE INDEX statements_by_addressee ON statements (addressee);

CREATE TABLE facts (
    id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    relation TEXT NOT NULL,
    subject INTEGER NOT NULL REFERENCES actors (id),
    object INTEGER REFERENCES actors (id),
    value TEXT,
    start TEXT,
    end TEXT,
    negated INTEGER NOT NULL,
    status TEXT NOT NULL,
    verdict TEXT,
    why TEXT
) STRICT;
CREATE INDEX facts_by_subject ON facts (subject);
CREATE INDEX facts_by_object ON facts (object);
CREATE INDEX facts_by_verdict ON facts (verdict);

-- The index behind `memcon search`.  It keeps no text of its own: what it needs it takes from `indexed`.
CREATE VIEW indexed AS
SELECT entries.place, coalesce(sentences.text, versions.title, '') AS text, entries.topics, entries.location,
    coalesce(versions.outlet, '') AS outlet, entries.facets
FROM entries
JOIN versions ON versions.id = entries.version
LEFT JOIN sentences ON sentences.id = entries.sentence;

CREATE VIRTUAL TABLE entries_index USING fts5 (
    text, topics, location, outlet, facets,
    content = 'indexed', content_rowid = 'place', columnsize = 0,
    tokenize = "porter unicode61 remove_diacritics 2 tokenchars '_'"
);
CREATE TRIGGER entries_in AFTER INSERT ON entries BEGIN
    INSERT INTO entries_index (rowid, text, topics, location, outlet, facets)
    SELECT place, text, topics, location, outlet, facets FROM indexed WHERE place = new.place;
END;
CREATE TRIGGER entries_out BEFORE DELETE ON entries BEGIN
    INSERT INTO entries_index (entries_index, rowid, text, topics, location, outlet, facets)
    SELECT 'delete', place, text, topics, location, outlet, facets FROM indexed WHERE place = old.place;
END;

-- What people decided, oldest first; a later one on the same thing counts instead of an earlier one.
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL,     -- event, statement, fact, actor
    item INTEGER NOT NULL,  -- its id then: e12, s12, f12, a12
    verb TEXT NOT NULL,     -- accept, reject, edit, add, undo
    before TEXT NOT NULL,   -- as it was read, JSON
    after TEXT,             -- as it is to be, JSON; null where it was rejected
    person TEXT NOT NULL,
    moment TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_by_document ON corrections (document);

-- Several reports of one event: which story a report belongs to, and whose words it copies.
CREATE TABLE stories (
    id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
CREATE TABLE story_reports (
    document INTEGER PRIMARY KEY REFERENCES documents (id),
    story INTEGER NOT NULL REFERENCES stories (id),
    version INTEGER NOT NULL REFERENCES versions (id), -- the text by which it was put there
    copy_of INTEGER REFERENCES documents (id)          -- null for a report in words of its own
) STRICT;
CREATE INDEX story_reports_by_story ON story_reports (story);
CREATE INDEX story_reports_by_version ON story_reports (version);
CREATE INDEX story_reports_by_copy ON story_reports (copy_of);

-- Two reports that a person said are never to be put into one story again.
CREATE TABLE apart (
    one INTEGER NOT NULL REFERENCES documents (id),
    other INTEGER NOT NULL REFERENCES documents (id),
    person TEXT NOT NULL,
    moment TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (one, other),
    CHECK (one < other)
) STRICT, WITHOUT ROWID;
CREATE INDEX apart_by_other ON apart (other);

-- A note of each report that was removed; nothing of what it said.
CREATE TABLE removals (
    document INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    person TEXT NOT NULL,
    moment TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT;
CREATE TABLE removed_texts (
    sha256 TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES removals (document),
    PRIMARY KEY (sha256, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX removed_texts_by_document ON removed_texts (document);

-- Searches kept under a name.
CREATE TABLE saved_searches (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    person TEXT NOT NULL,
    moment TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The next id that people type; ids are never given twice.
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES ('entry', 1), ('actor', 1);

-- Views in plain words, for people.
CREATE VIEW reports AS
SELECT 'd' || documents.id AS id, versions.title, versions.outlet, versions.published_start AS published,
    documents.name, versions.url, versions.number AS versions, versions.text, documents.added
FROM documents JOIN versions ON versions.id = documents.current;

CREATE VIEW what_happened AS
SELECT 'e' || events.id AS id, entries.first_day AS day, entries.last_day AS until, entries.basis AS day_known_by,
    (SELECT group_concat(actors.name, '; ') FROM event_parties JOIN actors ON actors.id = event_parties.actor
        WHERE event_parties.event = events.id AND role = 'source') AS source,
    events.type, events.mode, events.status,
    (SELECT group_concat(actors.name, '; ') FROM event_parties JOIN actors ON actors.id = event_parties.actor
        WHERE event_parties.event = events.id AND role = 'target') AS target,
    entries.location AS place, entries.topics, events.cameo, events.quad, events.background, events.predicate,
    sentences.text AS sentence, versions.outlet, 'd' || versions.document AS report, entries.standing
FROM events
JOIN entries ON entries.id = events.id
JOIN versions ON versions.id = entries.version
LEFT JOIN sentences ON sentences.id = entries.sentence;

CREATE VIEW who_said_what AS
SELECT 's' || statements.id AS id, entries.first_day AS day, coalesce(speakers.name, statements.speaker_text) AS speaker,
    statements.cue, substr(versions.text, entries.start + 1, entries.end - entries.start) AS content, statements.form,
    addressees.name AS addressee, statements.occasion, statements.via, sentences.text AS sentence, versions.outlet,
    'd' || versions.document AS report, entries.standing
FROM statements
JOIN entries ON entries.id = statements.id
JOIN versions ON versions.id = entries.version
LEFT JOIN sentences ON sentences.id = entries.sentence
LEFT JOIN actors AS speakers ON speakers.id = statements.speaker
LEFT JOIN actors AS addressees ON addressees.id = statements.addressee;

CREATE VIEW told_in_passing AS
SELECT 'f' || facts.id AS id, subjects.name AS subject, facts.relation, facts.negated,
    coalesce(objects.name, facts.value) AS object, facts.value, facts.start, facts.end, facts.verdict, facts.why,
    sentences.text AS sentence, 'd' || versions.document AS report, entries.standing
FROM facts
JOIN entries ON entries.id = facts.id
JOIN versions ON versions.id = entries.version
LEFT JOIN sentences ON sentences.id = entries.sentence
JOIN actors AS subjects ON subjects.id = facts.subject
LEFT JOIN actors AS objects ON objects.id = facts.object;

CREATE VIEW reports_by_story AS
SELECT story_reports.story, 'd' || story_reports.document AS report, versions.published_start AS published,
    versions.outlet, versions.title, 'd' || story_reports.copy_of AS copy_of
FROM story_reports
JOIN documents ON documents.id = story_reports.document
JOIN versions ON versions.id = documents.current;
