-- Each officer's own key, which seals the store key in keys.amparo: with it a new store key reaches the officers without
-- their passphrases. Who has gone has none.
CREATE TABLE officer_key (
    officer BLOB PRIMARY KEY REFERENCES officer (id),
    key     BLOB NOT NULL CHECK (length(key) = 32)
) STRICT, WITHOUT ROWID;
