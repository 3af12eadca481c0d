package web

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"gangmu/office"
)

var (
	planNewPage   = route{pattern: "GET /plan/new", handle: showPlanRows}
	planNewRoute  = route{pattern: "POST /plan/new", handle: takePlanRows}
	planFileRoute = route{pattern: "POST /plan/new/file", handle: takePlanFile}
	planFormRoute = route{pattern: "GET /plan/new/template", handle: planTemplate}
)

const (
	largestPlanForm = 2 << 20 // bytes of a form with all its rows
	emptyRows       = 8       // that a page offers beside those that are filled
)

// planRowsData is a plan that is typed: its rows with what is to be said of their
// cells. Nothing is kept until it is adopted.
type planRowsData struct {
	Unit, Session, Date, Title string
	Publish                    bool
	Year                       int
	Units                      []office.Unit
	Columns                    []planHead
	Rows                       []planLine
	Problems                   []planFault // of all cells, with their addresses
	Checked, Stops             bool
	Count                      int
}

type planHead struct {
	Key, Head string
	Wide      bool
}

// planLine is a row of the grid.
type planLine struct {
	No    int
	Cells []planCell
}

type planCell struct {
	Key, ID, Value string
	Problems       []string
	Stops          bool
}

// planFault is a line of the summary above the grid.
type planFault struct {
	link
	Stops bool
}

// showPlanRows is an empty grid, or the indicators of last year's plan to go on
// from.
func showPlanRows(r *request) error {
	d := planRowsData{Unit: r.FormValue("unit")}
	d.Year, _ = strconv.Atoi(r.FormValue("year"))
	if err := r.planUnits(&d); err != nil {
		return err
	}
	var rows []office.PlanRow
	if r.FormValue("from") == "last" {
		last, err := r.app.Office.LastPlan(r.Context(), r.actor, d.Unit, d.Year)
		if err != nil {
			return err
		}
		rows = last[:min(len(last), office.MaxPlanRows)]
	}
	return r.print(r.planRowsPage(d, rows, nil))
}

// planUnits are those for which whoever asks may adopt a plan; the first one and
// the next year where the address names none.
func (r *request) planUnits(d *planRowsData) (err error) {
	if d.Units, err = r.unitsFor(office.AdoptPlan); err != nil {
		return err
	}
	if len(d.Units) == 0 {
		return errNoRight
	}
	if !slices.ContainsFunc(d.Units, func(u office.Unit) bool { return u.Code == d.Unit }) {
		d.Unit = d.Units[0].Code
	}
	if d.Year == 0 {
		d.Year = time.Now().Year() + 1
	}
	return nil
}

func (r *request) planRowsPage(d planRowsData, rows []office.PlanRow, problems []office.CellProblem) page {
	for _, c := range office.PlanColumns {
		d.Columns = append(d.Columns, planHead{Key: c.Key, Head: r.lang.Of(c.Name), Wide: c.Key == "name"})
	}
	d.Count = len(rows)
	shown := slices.Concat(rows, make([]office.PlanRow, min(emptyRows, office.MaxPlanRows-len(rows))))
	for i := range shown {
		line := planLine{No: i + 1}
		for _, c := range office.PlanColumns {
			line.Cells = append(line.Cells, planCell{Key: c.Key, ID: fmt.Sprintf("%s%d", c.Key, i+1), Value: *c.Of(&shown[i])})
		}
		d.Rows = append(d.Rows, line)
	}
	for _, p := range problems {
		at := slices.IndexFunc(office.PlanColumns, func(c office.PlanColumn) bool { return c.Key == p.Column })
		cell := &d.Rows[p.Row].Cells[at]
		text := r.lang.Of(p.Words)
		cell.Problems, cell.Stops = append(cell.Problems, text), cell.Stops || p.Stops
		d.Stops = d.Stops || p.Stops
		d.Problems = append(d.Problems, planFault{
			link{Href: "#" + cell.ID, Text: r.t("rows.at", p.Row+1, d.Columns[at].Head, text)}, p.Stops,
		})
	}
	return page{name: "planrows", title: "rows.title", where: []link{{Href: "/plan", Text: r.t("nav.plan")}}, data: d}
}

