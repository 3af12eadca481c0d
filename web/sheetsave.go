package web

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"gangmu/office"
	"gangmu/office/reporting"
	"gangmu/web/internal/outcome"
)

var sheetSaveRoute = route{pattern: "POST /sheets/{plan}/{unit}/{period}/save", handle: saveSheet}

// entries are the cells of the form that differ from what it was printed with.
func (r *request) entries() (out []reporting.Entry, err error) {
	for name := range r.PostForm {
		field, found := strings.CutPrefix(name, "v ")
		if !found {
			continue
		}
		k, err := parseKey(field)
		if err != nil {
			return nil, err
		}
		e := reporting.Entry{Key: k, Value: strings.TrimSpace(r.field(name)), Quality: reporting.Quality(r.field("q " + field)), Remark: strings.TrimSpace(r.field("r " + field))}
		if was := r.field("w " + field); was == e.Value+"\n"+string(e.Quality)+"\n"+e.Remark || was == e.Value+"\r\n"+string(e.Quality)+"\r\n"+e.Remark {
			continue
		}
		if e.Base, err = strconv.ParseInt(r.field("b "+field), 10, 64); err != nil {
			return nil, errForm.Because(err)
		}
		e.Evidence = r.PostForm["e "+field]
		out = append(out, e)
	}
	return out, nil
}

// saveSheet saves the cells of the form. A script that saves while one types gets
// the cells back as JSON; a form gets the page.
func saveSheet(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	cells, err := r.entries()
	if err != nil {
		return err
	}
	plan, unit, period := r.sheetID()
	var saved reporting.Saved
	if len(cells) > 0 {
		saved, err = r.app.reporting.Save(r.Context(), r.actor, plan, unit, period, cells)
	}
	if r.Header.Get("Accept") == "application/json" {
		return r.savedJSON(saved, err)
	}
	if err != nil {
		return r.sheetAgain(err, nil)
	}
	if len(saved.Conflicts) > 0 {
		return r.sheetAgain(errConflict, saved.Conflicts)
	}
	r.redirect(sheetPath(plan, unit, period))
	return nil
}

// savedCell is a cell as the script of the grid gets it.
type savedCell struct {
	Field    string   `json:"field"`
	Value    string   `json:"value"`
	Quality  string   `json:"quality"`
	Remark   string   `json:"remark"`
	Seq      int64    `json:"seq"`
	Problems []string `json:"problems"`
	Conflict string   `json:"conflict,omitempty"`
}

func (r *request) savedJSON(saved reporting.Saved, err error) error {
	out := struct {
		Problem string      `json:"problem,omitempty"`
		Cells   []savedCell `json:"cells"`
	}{Cells: []savedCell{}}
	status := http.StatusOK
	if err != nil {
		f := outcome.Fault(err)
		out.Problem, status = outcome.In(r.lang, f), outcome.Status(f.Kind)
	} else {
		plan, unit, period := r.sheetID()
		s, err := r.app.reporting.Sheet(r.Context(), r.actor, plan, unit, period)
		if err != nil {
			return err
		}
		clash := map[reporting.Key]reporting.Conflict{}
		for _, c := range saved.Conflicts {
			clash[c.Cell.Key] = c
		}
		for _, l := range s.Lines {
			line := r.sheetLine(s, l)
			c := savedCell{Field: line.Field, Value: l.Cell.Value, Quality: string(l.Cell.Quality), Remark: l.Cell.Remark, Seq: l.Cell.Seq, Problems: append([]string{}, line.Problems...)}
			if x, found := clash[l.Key]; found {
				c.Conflict = r.t("sheet.conflict", x.Name, x.Cell.At.Local().Format("15:04"), x.Cell.Value, x.Mine.Value)
			}
			out.Cells = append(out.Cells, c)
		}
	}
	b, err := json.Marshal(out)
	if err != nil {
		return err
	}
	r.w.Header().Set("Content-Type", "application/json")
	r.w.WriteHeader(status)
	_, _ = r.w.Write(b)
	return nil
}

var errConflict = office.Conflict("cell-conflict",
	"有些格子在您填写时被别人改了，没有覆盖；两个数都列在下面，请商定后再填。",
	"Some cells were changed by somebody else meanwhile and were not overwritten; both figures stand below: settle which one is right.")

func (r *request) sheetAgain(err error, conflicts []reporting.Conflict) error {
	p, errPage := r.sheetPage(conflicts)
	if errPage != nil {
		return err
	}
	return r.again(p, err)
}
