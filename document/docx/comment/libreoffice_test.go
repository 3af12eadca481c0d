package comment

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gangmu/document"
	plain "gangmu/document/text"
	"gangmu/internal/reference"
	"gangmu/render/word"
	"gangmu/sample"
)

// LibreOffice opens the commented files and shows each comment on its words.
func TestLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("skipped: LibreOffice (soffice) is not installed")
	}
	dir := t.TempDir()
	want := map[string]map[string]string{}
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(dir) + "/profile", "--headless", "--convert-to", "fodt", "--outdir", dir}
	write := func(name string, data []byte) {
		doc := read(t, data)
		comments := random(doc, 12, rand.New(rand.NewPCG(3, 4)))
		want[name] = map[string]string{}
		for i, c := range comments {
			number, said, _ := strings.Cut(c.Text[0], ":")
			comments[i].Text = []string{number}
			comments[i].Elsewhere = elsewhere
			want[name][number] = said
		}
		path := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(path, addAll(t, data, doc, comments), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	write("sample", sample.Docx)
	set, err := plain.Read(t.Context(), []byte(sample.Text), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	data, err := word.Write(set)
	if err != nil {
		t.Fatal(err)
	}
	write("set", data)
	t.Run("suite", func(t *testing.T) {
		files, _ := filepath.Glob(filepath.Join(reference.Path(t, "suites", "docx"), "*.docx"))
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			write(strings.TrimSuffix(filepath.Base(name), ".docx"), data)
		}
	})
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for name, comments := range want {
		data, err := os.ReadFile(filepath.Join(dir, name+".fodt"))
		if err != nil {
			t.Errorf("%s was not opened: %v", name, err)
			continue
		}
		got := annotated(t, data)
		for said, words := range comments {
			if _, found := got[elsewhere+said]; found {
				continue // in a text box or note
			}
			if on, found := got[said]; !found && name == "60316" {
				t.Logf("%s: LibreOffice shows no comment in a control for plain text: %q", name, words)
			} else if !found || squeeze(on) != squeeze(words) && !whole(on, words) {
				t.Errorf("%s: comment %s stands on %q (%v), want %q", name, said, on, found, words)
			}
		}
	}
}

// whole reports whether a comment stands on a short piece that is never split, a
// field or a phonetic guide.
func whole(on, words string) bool { return len(on) < 40 && strings.Contains(on, words) }

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// annotated is the words under each comment of a flat OpenDocument file, by the
// first paragraph of what it says. One without an end stands on a place alone.
func annotated(t *testing.T, data []byte) map[string]string {
	t.Helper()
	const point = "a place alone"
	said, on := map[string]string{}, map[string]string{} // by the comment's name
	var open []string                                    // names
	inside, within := "", ""                             // the comment and its paragraph being read
	d := xml.NewDecoder(strings.NewReader(string(data)))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch {
			case token.Name.Local == "annotation":
				if inside = name(token); inside == "" {
					inside = fmt.Sprint(point, len(said))
				}
				open = append(open, inside)
			case token.Name.Local == "annotation-end":
				open = slices.DeleteFunc(open, func(s string) bool { return s == name(token) })
			case inside != "" && token.Name.Local == "p":
				within = inside // the signature follows the number
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "annotation":
				inside = ""
			case "p":
				within = ""
			}
		case xml.CharData:
			switch {
			case within != "":
				said[within] += string(token)
			case inside == "":
				for _, name := range open {
					on[name] += string(token)
				}
			}
		}
	}
	out := map[string]string{}
	for name, what := range said {
		number, _, _ := strings.Cut(what, signatureOpen)
		if strings.HasPrefix(name, point) {
			on[name] = ""
		}
		out[strings.TrimSpace(number)] = on[name]
	}
	return out
}

func name(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "name" {
			return a.Value
		}
	}
	return ""
}
