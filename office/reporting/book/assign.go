package book

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/internal/form"
	"gangmu/office/reporting"
)

// The heads of the columns of assignments, beside those of sheets.
const (
	partHead      = "分解到"
	ownerHead     = "责任单位"
	personHead    = "责任人"
	deputyHead    = "协办单位"
	frequencyHead = "频度"
	janFebHead    = "一二月合并"
	dueHead       = "报送日"
	kindHead      = "监测方式"
	sourceHead    = "数据来源"
	clusterHead   = "产业集群"
	partsHead     = "分解关系"
	weightHead    = "权重"
)

// assignHeads are the columns that are filled in.
var assignHeads = []string{
	partHead, goalHead, ownerHead, personHead, deputyHead, frequencyHead, janFebHead, dueHead, kindHead, sourceHead, clusterHead, partsHead, weightHead,
}

// words are the choices of a column: the value, and how it is written.
type words []struct{ value, text string }

var (
	frequencies = words{{string(monitor.Monthly), "每月"}, {string(monitor.Quarterly), "每季"}, {string(monitor.HalfYearly), "每半年"}, {string(monitor.Yearly), "每年"}}
	partRules   = words{{"", "不要求"}, {string(reporting.Sum), "加总"}, {string(reporting.Mean), "加权平均"}}
	kinds       = words{
		{string(monitor.Accumulating), "按序时进度"}, {string(monitor.Growth), "按增速"}, {string(monitor.Share), "按占比"},
		{string(monitor.Stock), "按期末数"}, {string(monitor.Ceiling), "按控制数"}, {string(monitor.Graded), "按等级"},
	}
	yesNo = words{{"", ""}, {"yes", "是"}}
)

func (w words) of(value string) string {
	for _, each := range w {
		if each.value == value {
			return each.text
		}
	}
	return value
}

func (w words) texts() (out []string) {
	for _, each := range w {
		if each.text != "" {
			out = append(out, each.text)
		}
	}
	return out
}

// read is the value of a text; an empty one is the value so far.
func (w words) read(text, before string) (string, bool) {
	if text == "" {
		return before, true
	}
	for _, each := range w {
		if each.text == text {
			return each.value, true
		}
	}
	return "", false
}

func assignID(p office.Plan) string { return "assign/" + p.ID }

// WriteAssignments writes who answers for the series of a plan. names are those of
// units and persons, as ReadAssignments is to find them again.
func WriteAssignments(w io.Writer, p office.Plan, all []reporting.Series, names map[string]string) error {
	t := table{
		id: assignID(p), title: p.Title + " 任务分解",
		hint: "填底色的各列，存盘后在任务分解页上传。要分解到下级单位：复制该指标一行，在“分解到”填单位，在“目标”填它的目标。不用公式。",
		columns: []column{
			{head: nameHead, width: 32}, {head: partHead, width: 16, edit: true}, {head: goalHead, width: 14, edit: true},
			{head: ownerHead, width: 24, edit: true}, {head: personHead, width: 20, edit: true}, {head: deputyHead, width: 20, edit: true},
			{head: frequencyHead, width: 8, edit: true, choice: frequencies.texts()}, {head: janFebHead, width: 10, edit: true, choice: yesNo.texts()},
			{head: dueHead, width: 8, edit: true}, {head: kindHead, width: 12, edit: true, choice: kinds.texts()}, {head: sourceHead, width: 20, edit: true},
			{head: clusterHead, width: 14, edit: true}, {head: partsHead, width: 10, edit: true, choice: partRules.texts()}, {head: weightHead, width: 8, edit: true},
		},
	}
	for _, s := range all {
		cells := assignCells(s, names)
		row := append([]string{s.Name}, cells...)
		t.rows = append(t.rows, append(row, keyText(s.Key), joined(cells...), strconv.FormatInt(s.Seq, 10)))
	}
	return t.write(w)
}

