-- What went over the link each day, so that a budget survives a restart. Figures of the post, of nobody's record.
CREATE TABLE link_use (
    day      TEXT PRIMARY KEY CHECK (length(day) = 10), -- local, ISO 8601
    sent     INTEGER NOT NULL CHECK (sent >= 0),        -- bytes
    received INTEGER NOT NULL CHECK (received >= 0)
) STRICT, WITHOUT ROWID;
