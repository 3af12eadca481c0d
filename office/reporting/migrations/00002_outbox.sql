-- +goose Up
-- No projections: where somebody can be reached is no matter of an eternal record,
-- and what is to be sent is of no use once it is.

CREATE TABLE contact (
    person  TEXT NOT NULL PRIMARY KEY,
    address TEXT NOT NULL -- e-mail
);

CREATE TABLE outbox (
    id      TEXT   NOT NULL PRIMARY KEY, -- what it is about, for whom: the same thing is written once
    channel TEXT   NOT NULL, -- mail, webhook
    person  TEXT   NOT NULL,
    subject TEXT   NOT NULL,
    body    TEXT   NOT NULL,
    state   TEXT   NOT NULL, -- waiting, sending, sent
    tries   BIGINT NOT NULL,
    next_at BIGINT NOT NULL, -- when it is tried, or given up by who sends it
    problem TEXT   NOT NULL, -- of the last try
    at      BIGINT NOT NULL
);
CREATE INDEX outbox_next ON outbox (state, next_at);
