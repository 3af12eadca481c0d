package deixis

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// session is a meeting of a people's congress: 区九届人大五次会议.
type session struct {
	place    string // the last character of the place's name: 区; empty where it is not said
	term, no int
	mark     vet.Mark
	cover    bool // this report is given to it
	adopted  bool // it adopted the plan whose execution is reported
}

// sessions holds the sessions that the report names against each other.
func sessions(p *vet.Pass) {
	var here *session
	var before []session
	n := 0
	for b := range p.Document.Paragraphs() {
		n++
		for _, s := range sessionsIn(b.Text) {
			s.cover = n <= coverLines && strings.Contains(b.Text.S, "会议上")
			switch {
			case s.cover && here == nil:
				here = &s
			case s.adopted:
				before = append(before, s)
			}
		}
	}
	for i, s := range before {
		switch {
		case here != nil && (s.place == here.place || s.place == "") && !earlier(s, *here):
			differ(p, s, *here, "批准上年计划的会议应在本次会议之前", "the session that adopted last year's plan must come before this one")
		case i > 0 && s.place == before[0].place && (s.term != before[0].term || s.no != before[0].no):
			differ(p, s, before[0], "前后说的不是同一次会议", "two sessions are said to have adopted the plan")
		default:
			p.Agree(s.mark)
		}
	}
}

// earlier reports a session before another, in this term or the last.
func earlier(a, b session) bool {
	return a.term == b.term && a.no < b.no || a.term == b.term-1
}

func differ(p *vet.Pass, s, other session, zh, en string) {
	o := other.mark
	o.Role = vet.Evidence
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：这里是“%s”，另一处是“%s”。", zh, s.mark.Text, o.Text),
			En: fmt.Sprintf("%s: %s here, %s elsewhere.", en, s.mark.Text, o.Text),
		},
		Marks: []vet.Mark{s.mark, o},
	})
}

// sessionsIn reads every 第九届人民代表大会第五次会议 and 九届人大五次会议 of a text.
func sessionsIn(t text) []session {
	var out []session
	for from := 0; ; {
		i := strings.Index(t.S[from:], "次会议")
		if i < 0 {
			return out
		}
		end := from + i
		from = end + len("次会议")
		if s, ok := sessionAt(t, end); ok {
			rest := t.S[from:]
			if k := strings.IndexAny(rest, "，。；"); k >= 0 {
				rest = rest[:k]
			}
			s.adopted = (strings.Contains(rest, "批准") || strings.Contains(rest, "通过") || strings.Contains(rest, "确定")) && strings.Contains(rest, "计划")
			out = append(out, s)
		}
	}
}

// sessionAt reads backwards from the 次会议 at end.
func sessionAt(t text, end int) (session, bool) {
	no, start := numeralBefore(t.S, end)
	before := strings.TrimSuffix(t.S[:start], "第")
	congress := false
	for _, w := range []string{"人民代表大会", "人大"} {
		if rest, ok := strings.CutSuffix(before, w); ok {
			before, congress = rest, true
			break
		}
	}
	before, ok := strings.CutSuffix(before, "届")
	if no == 0 || !congress || !ok {
		return session{}, false // 全国人大 has its place between the two
	}
	term, start := numeralBefore(before, len(before))
	before = strings.TrimSuffix(before[:start], "第")
	place, size := utf8.DecodeLastRuneInString(before)
	s := session{term: term, no: no, mark: vet.At(t, len(before), end+len("次会议"), vet.Subject)}
	if size > 0 && strings.ContainsRune("区县市省州旗盟", place) {
		s.place = string(place)
	}
	return s, term > 0
}

// numeralBefore is the Chinese numeral that ends at a place, and where it begins.
func numeralBefore(s string, end int) (n, start int) {
	start = end
	for start >= len("一") {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !strings.ContainsRune("一二三四五六七八九十", r) {
			break
		}
		start -= size
	}
	n, size := prose.Ordinal(s[start:end])
	if size != end-start {
		return 0, end
	}
	return n, start
}