// takePlanRows checks the rows and shows what is to be said of them, or adopts them.
func takePlanRows(r *request) error {
	r.Body = http.MaxBytesReader(r.w, r.Body, largestPlanForm)
	if err := r.ParseForm(); err != nil {
		return errForm.Because(err)
	}
	d := planRowsData{Unit: r.field("unit"), Session: r.field("session"), Date: r.field("date"), Title: r.field("title"), Publish: r.field("publish") != ""}
	d.Year, _ = strconv.Atoi(r.field("year")) // nonsense is refused as a year
	rows, err := r.planRows()
	if err != nil {
		return err
	}
	return r.checkedRows(d, rows, r.field("do") == "adopt")
}

// checkedRows shows rows with their problems; without any that stops, it adopts
// them where that is asked for.
func (r *request) checkedRows(d planRowsData, rows []office.PlanRow, adopt bool) error {
	if err := r.planUnits(&d); err != nil {
		return err
	}
	problems, err := r.app.Office.CheckPlan(r.Context(), r.actor, d.Unit, d.Year, rows)
	if err != nil {
		return err
	}
	d.Checked = true
	p := r.planRowsPage(d, rows, problems)
	if !adopt || p.data.(planRowsData).Stops {
		if adopt {
			p.status = http.StatusUnprocessableEntity
		}
		return r.print(p)
	}
	at := slices.IndexFunc(d.Units, func(u office.Unit) bool { return u.Code == d.Unit })
	id, err := r.app.Office.Adopt(r.Context(), r.actor, office.Adoption{
		Unit: d.Unit, Year: d.Year, Session: d.Session, Date: d.Date, Title: d.Title, Region: d.Units[at].Name, Publish: d.Publish,
		Rows: office.Items(d.Year, rows), Source: r.t("rows.source"),
	})
	if err != nil {
		return r.again(p, err)
	}
	r.redirect(planPath(id))
	return nil
}

// planRows are the rows of the form: each field of all rows in their order.
func (r *request) planRows() (out []office.PlanRow, err error) {
	n := len(r.PostForm["names"])
	for _, c := range office.PlanColumns {
		if len(r.PostForm[c.Key+"s"]) != n {
			return nil, errForm
		}
	}
	for i := range n {
		var row office.PlanRow
		for _, c := range office.PlanColumns {
			*c.Of(&row) = strings.TrimSpace(r.PostForm[c.Key+"s"][i])
		}
		if row != (office.PlanRow{}) {
			out = append(out, row)
		}
	}
	if len(out) > office.MaxPlanRows {
		return nil, errForm
	}
	return out, nil
}

// takePlanFile reads a workbook into the grid, with what is to be said of it.
func takePlanFile(r *request) error {
	d, data, err := r.planFile()
	if err != nil {
		return err
	}
	rows, err := office.PlanWorkbook(data)
	if err == nil {
		return r.checkedRows(d, rows, false)
	}
	if errUnits := r.planUnits(&d); errUnits != nil {
		return errUnits
	}
	return r.again(r.planRowsPage(d, nil, nil), err)
}

func (r *request) planFile() (d planRowsData, data []byte, err error) {
	r.Body = http.MaxBytesReader(r.w, r.Body, largestPlanForm+largestForm)
	if err := r.ParseMultipartForm(largestPlanForm); err != nil {
		return d, nil, formError(err)
	}
	d.Unit = r.FormValue("unit")
	d.Year, _ = strconv.Atoi(r.FormValue("year"))
	f, _, err := r.FormFile("file")
	if err != nil {
		return d, nil, errForm.Because(err)
	}
	defer f.Close()
	data, err = io.ReadAll(f)
	return d, data, err
}

// planTemplate is the workbook to fill in, with last year's indicators where there
// are any.
func planTemplate(r *request) error {
	d := planRowsData{Unit: r.FormValue("unit")}
	d.Year, _ = strconv.Atoi(r.FormValue("year"))
	if err := r.planUnits(&d); err != nil {
		return err
	}
	rows, err := r.app.Office.LastPlan(r.Context(), r.actor, d.Unit, d.Year)
	if err != nil {
		return err
	}
	t := table{name: r.t("rows.file", d.Year)}
	for _, c := range office.PlanColumns {
		t.columns = append(t.columns, column{Key: c.Key, Head: r.lang.Of(c.Name), Number: c.Key == "no"})
	}
	for i := range rows {
		var line []cell
		for _, c := range office.PlanColumns {
			line = append(line, cell{Text: *c.Of(&rows[i])})
		}
		t.add(line...)
	}
	return r.sendXLSX(t, t.rows)
}
