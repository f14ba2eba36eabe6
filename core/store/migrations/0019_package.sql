-- What headquarters has given to this post, the latest of each kind as it was signed (core/exchange/package.h). A number once
-- reached stays, so that nothing older is taken up again.
CREATE TABLE package (
    channel    TEXT PRIMARY KEY CHECK (channel IN ('forms', 'lists', 'notices', 'policy')),
    version    INTEGER NOT NULL CHECK (version > 0),
    made_at    TEXT NOT NULL,
    expires_at TEXT,  -- null: never
    taken_at   TEXT NOT NULL,
    bytes      BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER package_grows BEFORE UPDATE ON package WHEN new.version <= old.version
BEGIN SELECT raise(ABORT, 'a package is not older than the one before'); END;
CREATE TRIGGER package_stays BEFORE DELETE ON package
BEGIN SELECT raise(ABORT, 'a package is not deleted'); END;

-- Whose signature counts under them.
CREATE TABLE package_key (
    version INTEGER NOT NULL CHECK (version > 0),  -- of the list
    key     BLOB PRIMARY KEY CHECK (length(key) = 32)
) STRICT, WITHOUT ROWID;
