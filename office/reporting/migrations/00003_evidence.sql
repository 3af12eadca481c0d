-- +goose Up
-- Files of a sheet; the bytes are in table blob.
CREATE TABLE evidence (
    plan   TEXT   NOT NULL,
    unit   TEXT   NOT NULL, -- that reports
    period TEXT   NOT NULL,
    hash   TEXT   NOT NULL,
    name   TEXT   NOT NULL,
    size   BIGINT NOT NULL,
    person TEXT   NOT NULL,
    at     BIGINT NOT NULL,
    seq    BIGINT NOT NULL,
    PRIMARY KEY (plan, unit, period, hash)
);

-- Declared relations between rows of a plan, from an event on. Rows are only added.
CREATE TABLE relation (
    plan  TEXT   NOT NULL,
    seq   BIGINT NOT NULL,
    rules TEXT   NOT NULL, -- a JSON list
    PRIMARY KEY (plan, seq)
);
