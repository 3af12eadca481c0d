package html

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"gangmu/document"
)

// tight keeps what a fuzzed page can ask for small.
var tight = document.Limits{Expanded: 1 << 20, Depth: 64, Blocks: 5_000, Cells: 5_000, Places: 100_000}

// FuzzHTML holds that any page is read, or refused with an error for people,
// and that what is read of it stands where it says.
func FuzzHTML(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.html"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range []string{
		"<table><tr><td rowspan=0 colspan=-1>a<td><table><caption>b</table></table>", "<ol start=-3 type=i><li>a<li><ol><li>b", "&nbsp&notit;&#0;&#x110000;&#59;",
		"<p>a<br>\u3000b<pre>\n\nc</pre><sup><a href=#n>1</a></sup>", "\xff\xfe<\x00p\x00>\x00a\x00", "<title>a<select><p>b", "<a href=#_ftnref1>[1]</a>c<del>d",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(context.Background(), data, tight)
		if err != nil {
			if codeOf(err) == "" {
				t.Fatalf("not an error for people: %v", err)
			}
			return
		}
		checkSource(t, data, doc)
		for table := range doc.Tables() {
			table.Grid()
		}
	})
}
