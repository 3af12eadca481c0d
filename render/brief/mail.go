package brief

import (
	"fmt"
	"strings"

	"gangmu/internal/layout"
	"gangmu/monitor"
)

// mailWidth is the longest line of a mail, in columns: 36 Chinese characters, which
// telephones show without breaking it again.
const mailWidth = 72

// Mail is the summary of a month as subject and plain text.
func Mail(m Month) (subject, body string) {
	by, _ := m.counts()
	subject = fmt.Sprintf("%s：滞后%d项、关注%d项、未报%d项", m.title(), by[monitor.Red], by[monitor.Yellow], by[monitor.Missing])
	var b strings.Builder
	wrap(&b, m.overall().String(), "")
	for _, l := range []monitor.Light{monitor.Red, monitor.Missing, monitor.Yellow} {
		m.mailRows(&b, l)
	}
	if len(m.Changes) > 0 {
		b.WriteString("\n【比上月的变化】\n")
		for _, t := range m.changes() {
			wrap(&b, "· "+t.String(), "  ")
		}
	}
	b.WriteString("\n-- \n")
	wrap(&b, strings.TrimSpace(m.Office+"　"+m.day()), "")
	wrap(&b, m.mark(), "")
	return subject, b.String()
}

func (m Month) mailRows(b *strings.Builder, l monitor.Light) {
	head := false
	for _, r := range m.worst() {
		if r.Judgement.Light != l {
			continue
		}
		if !head {
			fmt.Fprintf(b, "\n【%s】\n", l.Zh())
			head = true
		}
		wrap(b, l.Mark()+" "+rowText(r).String(), "  ")
		for _, n := range m.Notes {
			if n.Name == r.Name && l == monitor.Red {
				wrap(b, "  "+noteText(n).String(), "  ")
			}
		}
	}
}

// wrap writes s in lines of mailWidth, those after the first indented. Punctuation
// does not begin a line, and a number with what belongs to it is not parted.
func wrap(b *strings.Builder, s, indent string) {
	line := ""
	for _, piece := range pieces(s) {
		if layout.Width(line)+layout.Width(piece) > mailWidth && strings.TrimSpace(line) != "" {
			b.WriteString(strings.TrimRight(line, " ") + "\n")
			line = indent
		}
		line += piece
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
}

// pieces are what a line may be broken between: single characters, with words of
// letters and digits kept whole and punctuation kept with what it follows.
func pieces(s string) []string {
	var out []string
	joined := false
	for _, r := range s {
		narrow := r > ' ' && r < 0x80 || r == '—'
		sticks := strings.ContainsRune("，。；：、！？）》”’」』】%", r)
		if len(out) > 0 && (sticks || joined && narrow) {
			out[len(out)-1] += string(r)
		} else {
			out = append(out, string(r))
		}
		joined = narrow || strings.ContainsRune("（《“‘", r)
	}
	return out
}
