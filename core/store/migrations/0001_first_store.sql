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
