-- +goose Up
-- Drafts: reports in the making, each in versions.

CREATE TABLE draft (
    id     TEXT   NOT NULL PRIMARY KEY,
    unit   TEXT   NOT NULL,
    title  TEXT   NOT NULL,
    latest BIGINT NOT NULL, -- version
    seq    BIGINT NOT NULL
);

CREATE TABLE draft_version (
    draft    TEXT   NOT NULL,
    version  BIGINT NOT NULL,
    file     TEXT   NOT NULL,
    size     BIGINT NOT NULL,
    source   TEXT   NOT NULL, -- blob
    person   TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    state    TEXT   NOT NULL, -- waiting, read, unreadable
    summary  TEXT   NOT NULL, -- JSON of what the reading event says
    region   TEXT   NOT NULL,
    executed BIGINT NOT NULL,
    seq      BIGINT NOT NULL,
    PRIMARY KEY (draft, version)
);
CREATE INDEX draft_version_state ON draft_version (state);

CREATE TABLE finding_acceptance (
    draft       TEXT   NOT NULL,
    fingerprint TEXT   NOT NULL,
    rule        TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    person      TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    seq         BIGINT NOT NULL,
    PRIMARY KEY (draft, fingerprint)
);

CREATE TABLE reading_correction (
    draft   TEXT   NOT NULL,
    version BIGINT NOT NULL,
    seq     BIGINT NOT NULL,
    row_no  BIGINT NOT NULL,
    field   TEXT   NOT NULL,
    value   TEXT   NOT NULL,
    reason  TEXT   NOT NULL,
    person  TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (draft, version, seq)
);

-- How far a worker is: no projection, of no use after the work.
CREATE TABLE work_progress (
    draft   TEXT   NOT NULL,
    version BIGINT NOT NULL,
    stage   TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (draft, version)
);

-- Adopted plans. Rows are only added, so that a plan can be read as of any seq.

CREATE TABLE plan (
    id        TEXT    NOT NULL PRIMARY KEY,
    unit      TEXT    NOT NULL,
    year      BIGINT  NOT NULL,
    executed  BIGINT  NOT NULL,
    title     TEXT    NOT NULL,
    region    TEXT    NOT NULL,
    session   TEXT    NOT NULL,
    approved  TEXT    NOT NULL,
    draft     TEXT    NOT NULL,
    version   BIGINT  NOT NULL,
    source    TEXT    NOT NULL,
    published BOOLEAN NOT NULL,
    locked    BOOLEAN NOT NULL,
    person    TEXT    NOT NULL,
    at        BIGINT  NOT NULL,
    seq       BIGINT  NOT NULL
);
CREATE UNIQUE INDEX plan_year ON plan (unit, year);

CREATE TABLE indicator (
    plan   TEXT   NOT NULL,
    no     BIGINT NOT NULL,
    item   TEXT   NOT NULL, -- JSON, as adopted
    series TEXT   NOT NULL,
    last   BIGINT NOT NULL, -- no of the same indicator in last year's rows
    seq    BIGINT NOT NULL,
    PRIMARY KEY (plan, no)
);
CREATE INDEX indicator_series ON indicator (series, plan);

CREATE TABLE target_change (
    plan   TEXT   NOT NULL,
    no     BIGINT NOT NULL,
    seq    BIGINT NOT NULL,
    kind   TEXT   NOT NULL,
    change TEXT   NOT NULL, -- JSON
    person TEXT   NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (plan, no, seq)
);

CREATE TABLE fact (
    plan   TEXT   NOT NULL,
    no     BIGINT NOT NULL,
    period TEXT   NOT NULL,
    seq    BIGINT NOT NULL,
    fact   TEXT   NOT NULL, -- JSON
    reason TEXT   NOT NULL,
    person TEXT   NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (plan, no, period, seq)
);
CREATE INDEX fact_plan ON fact (plan, seq);
