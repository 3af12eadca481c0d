package web

// chart is a drawing of columns of a table. The table is what the page says, by
// itself, to whoever has no scripts, listens or prints; the script draws the same
// figures above it (assets/chart.js), in the order of the rows as they were added.
type chart struct {
	title string
	unit  string // of the values; empty for none
	along string // key of the column with the positions: years, months
	lines []chartLine
	table table
}

// chartScript draws charts: the script of every page that has one.
const chartScript = "chart.js"

// chartRole is what a line is about; its colour and stroke follow from that.
type chartRole string

const (
	thisYear chartRole = "now"    // the accent
	pastYear chartRole = "past"   // grey, the more years ago the lighter
	goalLine chartRole = "target" // dashed: a target, a pace
	forecast chartRole = "band"   // an area between two columns
)

// chartLine is a column that is drawn; a column may be hidden in the table.
type chartLine struct {
	column string // key; of a band that of its lower end
	upper  string // key of a band's upper end
	role   chartRole
	bars   bool
}

// shownChart is a chart as its template sees it.
type shownChart struct {
	Title string
	Table shownTable
	Data  chartData
}

// chartData is what the script draws, as JSON in the page.
type chartData struct {
	Unit  string      `json:"unit"`
	Along []string    `json:"along"`
	Lines []drawnLine `json:"lines"`
}

// drawnLine is a line with a value for each position; null where there is none.
type drawnLine struct {
	Name   string     `json:"name"`
	Role   chartRole  `json:"role"`
	Bars   bool       `json:"bars"`
	Values []*float64 `json:"values"`
	Upper  []*float64 `json:"upper,omitempty"`
	Texts  []string   `json:"texts"` // as printed
}

// draw is a chart for its template; where there is nothing to draw it has the table
// alone.
func (r *request) draw(c chart) shownChart {
	out := shownChart{Title: c.title, Table: r.arrange(c.table)}
	out.Data.Unit, out.Data.Along = c.unit, c.table.texts(c.along)
	for _, l := range c.lines {
		d := drawnLine{Role: l.role, Bars: l.bars, Values: c.table.numbers(l.column), Texts: c.table.texts(l.column)}
		if i := c.table.at(l.column); i >= 0 {
			d.Name = c.table.columns[i].Head
		}
		if l.upper != "" {
			d.Upper = c.table.numbers(l.upper)
		}
		for _, v := range d.Values {
			if v != nil { // a line without a value is not drawn
				out.Data.Lines = append(out.Data.Lines, d)
				break
			}
		}
	}
	return out
}

// at is where a column stands, -1 for none.
func (t table) at(key string) int {
	for i, c := range t.columns {
		if c.Key == key {
			return i
		}
	}
	return -1
}

func (t table) texts(key string) (out []string) {
	i := t.at(key)
	for _, row := range t.rows {
		if i >= 0 {
			out = append(out, row[i].Text)
		}
	}
	return out
}

func (t table) numbers(key string) (out []*float64) {
	i := t.at(key)
	for _, row := range t.rows {
		var n *float64
		if i >= 0 {
			if v, is := row[i].number(); is {
				n = &v
			}
		}
		out = append(out, n)
	}
	return out
}
