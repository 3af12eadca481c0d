// Package pgtest gives tests a private PostgreSQL: a cluster in a temporary folder,
// reached by a socket in it and not by network, started at the first call in a
// test binary and gone with it, however it ends.
//
// A test that needs it skips when no server is installed, and fails instead when
// GANGMU_REQUIRE_POSTGRES is set, as it is where CI runs. GANGMU_TEST_POSTGRES may
// name a running server by its URL; databases are then made there.
package pgtest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // driver "pgx"
)

// URL is the address of an empty database of the test's own. It is dropped when
// the test ends.
func URL(t testing.TB) string {
	t.Helper()
	server, err := shared()
	if errors.Is(err, errNoServer) && os.Getenv("GANGMU_REQUIRE_POSTGRES") == "" {
		t.Skipf("skipped: %v; install it (apt-get install postgresql)", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("test_%d_%d", os.Getpid(), databases.Add(1))
	administer(t, server, "CREATE DATABASE "+name+" TEMPLATE template0")
	t.Cleanup(func() { administer(t, server, "DROP DATABASE "+name+" WITH (FORCE)") })
	return withDatabase(server, name)
}

var (
	databases   atomic.Int64
	errNoServer = errors.New("no PostgreSQL server is installed")
)

// shared is the cluster of this test binary.
var shared = sync.OnceValues(func() (server string, err error) {
	if given := os.Getenv("GANGMU_TEST_POSTGRES"); given != "" {
		return given, nil
	}
	bin, err := programs()
	if err != nil {
		return "", err
	}
	dir, err := start(bin)
	if err != nil {
		return "", fmt.Errorf("private PostgreSQL: %w", err)
	}
	server = "postgres:///postgres?user=gangmu&host=" + url.QueryEscape(dir)
	return server, answers(server)
})

// programs is the folder of the newest installed server.
func programs() (string, error) {
	for _, pattern := range []string{
		"/usr/lib/postgresql/*/bin/initdb", "/usr/pgsql-*/bin/initdb",
		"/usr/local/pgsql/bin/initdb", "/opt/homebrew/opt/postgresql*/bin/initdb", "/usr/bin/initdb",
	} {
		if found, err := filepath.Glob(pattern); err == nil && len(found) > 0 {
			return filepath.Dir(found[len(found)-1]), nil
		}
	}
	return "", errNoServer
}

// answers waits until the server takes connections.
func answers(server string) error {
	db, err := sql.Open("pgx", server)
	if err != nil {
		return err
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		err := db.PingContext(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the server does not answer: %w", err)
		case <-tick.C:
		}
	}
}

func administer(t testing.TB, server, statement string) {
	t.Helper()
	db, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Errorf("%s: %v", statement, err)
	}
}

func withDatabase(server, name string) string {
	u, err := url.Parse(server)
	if err != nil {
		return server
	}
	u.Path = "/" + name
	return u.String()
}
