-- +goose Up
CREATE TABLE balance (
    name   TEXT   NOT NULL PRIMARY KEY,
    amount BIGINT NOT NULL CHECK (amount >= 0),
    seq    BIGINT NOT NULL
);
