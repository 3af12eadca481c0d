package references

import (
	"fmt"
	"strconv"
	"strings"

	"gangmu/document"
	"gangmu/vet"
)

// listed holds the list 附件：1.… 2.… at the report's end against the annexes behind
// it: each is there, and its title speaks of the same years.
func listed(p *vet.Pass, annexes *labels) {
	if len(annexes.titles) == 0 {
		return
	}
	next := 0
	for b := range p.Document.Paragraphs() {
		s, start := b.Text.S, 0
		if next == 0 {
			rest, ok := strings.CutPrefix(s, "附件：")
			if !ok {
				continue
			}
			start, next = len(s)-len(rest), 1
		}
		number := strconv.Itoa(next)
		name, ok := strings.CutPrefix(s[start:], number)
		if !ok || !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "．") && !strings.HasPrefix(name, "、") {
			return
		}
		entry(p, annexes, b.Text, start, next)
		next++
	}
}

func entry(p *vet.Pass, annexes *labels, t text, start, n int) {
	mark := vet.At(t, start, len(t.S), vet.Subject)
	title, ok := annexes.titles[n]
	if !ok {
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("附件清单列有第%d个附件，后面没有附件%d。", n, n),
				En: fmt.Sprintf("Annex %d is listed, but does not follow.", n),
			},
			Marks: []vet.Mark{mark, annexes.last()},
		})
		return
	}
	here, there := years(t.S), years(titleOf(p.Document, title))
	if len(here) > 0 && len(there) > 0 && here[0] != there[0] {
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("附件清单写的是%s年，附件%d的标题写的是%s年。", here[0], n, there[0]),
				En: fmt.Sprintf("The list says %s, the title of annex %d %s.", here[0], n, there[0]),
			},
			Marks: []vet.Mark{mark, vet.At(title.text, title.start, title.end, vet.Evidence)},
		})
	}
}

// titleOf is the words of an annex's title: they stand behind its number or in the
// paragraph below.
func titleOf(d *document.Document, x label) string {
	if rest := x.text.S[x.end:]; len(years(rest)) > 0 {
		return rest
	}
	found := false
	for b := range d.Paragraphs() {
		if found {
			return b.Text.S
		}
		found = b.Text.Whole() == x.text.Whole()
	}
	return ""
}

// years are the four digits before 年 in a text.
func years(s string) []string {
	var out []string
	for i := 0; ; {
		j := strings.Index(s[i:], "年")
		if j < 0 {
			return out
		}
		j += i
		if j >= 4 {
			if y, err := strconv.Atoi(s[j-4 : j]); err == nil && y > 1900 {
				out = append(out, s[j-4:j])
			}
		}
		i = j + len("年")
	}
}
