-- +goose Up
-- Times are microseconds since 1970 UTC, periods are texts (2026-03, 2026-01..02,
-- 2026-Q1), seq is the event that the row comes from.

-- Who answers for a row of a plan (unit: the plan's own), or for a unit's part of it.
CREATE TABLE series (
    plan     TEXT    NOT NULL,
    no       BIGINT  NOT NULL,
    unit     TEXT    NOT NULL,
    parent   TEXT    NOT NULL, -- unit of the series that it is a part of; empty for the whole
    owner    TEXT    NOT NULL, -- unit that reports
    person   TEXT    NOT NULL, -- who answers for it
    accepted BOOLEAN NOT NULL, -- by that person
    spec     TEXT    NOT NULL, -- JSON of Spec
    seq      BIGINT  NOT NULL,
    PRIMARY KEY (plan, no, unit)
);
-- With what they are ordered by: otherwise SQLite goes through a whole plan in that order.
CREATE INDEX series_owner ON series (plan, owner, no, unit);
CREATE INDEX series_unit ON series (plan, unit, no);
CREATE INDEX series_person ON series (person);
CREATE INDEX series_parent ON series (plan, parent, no, unit);

CREATE TABLE sheet (
    plan      TEXT   NOT NULL,
    unit      TEXT   NOT NULL, -- that reports
    period    TEXT   NOT NULL,
    state     TEXT   NOT NULL,
    until     BIGINT NOT NULL, -- end of an exception, 0 for none
    reason    TEXT   NOT NULL, -- of the last return, withdrawal or exception
    submitter TEXT   NOT NULL,
    reviewer  TEXT   NOT NULL,
    confirmer TEXT   NOT NULL,
    arrived   BIGINT NOT NULL, -- when it was first submitted, 0 for never
    at        BIGINT NOT NULL,
    seq       BIGINT NOT NULL,
    PRIMARY KEY (plan, unit, period)
);

-- What stands in a cell now, whatever its sheet's state.
CREATE TABLE cell (
    plan     TEXT   NOT NULL,
    period   TEXT   NOT NULL,
    no       BIGINT NOT NULL,
    unit     TEXT   NOT NULL, -- of the series
    value    TEXT   NOT NULL, -- as printed
    quality  TEXT   NOT NULL,
    remark   TEXT   NOT NULL, -- why a check is overridden
    evidence TEXT   NOT NULL, -- hashes of blobs, a JSON list
    person   TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    seq      BIGINT NOT NULL,
    PRIMARY KEY (plan, unit, no, period) -- a unit's cells together: no query can go through a whole month's
);

-- What counts, from the event of its confirmation on. Rows are only added.
CREATE TABLE counted (
    plan    TEXT   NOT NULL,
    no      BIGINT NOT NULL,
    period  TEXT   NOT NULL,
    unit    TEXT   NOT NULL,
    seq     BIGINT NOT NULL, -- of the confirmation
    saved   BIGINT NOT NULL, -- seq of the cell that it took up
    value   TEXT   NOT NULL,
    quality TEXT   NOT NULL,
    person  TEXT   NOT NULL, -- who entered it
    signer  TEXT   NOT NULL, -- who confirmed it
    at      BIGINT NOT NULL, -- of the confirmation
    PRIMARY KEY (plan, no, period, unit, seq)
);
CREATE INDEX counted_unit ON counted (plan, unit, seq);

-- Rules of lights of a plan, from an event on. Rows are only added.
CREATE TABLE lights (
    plan  TEXT   NOT NULL,
    seq   BIGINT NOT NULL,
    rules TEXT   NOT NULL,
    PRIMARY KEY (plan, seq)
);

-- Why a series is behind in a period. Rows are only added.
CREATE TABLE note (
    plan    TEXT   NOT NULL,
    no      BIGINT NOT NULL,
    unit    TEXT   NOT NULL,
    period  TEXT   NOT NULL,
    cause   TEXT   NOT NULL,
    measure TEXT   NOT NULL,
    outlook TEXT   NOT NULL,
    person  TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    seq     BIGINT NOT NULL,
    PRIMARY KEY (plan, no, unit, seq)
);

-- What a leader asks of a series' owner.
CREATE TABLE instruction (
    plan        TEXT   NOT NULL,
    no          BIGINT NOT NULL,
    unit        TEXT   NOT NULL,
    seq         BIGINT NOT NULL,
    body        TEXT   NOT NULL,
    due         TEXT   NOT NULL,
    person      TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    answer      TEXT   NOT NULL,
    answerer    TEXT   NOT NULL,
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (plan, seq)
);
