package extract

import (
	"fmt"
	"strconv"
	"strings"
)

// yearPart is the part of a year that a head or title speaks of, as facts
// write it: H1, Q1, 01..09; empty for the whole year. said reports that the
// words speak of a part or of the whole year at all.
func yearPart(s string) (part string, said bool) {
	switch {
	case strings.Contains(s, "上半年") || strings.Contains(s, "前二季度"):
		return "H1", true
	case indexAny(s, "三季度", "1-3季度", "1—3季度") >= 0:
		return "01..09", true
	case indexAny(s, "一季度", "首季") >= 0:
		return "Q1", true
	}
	if from, to := months(s); to != 0 {
		return monthsPart(from, to), true
	}
	return "", indexAny(s, "全年", "年度", "年末", "年底", "年终") >= 0
}

func monthsPart(from, to int) string {
	switch {
	case from == 1 && to == 12:
		return ""
	case from == 1 && to == 6:
		return "H1"
	case from == 1 && to == 3:
		return "Q1"
	}
	return fmt.Sprintf("%02d..%02d", from, to)
}

// months reads 1-9月, 1月至9月, 截至9月底, 9月末; to is 0 where none stand. A
// single month (9月) is the month, or up to its end where the words say so.
func months(s string) (from, to int) {
	i := strings.Index(s, "月")
	if i < 0 {
		return 0, 0
	}
	n, rest := numberAtEnd(s[:i])
	if n < 1 || n > 12 {
		return 0, 0
	}
	after := s[i+len("月"):]
	if more, ok := cutAny(after, "至", "-", "—", "~", "～", "–"); ok { // 1月至9月
		if j := strings.Index(more, "月"); j > 0 {
			if m, err := strconv.Atoi(more[:j]); err == nil && m > n && m <= 12 {
				return n, m
			}
		}
	}
	for _, dash := range []string{"-", "—", "~", "～", "–", "－", "至", "到"} {
		if before, ok := strings.CutSuffix(rest, dash); ok {
			if m, _ := numberAtEnd(before); m >= 1 && m < n {
				return m, n
			}
		}
	}
	if _, ok := cutAny(after, "底", "末", "累计"); ok || strings.Contains(rest, "截至") || strings.Contains(rest, "截止") {
		return 1, n
	}
	return n, n
}

// numberAtEnd is the number of at most two digits at the end of s.
func numberAtEnd(s string) (n int, rest string) {
	rest = strings.TrimRight(s, "0123456789")
	if digits := s[len(rest):]; len(digits) > 0 && len(digits) <= 2 {
		n, _ = strconv.Atoi(digits)
	}
	return n, rest
}
