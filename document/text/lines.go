package text

import "strings"

// line is a physical line s[start:end] without its end; columns count from
// begin, which differs from start after a comment that ends in mid-line.
type line struct {
	begin, start, end int
	no                int
}

// cursor is a place between two lines; it can be kept to go back to.
type cursor struct {
	begin, at int
	no        int // lines begun before
}

const (
	commentStart = "<!--"
	commentEnd   = "-->"
	// A comment longer than this is taken for text: rather too much to read
	// than half a report lost to a stray mark.
	longestComment = 2000
)

// next is the next line. A comment that runs over several lines ends one line
// and begins another behind it.
func (r *reader) next() (line, bool) {
	if r.at >= len(r.s) {
		return line{}, false
	}
	if r.at == r.begin {
		r.no++
	}
	l := line{begin: r.begin, start: r.at, no: r.no}
	n := strings.IndexByte(r.s[r.at:], '\n')
	if n < 0 {
		l.end = len(r.s)
		r.at = l.end
	} else {
		l.end = r.at + n
		r.at = l.end + 1
	}
	r.begin = r.at
	if r.comments {
		r.cutComment(&l)
	}
	for l.end > l.start && r.s[l.end-1] == '\r' {
		l.end--
	}
	return l, true
}

// cutComment ends l before a comment that goes on below it.
func (r *reader) cutComment(l *line) {
	s := r.s[l.start:l.end]
	open := strings.LastIndex(s, commentStart)
	if open < 0 || strings.Contains(s[open:], commentEnd) {
		return
	}
	rest := r.s[l.start+open : min(len(r.s), l.start+open+longestComment)]
	n := strings.Index(rest, commentEnd)
	if n < 0 {
		return
	}
	l.end = l.start + open
	r.no += strings.Count(rest[:n], "\n")
	r.at = l.end + n + len(commentEnd)
	r.begin = l.end + strings.LastIndexByte(rest[:n], '\n') + 1
}

func (r *reader) blank(l line) bool { return strings.Trim(r.s[l.start:l.end], " 　") == "" }
