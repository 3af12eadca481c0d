package ledger_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"
)

// modernc.org/sqlite is translated against one version of modernc.org/libc; with
// another it may compile and fail at run time.
func TestLibcIsTheOneOfSQLite(t *testing.T) {
	list := func(format, module string) string {
		out, err := exec.Command("go", "list", "-m", "-f", format, module).Output()
		if err != nil {
			t.Fatalf("go list -m %s: %v", module, err)
		}
		return strings.TrimSpace(string(out))
	}
	name := list("{{.GoMod}}", "modernc.org/sqlite")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	mod, err := modfile.Parse(name, text, nil)
	if err != nil {
		t.Fatal(err)
	}
	used := list("{{.Version}}", "modernc.org/libc")
	for _, r := range mod.Require {
		if r.Mod.Path == "modernc.org/libc" && r.Mod.Version != used {
			t.Errorf("libc is %s, sqlite asks for %s: go get modernc.org/libc@%s", used, r.Mod.Version, r.Mod.Version)
		}
	}
}
