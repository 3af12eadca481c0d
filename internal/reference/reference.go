// Package reference finds the reports and suites that tests compare with: the
// folder that GANGMU_SHARED names, or ../shared beside the module. Only tests
// import it.
package reference

import (
	"os"
	"path/filepath"
	"testing"
)

// Path is a file or folder of the reference material; a test that needs one that
// is not there is skipped and says so.
func Path(t testing.TB, path ...string) string {
	t.Helper()
	dir := os.Getenv("GANGMU_SHARED")
	if dir == "" {
		dir = filepath.Join(moduleRoot(t), "..", "shared")
	}
	name := filepath.Join(append([]string{dir}, path...)...)
	if _, err := os.Stat(name); err != nil {
		t.Skipf("skipped: %s is not there; set GANGMU_SHARED to the reference folder", name)
	}
	return name
}

// moduleRoot is the folder of go.mod; tests run in the folder of their package.
func moduleRoot(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(filepath.Join(d, "go.mod")); err == nil {
			return d
		}
		if d == filepath.Dir(d) {
			t.Fatalf("no go.mod above %s", dir)
		}
	}
}
