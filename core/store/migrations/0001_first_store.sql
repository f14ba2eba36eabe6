-- Ids are the 16 bytes of a UUID, times ISO 8601 in UTC with milliseconds.

CREATE TABLE post (
    only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
    store_id   BLOB NOT NULL CHECK (length(store_id) = 16),
    code       TEXT NOT NULL CHECK (code <> ''),
    name       TEXT NOT NULL,
    country    TEXT NOT NULL CHECK (length(country) = 3),
    demo       INTEGER NOT NULL CHECK (demo IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT;

-- An officer who has gone stays as a name on the records; only the key slot goes.
CREATE TABLE officer (
    id           BLOB PRIMARY KEY CHECK (length(id) = 16),
    login_name   TEXT NOT NULL UNIQUE CHECK (login_name <> ''),
    display_name TEXT NOT NULL CHECK (display_name <> ''),
    role         TEXT NOT NULL CHECK (role IN ('officer', 'shift-lead', 'administrator', 'auditor')),
    added_at     TEXT NOT NULL,
    removed_at   TEXT
) STRICT;

CREATE TABLE shift (
    id             BLOB PRIMARY KEY CHECK (length(id) = 16),
    opened_by      BLOB NOT NULL REFERENCES officer (id),
    opened_at      TEXT NOT NULL,
    closed_at      TEXT CHECK (closed_at >= opened_at),
    people_checked INTEGER CHECK (people_checked >= 0),
    handover_notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX shift_one_open ON shift (closed_at IS NULL) WHERE closed_at IS NULL;
CREATE INDEX shift_opened ON shift (opened_at);

-- Every version stays for as long as a record was made with it.
CREATE TABLE form (
    form_id      TEXT NOT NULL CHECK (form_id <> ''),
    version      TEXT NOT NULL,
    installed    INTEGER NOT NULL UNIQUE,  -- counts up: the highest of a form is its current version
    installed_at TEXT NOT NULL,
    definition   BLOB NOT NULL,
    PRIMARY KEY (form_id, version)
) STRICT;
CREATE TABLE form_media (
    form_id TEXT NOT NULL,
    version TEXT NOT NULL,
    name    TEXT NOT NULL CHECK (name <> ''),
    content BLOB NOT NULL,
    PRIMARY KEY (form_id, version, name),
    FOREIGN KEY (form_id, version) REFERENCES form (form_id, version) ON DELETE CASCADE
) STRICT;

-- One filled form about one traveller. Final rows never change: where the record is on its way stands in outbox.
CREATE TABLE screening (
    sequence        INTEGER PRIMARY KEY AUTOINCREMENT,  -- counts up: the order of the list, whatever the clock says
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    encounter       BLOB NOT NULL CHECK (length(encounter) = 16),
    shift           BLOB NOT NULL REFERENCES shift (id),
    officer         BLOB NOT NULL REFERENCES officer (id),
    line            TEXT NOT NULL CHECK (line IN ('primary', 'second')),
    form_id         TEXT NOT NULL,
    form_version    TEXT NOT NULL,
    language        TEXT NOT NULL,
    started_at      TEXT NOT NULL,
    surname            TEXT NOT NULL,
    given_names        TEXT NOT NULL,
    document_code      TEXT NOT NULL,
    document_number    TEXT NOT NULL,
    issuing_state      TEXT NOT NULL,
    nationality        TEXT NOT NULL,
    birth_date         TEXT,
    born_no_later_than TEXT,
    sex                TEXT NOT NULL CHECK (sex IN ('unspecified', 'female', 'male', 'x')),
    expiry_date        TEXT,
    traveller_source   TEXT NOT NULL CHECK (traveller_source IN ('typed', 'mrz')),
    decision        TEXT CHECK (decision IN ('clear', 'second_line', 'urgent_protection')),
    reason          TEXT NOT NULL DEFAULT '',
    finalised_at    TEXT,
    instance_id     TEXT UNIQUE CHECK (instance_id <> ''),
    risk_model      TEXT,
    risk_band       TEXT,
    risk_level      INTEGER CHECK (risk_level BETWEEN 0 AND 3),
    recommended     TEXT CHECK (recommended IN ('clear', 'second_line', 'urgent_protection')),
    explanation     TEXT,
    unanswered      INTEGER CHECK (unanswered >= 0),
    FOREIGN KEY (form_id, form_version) REFERENCES form (form_id, version),
    CHECK ((finalised_at IS NULL) = (instance_id IS NULL)),
    CHECK (finalised_at IS NULL OR decision IS NOT NULL),
    CHECK ((risk_model IS NULL) = (risk_band IS NULL) AND (risk_model IS NULL) = (risk_level IS NULL)
        AND (risk_model IS NULL) = (recommended IS NULL) AND (risk_model IS NULL) = (explanation IS NULL)
        AND (risk_model IS NULL) = (unanswered IS NULL))
) STRICT;
CREATE INDEX screening_shift ON screening (shift, finalised_at);
CREATE INDEX screening_finalised ON screening (finalised_at) WHERE finalised_at IS NOT NULL;
CREATE INDEX screening_draft ON screening (sequence) WHERE finalised_at IS NULL;
CREATE INDEX screening_encounter ON screening (encounter);

CREATE TABLE draft_answers (
    sequence INTEGER PRIMARY KEY REFERENCES screening (sequence) ON DELETE CASCADE,
    answers  BLOB NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;

-- The bytes that go to the server, frozen with the record.
CREATE TABLE submission (
    sequence INTEGER PRIMARY KEY REFERENCES screening (sequence),
    xml      BLOB NOT NULL CHECK (length(xml) > 0)
) STRICT;

CREATE TABLE indicator_hit (
    sequence  INTEGER NOT NULL REFERENCES screening (sequence),
    position  INTEGER NOT NULL,
    indicator TEXT NOT NULL CHECK (indicator <> ''),
    item      TEXT NOT NULL,
    dimension TEXT NOT NULL,
    PRIMARY KEY (sequence, position)
) STRICT, WITHOUT ROWID;

-- Words of names and document numbers as they are searched for: without accents and case.
CREATE TABLE search_word (
    word     TEXT NOT NULL,
    sequence INTEGER NOT NULL REFERENCES screening (sequence) ON DELETE CASCADE,
    PRIMARY KEY (word, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_word_screening ON search_word (sequence);

CREATE TABLE outbox (
    sequence        INTEGER PRIMARY KEY REFERENCES screening (sequence),
    state           TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'acknowledged', 'quarantined')),
    priority        INTEGER NOT NULL,
    queued_at       TEXT NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT,
    last_error      TEXT NOT NULL DEFAULT '',
    server_message  TEXT NOT NULL DEFAULT '',
    receipt_at      TEXT,
    receipt_server  TEXT,
    receipt_status  INTEGER,
    receipt_message TEXT,
    CHECK ((state = 'acknowledged') = (receipt_at IS NOT NULL)),
    CHECK ((receipt_at IS NULL) = (receipt_server IS NULL) AND (receipt_at IS NULL) = (receipt_status IS NULL)
        AND (receipt_at IS NULL) = (receipt_message IS NULL))
) STRICT;
CREATE INDEX outbox_order ON outbox (state, priority DESC, sequence);
CREATE INDEX outbox_due ON outbox (coalesce(next_attempt_at, queued_at)) WHERE state = 'queued';

CREATE TABLE audit (
    sequence     INTEGER PRIMARY KEY CHECK (sequence > 0),
    at           TEXT NOT NULL,
    monotonic_ms INTEGER NOT NULL,
    actor        BLOB NOT NULL CHECK (length(actor) = 16),
    role         TEXT NOT NULL,
    action       TEXT NOT NULL CHECK (action <> ''),
    subject      TEXT NOT NULL,
    detail       TEXT NOT NULL,
    hash         BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY CHECK (name <> ''),
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What must hold even when the program errs.
CREATE TRIGGER screening_final_stays BEFORE UPDATE ON screening WHEN old.finalised_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a final screening does not change'); END;
CREATE TRIGGER screening_final_is_kept BEFORE DELETE ON screening WHEN old.finalised_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a final screening is not deleted'); END;
CREATE TRIGGER screening_final_is_sent BEFORE INSERT ON submission
WHEN (SELECT finalised_at FROM screening WHERE sequence = new.sequence) IS NULL
BEGIN SELECT raise(ABORT, 'a draft has no submission'); END;
CREATE TRIGGER draft_answers_of_draft BEFORE INSERT ON draft_answers
WHEN (SELECT finalised_at FROM screening WHERE sequence = new.sequence) IS NOT NULL
BEGIN SELECT raise(ABORT, 'a final screening has no draft'); END;
CREATE TRIGGER submission_stays BEFORE UPDATE ON submission
BEGIN SELECT raise(ABORT, 'a submission does not change'); END;
CREATE TRIGGER submission_is_kept BEFORE DELETE ON submission
BEGIN SELECT raise(ABORT, 'a submission is not deleted'); END;
CREATE TRIGGER indicator_hit_stays BEFORE UPDATE ON indicator_hit
BEGIN SELECT raise(ABORT, 'an indicator hit does not change'); END;
CREATE TRIGGER indicator_hit_is_kept BEFORE DELETE ON indicator_hit
BEGIN SELECT raise(ABORT, 'an indicator hit is not deleted'); END;
CREATE TRIGGER outbox_acknowledged_stays BEFORE UPDATE ON outbox WHEN old.state = 'acknowledged'
BEGIN SELECT raise(ABORT, 'what the server has acknowledged stays so'); END;
CREATE TRIGGER outbox_is_kept BEFORE DELETE ON outbox
BEGIN SELECT raise(ABORT, 'an outbox entry is not deleted'); END;
CREATE TRIGGER shift_closed_stays BEFORE UPDATE ON shift WHEN old.closed_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a closed shift does not change'); END;
CREATE TRIGGER form_stays BEFORE UPDATE ON form
BEGIN SELECT raise(ABORT, 'an installed form does not change'); END;
CREATE TRIGGER audit_follows BEFORE INSERT ON audit
WHEN new.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
BEGIN SELECT raise(ABORT, 'an audit entry follows the last one'); END;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'an audit entry does not change'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'an audit entry is not deleted'); END;
