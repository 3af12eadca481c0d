package api

import (
	"context"
	"net/http"
	"time"

	"gangmu/office"
	"gangmu/plan"
)

// Plan is an adopted plan. Its baseline never changes.
type Plan struct {
	ID        string    `json:"id" example:"500151-2026"`
	Unit      string    `json:"unit"`
	Year      int       `json:"year"`
	Executed  int       `json:"executed,omitempty" doc:"The year whose results it carries"`
	Title     string    `json:"title"`
	Region    string    `json:"region"`
	Session   string    `json:"session" doc:"That approved it"`
	Approved  string    `json:"approved" format:"date"`
	Draft     string    `json:"draft,omitempty" doc:"That it was adopted from"`
	Version   int       `json:"version,omitempty"`
	Source    string    `json:"source" doc:"The file, or where its rows were taken from"`
	Published bool      `json:"published"`
	Locked    bool      `json:"locked" doc:"Only to look at"`
	Adopted   time.Time `json:"adopted"`
	Seq       int64     `json:"seq" doc:"The event that adopted it"`
}

func planOf(p office.Plan) Plan {
	return Plan{
		ID: p.ID, Unit: p.Unit, Year: p.Year, Executed: p.Executed, Title: p.Title, Region: p.Region, Session: p.Session,
		Approved: p.Approved, Draft: p.From.Draft, Version: p.From.Version, Source: p.Source,
		Published: p.Published, Locked: p.Locked, Adopted: p.At, Seq: p.Seq,
	}
}

// Adoption makes a plan the one that the congress approved: of a draft's version,
// or of given rows.
type Adoption struct {
	Year    int      `json:"year" minimum:"1949" maximum:"2199"`
	Session string   `json:"session" maxLength:"200"`
	Date    string   `json:"date" format:"date" doc:"Of the resolution"`
	Publish bool     `json:"publish,omitempty" doc:"Everybody may read it"`
	Draft   string   `json:"draft,omitempty" doc:"A draft that was read; unit, title and rows are its own"`
	Version int      `json:"version,omitempty"`
	Unit    string   `json:"unit,omitempty" doc:"Whose plan it is, with rows"`
	Title   string   `json:"title,omitempty" maxLength:"200"`
	Source  string   `json:"source,omitempty" maxLength:"1000" doc:"Where the rows come from"`
	Rows    []NewRow `json:"rows,omitempty" maxItems:"2000"`
}

// NewRow is an indicator as somebody types it.
type NewRow struct {
	Year    int    `json:"year" doc:"That the target is for: the plan's, or the year before with its result"`
	No      string `json:"no,omitempty"`
	Of      string `json:"of,omitempty" doc:"The no of the row that it is a part of"`
	Name    string `json:"name"`
	Unit    string `json:"unit,omitempty"`
	Section string `json:"section,omitempty"`
	Binding bool   `json:"binding,omitempty"`
	Target  string `json:"target,omitempty" doc:"As a report prints it: 8以上"`
	Actual  string `json:"actual,omitempty"`
	Owner   string `json:"owner,omitempty"`
}

func (ad Adoption) office() office.Adoption {
	out := office.Adoption{
		Year: ad.Year, Session: ad.Session, Date: ad.Date, Publish: ad.Publish,
		Unit: ad.Unit, Title: ad.Title, Source: ad.Source,
	}
	if ad.Draft != "" {
		out.From = office.Job{Draft: ad.Draft, Version: ad.Version}
		return out
	}
	for _, r := range ad.Rows {
		out.Rows = append(out.Rows, office.TypedRow(r).Item())
	}
	return out
}

func (a *API) plans() {
	add(a, operation{
		id: "list-plans", method: http.MethodGet, path: "/plans", tag: "plans", needs: office.ReadPlan, open: true,
		summary: "The plans that the caller may read, the latest year first",
	}, func(ctx context.Context, actor office.Actor, in *Page) (*Many[Plan], error) {
		all, err := a.Office.Plans(ctx, actor)
		if err != nil {
			return nil, err
		}
		return pageOf(all, *in, func(p office.Plan) string { return p.ID }, planOf)
	})
	add(a, operation{
		id: "adopt-plan", method: http.MethodPost, path: "/plans", tag: "plans", needs: office.AdoptPlan, status: http.StatusCreated,
		summary: "Adopt the plan of a year; once",
	}, func(ctx context.Context, actor office.Actor, in *struct{ Body Adoption }) (*Created, error) {
		id, err := a.Office.Adopt(ctx, actor, in.Body.office())
		return &Created{Location: "/api/plans/" + id, Body: Made{ID: id}}, err
	})
	add(a, operation{
		id: "diff-plans", method: http.MethodGet, path: "/plans/{plan}/diff", tag: "plans", needs: office.ReadPlan, open: true,
		summary: "What a plan changes against another, or against the year before in itself",
	}, func(ctx context.Context, actor office.Actor, in *struct {
		Plan    string `path:"plan"`
		Against string `query:"against" maxLength:"100" doc:"Another plan; by default the plan's own last year"`
	}) (*One[List[Change]], error) {
		if in.Against == "" {
			in.Against = in.Plan
		}
		changes, err := a.Office.DiffPlans(ctx, actor, in.Against, in.Plan)
		if err != nil {
			return nil, err
		}
		out := &One[List[Change]]{Body: List[Change]{Items: []Change{}}}
		for _, c := range changes {
			out.Body.Items = append(out.Body.Items, changeOf(callerOf(ctx), c))
		}
		return out, nil
	})
}

// Change is what became of an indicator from one plan to the next.
type Change struct {
	Kind  string `json:"kind" doc:"added, removed, renamed, rebased, regrouped, target"`
	OldNo string `json:"old_no"`
	NewNo string `json:"new_no"`
	Name  string `json:"name"`
	Old   string `json:"old"`
	New   string `json:"new"`
	Note  string `json:"note,omitempty"`
}

func changeOf(c caller, ch plan.Change) Change {
	return Change{Kind: string(ch.Kind), OldNo: ch.OldNo, NewNo: ch.NewNo, Name: ch.Name, Old: ch.Old, New: ch.New, Note: c.pick(ch.Zh, ch.En)}
}

// Created answers what made something.
type Created struct {
	Location string `header:"Location"`
	Body     Made
}

// Made names what was made.
type Made struct {
	ID string `json:"id"`
}