// assignCells are the texts of a series in the order of assignHeads.
func assignCells(s reporting.Series, names map[string]string) []string {
	due, janFeb, part := "", "", ""
	if s.DueDay > 0 {
		due = strconv.Itoa(s.DueDay)
	}
	if s.JanFeb {
		janFeb = "yes"
	}
	if s.Parent != "" {
		part = names[s.Key.Unit]
	}
	return []string{
		part, s.Goal.Text, names[s.Owner], names[s.Person], names[s.Deputy], frequencies.of(string(s.Frequency)), yesNo.of(janFeb),
		due, kinds.of(string(s.Kind)), s.Source, s.Cluster, partRules.of(string(s.Parts)), s.Weight,
	}
}

// ReadAssignments is what somebody changed in the workbook of a plan's assignments.
// find gives the code of a unit or the id of a person by what the cell says. A row
// that was changed since the workbook was written is refused.
func ReadAssignments(data []byte, p office.Plan, all []reporting.Series, find func(string) string) (out []reporting.Assignment, err error) {
	rows, err := read(data, assignID(p), assignHeads...)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		cells := make([]string, len(assignHeads))
		for i, h := range assignHeads {
			cells[i] = r.texts[h]
		}
		if r.id == "" || !r.changed(cells...) {
			continue
		}
		a, err := r.assignment(p, all, find)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

func (r record) assignment(p office.Plan, all []reporting.Series, find func(string) string) (a reporting.Assignment, err error) {
	wrong := func(zh, en string) (reporting.Assignment, error) {
		return a, form.Invalid("bad-assignment", fmt.Sprintf("第%d行：%s没有保存。", r.at, zh), fmt.Sprintf("Row %d: %s Nothing was saved.", r.at, en))
	}
	k, ok := parseKey(r.id)
	at := slices.IndexFunc(all, func(s reporting.Series) bool { return s.Key == k })
	if !ok || at < 0 {
		return wrong("隐藏列被改动了，请重新下载模板，", "The hidden columns were changed: take the template anew.")
	}
	was := all[at]
	a = reporting.Assignment{Key: k, Spec: was.Spec}
	switch unit := find(r.texts[partHead]); {
	case unit != "" && unit != was.Key.Unit: // a row that was copied to make a part of it
		a.Key.Unit = unit
		a.Spec = reporting.Spec{Parent: was.Key.Unit, Frequency: was.Frequency, JanFeb: was.JanFeb, Kind: was.Kind, Flow: was.Flow}
		a.Target = r.texts[goalHead]
	case r.texts[baseHead] != strconv.FormatInt(was.Seq, 10):
		return wrong("“"+was.Name+"”在下载模板以后已被别人改过，请重新下载，", was.Name+" was changed by somebody else meanwhile: take the template anew.")
	case was.Parent != "":
		a.Target = r.texts[goalHead]
	}
	a.Owner, a.Person, a.Deputy = find(r.texts[ownerHead]), find(r.texts[personHead]), find(r.texts[deputyHead])
	a.Source, a.Cluster, a.Weight = r.texts[sourceHead], r.texts[clusterHead], r.texts[weightHead]
	return a, r.schedule(&a.Spec, wrong)
}

// schedule reads what is chosen from lists.
func (r record) schedule(s *reporting.Spec, wrong func(zh, en string) (reporting.Assignment, error)) error {
	frequency, ok1 := frequencies.read(r.texts[frequencyHead], string(s.Frequency))
	kind, ok2 := kinds.read(r.texts[kindHead], string(s.Kind))
	parts, ok3 := partRules.read(r.texts[partsHead], "")
	janFeb, ok4 := yesNo.read(r.texts[janFebHead], "")
	due, err := 0, error(nil)
	if text := r.texts[dueHead]; text != "" {
		due, err = strconv.Atoi(text)
	}
	if !ok1 || !ok2 || !ok3 || !ok4 || err != nil {
		_, err := wrong("频度、监测方式、分解关系、一二月合并要从下拉列表选，报送日填1到31的数，", "Choose frequency, kind and rule from the lists; the due day is a number from 1 to 31.")
		return err
	}
	s.Frequency, s.Kind, s.Parts, s.JanFeb, s.DueDay = monitor.Frequency(frequency), monitor.Kind(kind), reporting.Parts(parts), janFeb != "", due
	return nil
}
