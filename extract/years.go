package extract

import (
	"slices"
	"strings"
)

// yearsOf finds the year reported on and the year planned for. The title says
// both in a plan report; a work report says them in its headings, and else
// the date of its delivery does.
func yearsOf(title, meta string, head []string, o *outline) (executed, planned int) {
	for _, t := range []string{title, meta} {
		if e, p := titleYears(t); e != 0 {
			return e, p
		}
	}
	if indexAny(title+meta, "规划", "纲要") >= 0 && !strings.Contains(title+meta, "报告") {
		return 0, 0 // a plan of many years
	}
	executed, planned = headingYears(o)
	delivered := 0
	for _, s := range append(append([]string(nil), head...), meta) {
		if delivered == 0 {
			delivered = deliveryYear(s)
		}
	}
	switch {
	case executed == 0 && planned == 0 && delivered == 0:
		return 0, 0
	case executed == 0 && planned == 0 && strings.Contains(title+meta, "工作报告"):
		return delivered - 1, delivered
	case executed == 0 && planned == 0:
		return 0, 0
	case executed == 0:
		return planned - 1, planned
	case planned == 0 && strings.Contains(title+meta, "公报"):
		return executed, 0
	case planned == 0:
		return executed, executed + 1
	}
	return executed, planned
}

// titleYears reads 2023年…执行情况及2024年计划草案: the year of what was carried
// out, and that of the plan or draft. A statistical communiqué or a half-year
// report has only the first.
func titleYears(t string) (executed, planned int) {
	done := indexAny(t, "执行情况", "完成情况", "运行情况", "统计公报")
	if done < 0 {
		return 0, 0
	}
	for _, y := range years(t) {
		switch {
		case y.at < done:
			executed = y.year
		case planned == 0 && strings.Contains(t[y.at:], "草案") || strings.Contains(t[y.at:], "计划"):
			planned = y.year
		}
	}
	return executed, planned
}

// headingYears reads 一、2022年工作回顾 and 二、2023年工作安排. Of a review of
// several years (过去五年和2021年) the latest counts; of several years ahead
// (“十四五”和2035年远景目标, 2021年重点任务) the one after it.
func headingYears(o *outline) (executed, planned int) {
	var ahead []int
	for i := range o.lines {
		l := &o.lines[i]
		if l.level != 1 {
			continue
		}
		for _, y := range years(squeeze(l.chapter)) {
			switch l.part {
			case execution:
				executed = max(executed, y.year)
			case aims, tasks:
				ahead = append(ahead, y.year)
			}
		}
	}
	if len(ahead) > 0 {
		planned = slices.Min(ahead)
	}
	if executed != 0 && slices.Contains(ahead, executed+1) {
		planned = executed + 1
	}
	if planned != 0 && executed >= planned {
		executed = planned - 1
	}
	return executed, planned
}

// deliveryYear reads the date on which a report was given: 2025年1月22日,
// 二〇二一年一月二十三日, or the year that the title names.
func deliveryYear(s string) int {
	for _, y := range years(s) {
		return y.year
	}
	return 0
}

type yearAt struct{ year, at int }

// years lists the four-digit years of a short string, in Arabic or Chinese
// digits, each followed by 年.
func years(s string) []yearAt {
	var out []yearAt
	for i := 0; i < len(s); {
		j := strings.Index(s[i:], "年")
		if j < 0 {
			return out
		}
		j += i
		if y := yearBefore(s[:j]); y != 0 {
			out = append(out, yearAt{y, j})
		}
		i = j + len("年")
	}
	return out
}

func yearBefore(s string) int {
	y, scale, digits := 0, 1, 0
	for digits < 4 && s != "" {
		r, size := lastRune(s)
		d := yearDigit(r)
		if d < 0 {
			return 0
		}
		y += d * scale
		scale *= 10
		digits++
		s = s[:len(s)-size]
	}
	if digits < 4 || y < 1949 || y > 2100 {
		return 0
	}
	return y
}

func yearDigit(r rune) int {
	if r >= '0' && r <= '9' {
		return int(r - '0')
	}
	switch r {
	case '〇', '○', '零', 'O', 'o':
		return 0
	}
	if i := strings.IndexRune(chineseDigits[:9*len("一")], r); i >= 0 {
		return i/len("一") + 1
	}
	return -1
}

func indexAny(s string, words ...string) int {
	at := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	return at
}
