package catalogue

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed catalogue.tsv
var table string

// columns of the table; the header line must name them in this order.
var columns = []string{"标识", "名称", "英文", "别名", "单位", "方向", "类型", "累计", "领域", "频率", "责任部门", "辨别"}

var (
	polarities  = map[string]Polarity{"升": Up, "降": Down, "无": Neither}
	frequencies = map[string]string{"月": "month", "季": "quarter", "半年": "half", "年": "year"}
	kinds       = map[string]Kind{"水平": LevelKind, "增速": GrowthKind, "占比": ShareKind, "比值": RatioKind,
		"数量": CountKind, "等级": GradeKind, "指数": IndexKind, "天数": DaysKind}
)

// parse reads the table: tab-separated columns, one indicator a line, lines
// that begin with # and empty lines skipped, the first other line the header.
func parse(text string) ([]Entry, error) {
	var entries []Entry
	seen := map[string]bool{}
	header := false
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != len(columns) {
			return nil, fmt.Errorf("line %d: %d columns, want %d", n, len(cells), len(columns))
		}
		if !header {
			if line != strings.Join(columns, "\t") {
				return nil, fmt.Errorf("line %d: the header must be %s", n, strings.Join(columns, " "))
			}
			header = true
			continue
		}
		e, err := parseEntry(cells)
		if err == nil && seen[e.ID] {
			err = fmt.Errorf("%s stands twice", e.ID)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		seen[e.ID] = true
		entries = append(entries, e)
	}
	return entries, nil
}

func parseEntry(c []string) (Entry, error) {
	e := Entry{ID: c[0], Zh: c[1], En: c[2], Unit: c[4], Polarity: polarities[c[5]], Kind: kinds[c[6]],
		Section: c[8], Frequency: frequencies[c[9]], Owner: c[10], Context: c[11], Measure: Level}
	if c[3] != "" {
		e.Aliases = strings.Split(c[3], "|")
	}
	switch c[7] {
	case "是":
		e.Accumulates = true
	case "否":
	default:
		return e, fmt.Errorf("%s: 累计 is %q, want 是 or 否", e.ID, c[7])
	}
	if e.ID == "" || e.Zh == "" || e.En == "" || e.Polarity == "" || e.Kind == "" || e.Frequency == "" {
		return e, fmt.Errorf("%s: a column is empty or has a word that is not known", e.ID)
	}
	return e, nil
}

// cutWhole takes the mark = off an alias: such an alias serves only as a
// whole name and is not looked for in running text.
func cutWhole(alias string) (name string, whole bool) { return strings.CutPrefix(alias, "=") }
