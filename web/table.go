package web

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// table is rows that can be sorted, filtered and downloaded, all by the address:
// ?sort=KEY (or -KEY), ?q=WORDS, ?format=csv or xlsx.
type table struct {
	name    string // of the file that is downloaded
	empty   string // key of what an empty table says
	group   string // key of the column that heads groups while nothing is sorted
	columns []column
	rows    [][]cell
}

type column struct {
	Key, Head string
	Number    bool // set to the right, sorted by value
	Tight     bool // never broken into lines
}

type cell struct {
	Text, Href string
	Note       string // set small behind the text
	Class      string // a light or severity: its colour and shape
	Indent     int    // depth in a tree
}

func (t *table) add(cells ...cell) { t.rows = append(t.rows, cells) }

// shownTable is a table as its template sees it.
type shownTable struct {
	Empty   string // key of what it says without rows
	Columns []shownColumn
	Rows    [][]cell // as downloaded: with every column
	Groups  []shownGroup
	All     int // rows before the filter
	Query   string
	Sort    string // kept while filtering
	Kept    []link // other parameters that stay, as name and value
	CSV     string
	XLSX    string
}

// shownGroup is rows under a common head, or all of them without one.
type shownGroup struct {
	Name string
	Rows [][]cell
}

type shownColumn struct {
	column
	Href  string // sorts by it
	Order string // ascending, descending or empty: the present order
}

// printTable shows a table, or sends it as a file where the address says so.
func (r *request) printTable(p page, t table) error {
	shown := r.arrange(t)
	switch r.URL.Query().Get("format") {
	case "csv":
		return r.sendCSV(t, shown.Rows)
	case "xlsx":
		return r.sendXLSX(t, shown.Rows)
	}
	if p.data == nil {
		p.data = shown
	}
	return r.print(p)
}

// arrange filters and sorts as the address says.
func (r *request) arrange(t table) shownTable {
	q := r.URL.Query()
	out := shownTable{Empty: cmp.Or(t.empty, "table.empty"), All: len(t.rows), Query: q.Get("q"), Sort: q.Get("sort"), Rows: t.rows}
	if words := strings.Fields(strings.ToLower(out.Query)); len(words) > 0 {
		out.Rows = slices.DeleteFunc(slices.Clone(t.rows), func(row []cell) bool { return !hasAll(row, words) })
	}
	key, descending := strings.CutPrefix(out.Sort, "-")
	for i, c := range t.columns {
		s := shownColumn{column: c, Href: with(q, "sort", c.Key)}
		if c.Key == key {
			s.Order = "ascending"
			s.Href = with(q, "sort", "-"+c.Key)
			if descending {
				s.Order, s.Href = "descending", with(q, "sort", "")
			}
			out.Rows = slices.Clone(out.Rows)
			slices.SortStableFunc(out.Rows, func(a, b []cell) int { return c.compare(a[i], b[i], descending) })
		}
		out.Columns = append(out.Columns, s)
	}
	for name := range q {
		if name != "q" && name != "sort" && name != "lang" && name != "format" {
			out.Kept = append(out.Kept, link{Href: name, Text: q.Get(name)})
		}
	}
	slices.SortFunc(out.Kept, func(a, b link) int { return cmp.Compare(a.Href, b.Href) })
	out.regroup(t.group)
	out.CSV, out.XLSX = with(q, "format", "csv"), with(q, "format", "xlsx")
	return out
}

func hasAll(row []cell, words []string) bool {
	var all strings.Builder
	for _, c := range row {
		all.WriteString(strings.ToLower(c.Text) + "\n")
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(all.String(), w) })
}

// compare orders two cells; what is empty or no number stands last either way.
func (c column) compare(a, b cell, descending bool) int {
	sign := 1
	if descending {
		sign = -1
	}
	if !c.Number {
		if (a.Text == "") != (b.Text == "") {
			return cmp.Compare(len(b.Text), len(a.Text))
		}
		return sign * strings.Compare(a.Text, b.Text)
	}
	x, errX := strconv.ParseFloat(a.Text, 64)
	y, errY := strconv.ParseFloat(b.Text, 64)
	switch {
	case errX != nil && errY != nil:
		return 0
	case errX != nil:
		return 1
	case errY != nil:
		return -1
	}
	return sign * cmp.Compare(x, y)
}

// with is the address of the same page with one parameter changed.
func with(q url.Values, name, value string) string {
	q = copied(q)
	q.Del("format")
	q.Del("lang")
	q.Set(name, value)
	if value == "" {
		q.Del(name)
	}
	return "?" + q.Encode()
}

func copied(q url.Values) url.Values {
	out := url.Values{}
	for k, v := range q {
		out[k] = v
	}
	return out
}

// regroup puts rows under the texts of a column, which they then lack themselves.
func (s *shownTable) regroup(key string) {
	at := slices.IndexFunc(s.Columns, func(c shownColumn) bool { return c.Key == key })
	if at < 0 || s.Sort != "" {
		s.Groups = []shownGroup{{Rows: s.Rows}}
		return
	}
	s.Columns = slices.Delete(s.Columns, at, at+1)
	for _, row := range s.Rows {
		if n := len(s.Groups); n == 0 || s.Groups[n-1].Name != row[at].Text {
			s.Groups = append(s.Groups, shownGroup{Name: row[at].Text})
		}
		last := &s.Groups[len(s.Groups)-1]
		last.Rows = append(last.Rows, slices.Delete(slices.Clone(row), at, at+1))
	}
}
