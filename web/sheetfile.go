package web

import (
	"bytes"
	"io"
	"mime"
	"net/http"
	"strconv"

	"gangmu/office/reporting"
	"gangmu/office/reporting/book"
)

var (
	sheetBookRoute  = route{pattern: "GET /sheets/{plan}/{unit}/{period}/template", handle: sheetTemplate}
	sheetTakeRoute  = route{pattern: "POST /sheets/{plan}/{unit}/{period}/workbook", handle: takeSheetBook}
	evidenceRoute   = route{pattern: "POST /sheets/{plan}/{unit}/{period}/evidence", handle: attach}
	sheetFileRoute  = route{pattern: "GET /sheets/{plan}/{unit}/{period}/files/{hash}", handle: sheetFile}
	assignBookRoute = route{pattern: "GET /assign/{plan}/template", handle: assignTemplate}
	assignTakeRoute = route{pattern: "POST /assign/{plan}/workbook", handle: takeAssignBook}
)

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// fileForm reads a form with one file, which may have so many bytes. What is larger
// than a form without a file waits on disk.
func (r *request) fileForm(largest int64) (name string, data []byte, err error) {
	r.Body = http.MaxBytesReader(r.w, r.Body, largest+largestForm)
	if err := r.ParseMultipartForm(largestForm); err != nil {
		return "", nil, formError(err)
	}
	defer func() { _ = r.MultipartForm.RemoveAll() }()
	f, head, err := r.FormFile("file")
	if err != nil {
		return "", nil, errForm.Because(err)
	}
	defer f.Close()
	data, err = io.ReadAll(f)
	return head.Filename, data, err
}

// sheetTemplate is the workbook of a sheet, to be filled in and sent back.
func sheetTemplate(r *request) error {
	plan, unit, period := r.sheetID()
	s, err := r.app.reporting.Sheet(r.Context(), r.actor, plan, unit, period)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := book.WriteSheet(&b, s); err != nil {
		return err
	}
	r.send(s.Unit.Name+" "+period+".xlsx", xlsxType, b.Bytes())
	return nil
}

// takeSheetBook saves what was changed in the workbook of a sheet. Cells that
// somebody else changed meanwhile are shown with both figures.
func takeSheetBook(r *request) error {
	plan, unit, period := r.sheetID()
	_, data, err := r.fileForm(book.Largest)
	if err != nil {
		return r.sheetAgain(err, nil)
	}
	s, err := r.app.reporting.Sheet(r.Context(), r.actor, plan, unit, period)
	if err != nil {
		return err
	}
	cells, err := book.ReadSheet(data, s)
	var saved reporting.Saved
	if err == nil && len(cells) > 0 {
		saved, err = r.app.reporting.Save(r.Context(), r.actor, plan, unit, period, cells)
	}
	return r.sheetSaved(saved, err)
}

// sheetSaved goes back to the sheet, with what kept cells from being saved.
func (r *request) sheetSaved(saved reporting.Saved, err error) error {
	if err == nil && len(saved.Conflicts) > 0 {
		err = errConflict
	}
	if err != nil {
		return r.sheetAgain(err, saved.Conflicts)
	}
	plan, unit, period := r.sheetID()
	r.redirect(sheetPath(plan, unit, period))
	return nil
}

// attach keeps a file with a cell.
func attach(r *request) error {
	name, data, err := r.fileForm(reporting.MaxEvidence)
	if err != nil {
		return r.sheetAgain(err, nil)
	}
	k, err := parseKey(r.field("row"))
	if err != nil {
		return err
	}
	plan, unit, period := r.sheetID()
	s, err := r.app.reporting.Sheet(r.Context(), r.actor, plan, unit, period)
	if err != nil {
		return err
	}
	var base int64
	for _, l := range s.Lines {
		if l.Key == k {
			base = l.Cell.Seq
		}
	}
	saved, err := r.app.reporting.Attach(r.Context(), r.actor, plan, unit, period, k, base, name, data)
	return r.sheetSaved(saved, err)
}

// sheetFile sends a file of a sheet to be saved: it is never shown, whatever it
// says that it is.
func sheetFile(r *request) error {
	plan, unit, period := r.sheetID()
	f, data, err := r.app.reporting.File(r.Context(), r.actor, plan, unit, period, r.PathValue("hash"))
	if err != nil {
		return err
	}
	r.w.Header().Set("Content-Type", "application/octet-stream")
	r.w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	r.w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	_, _ = r.w.Write(data)
	return nil
}

// sheetFiles are the names of a sheet's files by their hashes.
func (r *request) sheetFiles(s *reporting.Sheet) (map[string]string, error) {
	files, err := r.app.reporting.Files(r.Context(), r.actor, s.Plan.ID, s.Unit.Code, s.Period.String())
	names := map[string]string{}
	for _, f := range files {
		names[string(f.Hash)] = f.Name
	}
	return names, err
}

// assignTemplate is the workbook that assigns all rows of a plan at once.
func assignTemplate(r *request) error {
	p, err := r.assignPage()
	if err != nil {
		return err
	}
	d := p.data.(assignData)
	all := make([]reporting.Series, len(d.Rows))
	for i, row := range d.Rows {
		all[i] = row.Series
	}
	var b bytes.Buffer
	if err := book.WriteAssignments(&b, d.Plan, all, d.Names); err != nil {
		return err
	}
	r.send(d.Plan.ID+".xlsx", xlsxType, b.Bytes())
	return nil
}

// takeAssignBook assigns what was changed in that workbook, all or nothing.
func takeAssignBook(r *request) error {
	id := r.PathValue("plan")
	_, data, err := r.fileForm(book.Largest)
	if err != nil {
		return r.assigned(id, err)
	}
	plan, err := r.app.Office.Plan(r.Context(), r.actor, id)
	if err != nil {
		return err
	}
	all, err := r.app.reporting.Series(r.Context(), r.actor, id)
	if err != nil {
		return err
	}
	find, err := r.found()
	if err != nil {
		return err
	}
	rows, err := book.ReadAssignments(data, plan, all, find)
	if err == nil && len(rows) > 0 {
		err = r.app.reporting.Assign(r.Context(), r.actor, id, rows)
	}
	return r.assigned(id, err)
}
