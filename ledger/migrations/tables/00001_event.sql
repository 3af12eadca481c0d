-- +goose Up
-- Times are microseconds since 1970 UTC; hashes and files are bytes. The names of
-- the types mean the same to both engines.
CREATE TABLE event (
    seq     BIGINT NOT NULL PRIMARY KEY,
    id      TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    actor   TEXT   NOT NULL,
    origin  TEXT   NOT NULL,
    kind    TEXT   NOT NULL,
    subject TEXT   NOT NULL,
    payload TEXT   NOT NULL,
    hashes  BYTEA  NOT NULL
);
CREATE UNIQUE INDEX event_id ON event (id);
CREATE INDEX event_subject ON event (subject, seq);
CREATE INDEX event_actor ON event (actor, seq);

-- Signed notes of size and root, now and then: they say where a rewriting began.
CREATE TABLE checkpoint (
    size BIGINT NOT NULL PRIMARY KEY,
    note TEXT   NOT NULL
);

-- Files, named by their SHA-256.
CREATE TABLE blob (
    hash TEXT   NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    at   BIGINT NOT NULL,
    data BYTEA  NOT NULL
);

-- Which version of its code filled a projection's tables.
CREATE TABLE projection (
    name    TEXT   NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL
);
