package web

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
)

// table is rows that can be sorted, filtered and downloaded, all by the address:
// ?sort=KEY (or -KEY), ?q=WORDS, ?KEY=VALUE for a column to pick from, and
// ?format=csv or xlsx for the rows as a file. Where a page has several tables, all
// but one have an id, which stands before these names: ?id.sort=KEY.
type table struct {
	id      string // of the second table of a page and those after it
	name    string // of the file that is downloaded
	label   string // what it is, for who does not see it; default: a table
	empty   string // key of what an empty table says
	group   string // key of the column that heads groups while nothing is sorted
	short   bool   // a few rows: nothing to filter or sort
	columns []column
	rows    [][]cell
}

// column is one of a table. One without a head, which stands last, only acts: it is
// neither sorted nor in files.
type column struct {
	Key, Head string
	Number    bool // set to the right with decimal points in one line, sorted by value
	Tight     bool // never broken into lines
	Wide      bool // of sentences: kept wide on a narrow screen
	Pick      bool // its values are offered above the table
	Hidden    bool // only in files and charts
}

type cell struct {
	Text, Href string
	Value      string // what it is sorted, picked and drawn by; default Text
	Note       string // set small behind the text
	Class      string // a light or severity: its colour and shape
	Indent     int    // depth in a tree
	ID         string // so that addresses can lead to its row
	Label      string // of a link that says too little by itself
	Struck     bool   // does not count any more
	Pad        string // class that keeps decimal points in one line
}

func (c cell) value() string { return cmp.Or(c.Value, c.Text) }

func (t *table) add(cells ...cell) { t.rows = append(t.rows, cells) }

// param is how the address names a property of the table.
func (t table) param(name string) string {
	if t.id == "" {
		return name
	}
	return t.id + "." + name
}

// shownTable is a table as its template sees it.
type shownTable struct {
	ID      string
	Label   string
	Empty   string // key of what it says without rows
	Short   bool
	Columns []shownColumn
	Rows    [][]cell // as downloaded: with every column
	Groups  []shownGroup
	All     int // rows before the filter
	Query   string
	Search  string // name of the parameter of the query
	Picks   []pick
	Kept    []link // other parameters that stay, as name and value
	Clear   string // the address without filters; empty while there are none
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

// pick is a column of which one value can be chosen.
type pick struct {
	Name, Head, Now string
	Options         []link // value and text
}

// printTable shows a table, or sends it as a file where the address says so.
func (r *request) printTable(p page, t table) error { return r.printTables(p, t) }

// printTables shows a page with tables, or sends the one that the address names.
func (r *request) printTables(p page, all ...table) error {
	for _, t := range all {
		switch r.URL.Query().Get(t.param("format")) {
		case "csv":
			return r.sendCSV(t, r.arrange(t).Rows)
		case "xlsx":
			return r.sendXLSX(t, r.arrange(t).Rows)
		}
	}
	if p.data == nil && len(all) == 1 {
		p.data = r.arrange(all[0])
	}
	return r.print(p)
}

// arrange picks, filters and sorts as the address says.
func (r *request) arrange(t table) shownTable {
	q := r.URL.Query()
	out := shownTable{
		ID: t.id, Label: cmp.Or(t.label, r.t("table.label")), Empty: cmp.Or(t.empty, "table.empty"), Short: t.short,
		All: len(t.rows), Query: q.Get(t.param("q")), Search: t.param("q"), Rows: t.rows,
	}
	cleared := copied(q)
	cleared.Del(out.Search)
	for i, c := range t.columns {
		if c.Pick {
			out.pick(t, i, q.Get(t.param(c.Key)))
			cleared.Del(t.param(c.Key))
		}
	}
	if words := strings.Fields(strings.ToLower(out.Query)); len(words) > 0 {
		out.Rows = slices.DeleteFunc(slices.Clone(out.Rows), func(row []cell) bool { return !hasAll(row, words) })
	}
	if len(cleared) < len(q) {
		out.Clear = cmp.Or(with(cleared, "format", ""), "?")
	}
	sorted := out.sort(t, q)
	out.keep(t, q)
	out.CSV, out.XLSX = with(q, t.param("format"), "csv"), with(q, t.param("format"), "xlsx")
	group := t.group
	if sorted {
		group = ""
	}
	out.lay(group)
	return out
}

// pick offers the values of a column and leaves the rows of the chosen one.
func (s *shownTable) pick(t table, at int, now string) {
	p := pick{Name: t.param(t.columns[at].Key), Head: t.columns[at].Head, Now: now}
	for _, row := range t.rows {
		v := row[at].value()
		if v != "" && !slices.ContainsFunc(p.Options, func(l link) bool { return l.Href == v }) {
			p.Options = append(p.Options, link{Href: v, Text: row[at].Text, Here: v == now})
		}
	}
	if now != "" {
		s.Rows = slices.DeleteFunc(slices.Clone(s.Rows), func(row []cell) bool { return row[at].value() != now })
	}
	if len(p.Options) > 1 || now != "" {
		s.Picks = append(s.Picks, p)
	}
}

// sort puts the rows in the order that the address names, if any.
func (s *shownTable) sort(t table, q url.Values) (sorted bool) {
	name := t.param("sort")
	key, descending := strings.CutPrefix(q.Get(name), "-")
	for i, c := range t.columns {
		shown := shownColumn{column: c, Href: with(q, name, c.Key)}
		if c.Key == key {
			shown.Order, shown.Href, sorted = "ascending", with(q, name, "-"+c.Key), true
			if descending {
				shown.Order, shown.Href = "descending", with(q, name, "")
			}
			s.Rows = slices.Clone(s.Rows)
			slices.SortStableFunc(s.Rows, func(a, b []cell) int { return c.compare(a[i], b[i], descending) })
		}
		s.Columns = append(s.Columns, shown)
	}
	return sorted
}

// keep notes what the form above the table has to carry on.
func (s *shownTable) keep(t table, q url.Values) {
	for name := range q {
		own := name == s.Search || slices.ContainsFunc(s.Picks, func(p pick) bool { return p.Name == name })
		if !own && name != "lang" && !strings.HasSuffix(name, "format") && q.Get(name) != "" {
			s.Kept = append(s.Kept, link{Href: name, Text: q.Get(name)})
		}
	}
	slices.SortFunc(s.Kept, func(a, b link) int { return cmp.Compare(a.Href, b.Href) })
}

func hasAll(row []cell, words []string) bool {
	var all strings.Builder
	for _, c := range row {
		all.WriteString(strings.ToLower(c.Text) + "\n" + strings.ToLower(c.Note) + "\n")
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(all.String(), w) })
}

// with is the address of the same page with one parameter changed.
func with(q url.Values, name, value string) string {
	q = copied(q)
	for n := range q {
		if n == "lang" || n == "format" || strings.HasSuffix(n, ".format") {
			q.Del(n)
		}
	}
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
