package render

import (
	"fmt"
	"io"
	"strings"

	"gangmu/internal/layout"
	"gangmu/plan"
)

// Edition names one side of a comparison.
type Edition struct {
	File string `json:"file"`
	Year int    `json:"year"`
}

type diffJSON struct {
	Old     Edition      `json:"old"`
	New     Edition      `json:"new"`
	Changes []changeJSON `json:"changes"`
}

type changeJSON struct {
	Kind       string `json:"kind"`
	OldNo      string `json:"old_no"`
	NewNo      string `json:"new_no"`
	Name       string `json:"name"`
	Old        string `json:"old"`
	New        string `json:"new"`
	LastTarget string `json:"last_target"`
	LastActual string `json:"last_actual"`
	Note       string `json:"note"`
}

// DiffJSON prints changes as the JSON object of `diff`.
func DiffJSON(w io.Writer, old, new Edition, changes []plan.Change, l Lang) error {
	out := diffJSON{Old: old, New: new, Changes: []changeJSON{}}
	for _, c := range changes {
		out.Changes = append(out.Changes, changeJSON{
			Kind: string(c.Kind), OldNo: c.OldNo, NewNo: c.NewNo, Name: c.Name, Old: c.Old, New: c.New,
			LastTarget: c.LastTarget, LastActual: c.LastActual, Note: l.pick(c.Zh, c.En),
		})
	}
	return writeJSON(w, out)
}

// changeOrder is the order of the groups: what changes the set first.
var changeOrder = []struct {
	kind   plan.ChangeKind
	zh, en string
}{
	{plan.Added, "新增指标（%d 项）", "Added (%d)"},
	{plan.Removed, "取消指标（%d 项）", "Removed (%d)"},
	{plan.Rebased, "口径或单位改变（%d 项）", "On another basis (%d)"},
	{plan.Renamed, "名称改变（%d 项）", "Renamed (%d)"},
	{plan.Retarget, "目标调整（%d 项）", "Targets moved (%d)"},
	{plan.Regrouped, "分组或性质改变（%d 项）", "Moved to another group (%d)"},
}

// DiffText prints changes for people, a group a kind.
func DiffText(w io.Writer, old, new Edition, changes []plan.Change, l Lang) error {
	t := &text{lang: l}
	t.line(l.pick("%s与%s指标对比：%d 处变化", "%s and %s indicators: %d changes"), yearWord(old.Year, l), yearWord(new.Year, l), len(changes))
	for _, o := range changeOrder {
		var group []plan.Change
		for _, c := range changes {
			if c.Kind == o.kind {
				group = append(group, c)
			}
		}
		if len(group) == 0 {
			continue
		}
		t.title(l.pick(o.zh, o.en), len(group))
		for _, c := range group {
			t.change(c)
		}
	}
	_, err := io.WriteString(w, t.b.String())
	return err
}

func (t *text) change(c plan.Change) {
	no := c.NewNo
	if no == "" {
		no = c.OldNo
	}
	t.wrapped(layout.Pad(layout.Clean(no), 4, true)+"  ", c.Name)
	t.wrapped(strings.Repeat(" ", 6), t.changed(c))
}

// changed says what became of an indicator in one line.
func (t *text) changed(c plan.Change) string {
	pick := t.lang.pick
	var parts []string
	switch c.Kind {
	case plan.Added:
		parts = append(parts, fmt.Sprintf(pick("目标 %s", "target %s"), orDash(c.New)))
	case plan.Removed:
		parts = append(parts, fmt.Sprintf(pick("上年目标 %s", "last target %s"), orDash(c.LastTarget)))
	default:
		parts = append(parts, fmt.Sprintf(pick("%s → %s", "%s → %s"), orDash(c.Old), orDash(c.New)))
	}
	if c.LastActual != "" && c.Kind != plan.Regrouped {
		parts = append(parts, fmt.Sprintf(pick("上年完成 %s", "last result %s"), c.LastActual))
	}
	if note := pick(c.Zh, c.En); note != "" {
		parts = append(parts, note)
	}
	return strings.Join(parts, pick("；", "; "))
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
