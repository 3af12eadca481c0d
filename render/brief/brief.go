// Package brief sets what the plan office hands out every month: the table of the
// main indicators (主要指标完成情况表) as a workbook, the brief on how the economy
// runs (经济运行简报) as a Word file of two pages, and a summary as plain text for
// e-mail.
//
// It decides words, order and what fits on two pages: the first says how many
// indicators stand how, what is behind for which cause, and which lights changed; the second
// is the table. What does not fit is counted and left to the workbook. It computes
// nothing but these counts: lights and sentences come from package monitor.
//
// # How figures are bound
//
// Every figure carries the id of its fact and the sequence number of the event that
// made it count; figures of a sentence are bound to the value that the sentence is
// about, counts to the sequence number that the whole is made from.
//
//   - In the Word file a figure is a content control whose tag is "SEQ FACT". Unlike
//     a bookmark it has no short name that must be unique, travels with a figure that
//     is copied elsewhere, and is not lost when the figure is typed over, so that a
//     changed figure can still be found and compared. Unlike a bound custom XML part
//     it does not write over what people edit.
//   - In the workbook the sheet 依据 lists every figure's cell, fact and sequence.
//
// The checkpoint of the ledger (size and root) stands at the end of each, so that
// rewriting what was handed out shows. Documents are in Chinese, as offices exchange
// them. The same Month gives the same bytes.
package brief

import (
	"fmt"
	"time"

	"gangmu/monitor"
)

// Ref is what a figure rests on.
type Ref struct {
	Fact string // the fact's id
	Seq  int64  // of the event that made it count
}

// Month is all that is handed out for a month.
type Month struct {
	Region string // 某某区
	Office string // who issues it: 某某区发展和改革委员会
	Plan   string // id of the plan
	Period monitor.Period
	Date   time.Time // of issue
	Number int       // of the brief within the year; 0 is not printed

	Seq      int64 // everything is as of this sequence number
	Settings int64 // version of the rules of lights
	Size     int64 // of the ledger's checkpoint
	Root     string

	Rows    []Row // in the order of the plan
	Changes []Change
	Notes   []Note
}

// Row is one indicator.
type Row struct {
	No, Name, Unit string
	Binding        bool
	Part           bool // 其中: not counted
	Owner          string
	Target         Figure
	LastYear       Figure
	Value          Figure
	Period         monitor.Period // of the value
	Quality        string         // 预计, 初步核算; empty for a plain value
	Judgement      monitor.Judgement
}

// Figure is a printed value and what it rests on; an empty Text has none.
type Figure struct {
	Text string
	Ref  Ref
}

// Change is a light that is another one than last month.
type Change struct {
	Name    string // of the indicator
	Was, Is monitor.Light
}

// Note is what a unit says of a deviation.
type Note struct {
	Name                    string // of the indicator
	Unit                    string // who says it
	Cause, Measure, Outlook string
	Ref                     Ref // of the note
}

// counts are how many indicators show each light; parts of others do not count.
func (m Month) counts() (by map[monitor.Light]int, all int) {
	by = map[monitor.Light]int{}
	for _, r := range m.Rows {
		if !r.Part {
			by[r.Judgement.Light]++
			all++
		}
	}
	return by, all
}

// span is the time that everything counts: 2026年1—10月.
func (m Month) span() string {
	since := monitor.Period{Year: m.Period.Year, First: 1, Last: m.Period.Last}
	return fmt.Sprintf("%d年%s", m.Period.Year, since.Zh())
}

func (m Month) title() string { return m.Region + m.span() + "经济运行简报" }

func (m Month) tableTitle() string { return m.Region + m.span() + "主要指标完成情况表" }

func (m Month) day() string {
	return fmt.Sprintf("%d年%d月%d日", m.Date.Year(), m.Date.Month(), m.Date.Day())
}

// checkpoint is what stands at the end of everything handed out: what it is made
// from, and the root of the ledger.
func (m Month) checkpoint() (stand, root string) {
	return fmt.Sprintf("数据截至第%d号事件，亮灯规则第%d版；账本检查点共%d条，根：", m.Seq, m.Settings, m.Size), m.Root
}

// mark is the checkpoint in one line.
func (m Month) mark() string {
	stand, root := m.checkpoint()
	return stand + root
}
