-- What headquarters has signed for its posts (core/exchange/package.h), as it was signed: forms, lists, notices, policy, and
-- the lists of keys. The gateway hands it on and vouches for nothing.
CREATE TABLE package (
    channel text NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    bytes bytea NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (channel, version)
);
