-- +goose Up
-- Times are microseconds since 1970 UTC, days are texts (2026-01-16), seq is the
-- event that the row comes from.

-- Projections ---------------------------------------------------------------

CREATE TABLE unit (
    code       TEXT   NOT NULL PRIMARY KEY,
    parent     TEXT   NOT NULL,
    kind       TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    valid_from TEXT   NOT NULL,
    valid_to   TEXT   NOT NULL,
    successor  TEXT   NOT NULL,
    seq        BIGINT NOT NULL
);
CREATE INDEX unit_parent ON unit (parent);

CREATE TABLE person (
    id     TEXT    NOT NULL PRIMARY KEY,
    login  TEXT    NOT NULL UNIQUE,
    name   TEXT    NOT NULL,
    unit   TEXT    NOT NULL,
    active BOOLEAN NOT NULL,
    seq    BIGINT  NOT NULL
);

CREATE TABLE person_role (
    person TEXT   NOT NULL,
    role   TEXT   NOT NULL,
    unit   TEXT   NOT NULL,
    seq    BIGINT NOT NULL,
    PRIMARY KEY (person, role, unit)
);

CREATE TABLE person_identity (
    issuer TEXT   NOT NULL,
    name   TEXT   NOT NULL,
    person TEXT   NOT NULL,
    seq    BIGINT NOT NULL,
    PRIMARY KEY (issuer, name)
);

CREATE TABLE setting (
    name  TEXT   NOT NULL PRIMARY KEY,
    value TEXT   NOT NULL,
    seq   BIGINT NOT NULL
);

-- Secrets: no projections, never in an event ----------------------------------

CREATE TABLE credential (
    person       TEXT   NOT NULL PRIMARY KEY,
    hash         TEXT   NOT NULL,
    changed_at   BIGINT NOT NULL,
    former       TEXT   NOT NULL, -- hashes of earlier passwords, a JSON list
    failures     BIGINT NOT NULL,
    locked_until BIGINT NOT NULL,
    factor       BYTEA,           -- sealed
    pending      BYTEA,           -- a factor that is not confirmed yet, sealed
    step         BIGINT NOT NULL, -- the last one-time password used
    recovery     TEXT   NOT NULL  -- digests of recovery codes, a JSON list
);

CREATE TABLE sign_in_link (
    digest     TEXT   NOT NULL PRIMARY KEY,
    person     TEXT   NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE sign_in_session (
    digest     TEXT   NOT NULL PRIMARY KEY,
    person     TEXT   NOT NULL,
    stage      TEXT   NOT NULL,
    method     TEXT   NOT NULL,
    origin     TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL
);
CREATE INDEX sign_in_session_person ON sign_in_session (person);
