-- +goose Up
-- Text sorts by bytes, as in SQLite, whatever the database's language.
ALTER TABLE event
    ALTER COLUMN id TYPE TEXT COLLATE "C",
    ALTER COLUMN actor TYPE TEXT COLLATE "C",
    ALTER COLUMN kind TYPE TEXT COLLATE "C",
    ALTER COLUMN subject TYPE TEXT COLLATE "C";

-- Events and checkpoints are only ever added, files never changed.
-- +goose StatementBegin
CREATE FUNCTION gangmu_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME; END $$;
-- +goose StatementEnd
CREATE TRIGGER event_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE PROCEDURE gangmu_refuse();
CREATE TRIGGER checkpoint_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint
    FOR EACH STATEMENT EXECUTE PROCEDURE gangmu_refuse();
CREATE TRIGGER blob_guard BEFORE UPDATE ON blob
    FOR EACH STATEMENT EXECUTE PROCEDURE gangmu_refuse();
REVOKE UPDATE, DELETE, TRUNCATE ON event, checkpoint FROM PUBLIC, CURRENT_USER;
REVOKE UPDATE ON blob FROM PUBLIC, CURRENT_USER;
