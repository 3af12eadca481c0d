-- +goose Up
-- Tokens of programs: a secret like the others, its digest alone; no projection.
CREATE TABLE api_token (
    digest     TEXT   NOT NULL PRIMARY KEY,
    id         TEXT   NOT NULL,
    person     TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT NOT NULL -- 0: never
);
CREATE INDEX api_token_person ON api_token (person, created_at);
