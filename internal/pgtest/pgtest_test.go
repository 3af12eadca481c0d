package pgtest

import (
	"database/sql"
	"testing"
)

func TestURL(t *testing.T) {
	first, second := URL(t), URL(t)
	if first == second {
		t.Fatalf("two tests share the database %s", first)
	}
	db, err := sql.Open("pgx", first)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var network string
	if err := db.QueryRow(`SHOW listen_addresses`).Scan(&network); err != nil {
		t.Fatal(err)
	}
	if network != "" {
		t.Errorf("the server listens on %q, want the socket alone", network)
	}
}
