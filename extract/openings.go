package extract

import (
	"strconv"
	"strings"

	"gangmu/target"
)

// ownWords are the words that mean the whole of a place, by its rank.
func ownWords(region string) []string {
	own := []string{"本地", "辖区"}
	add := func(r string) { own = append(own, "全"+r, "我"+r, "本"+r) }
	switch {
	case region == "全国":
		return append(own, "全国", "我国")
	case region == "":
		for _, r := range []string{"市", "省", "区", "州", "县", "旗", "盟"} {
			add(r)
		}
		return own
	}
	r, size := lastRune(region)
	add(string(r))
	own = append(own, region, region[:len(region)-size])
	if strings.HasSuffix(region, "自治区") {
		own = append(own, "全自治区")
	}
	return own
}

// Words at the start of a clause that say nothing of the indicator itself.
var fillers = []string{
	"实现", "完成", "力争", "确保", "一是", "二是", "三是", "四是", "五是", "其中", "全年", "全年度", "年末", "年底", "今年", "去年", "当年", "同时",
	"推动", "带动", "拉动", "促进", "有力促进", "使", "累计", "即", "保持", "截至目前",
}

// Words that say how sure a result is.
var sureness = []struct {
	word    string
	quality target.Quality
}{
	{"预计", target.Forecast}, {"有望", target.Forecast}, {"预期", target.Forecast}, {"预测", target.Forecast},
	{"经初步核算", target.Preliminary}, {"据初步统计", target.Preliminary}, {"初步统计", target.Preliminary}, {"初步核算", target.Preliminary},
	{"初步测算", target.Preliminary}, {"经初步测算", target.Preliminary}, {"据初步测算", target.Preliminary}, {"初步预计", target.Forecast},
}

// opening takes off a clause the words that say of whom, of when and how surely
// it speaks, and remembers them for the rest of the sentence.
func (st *statements) opening(c piece) piece {
	s := st.text.S
	for n := -1; n != 0 && c.start < c.end; {
		t := c.of(s)
		n = st.openingWord(t)
		c.start += n
		if n > 0 {
			c = c.trim(s, "，：:")
		}
	}
	return c
}

func (st *statements) openingWord(t string) int {
	for _, w := range st.own {
		if strings.HasPrefix(t, w) {
			st.scoped = false
			return len(w)
		}
	}
	for _, q := range sureness {
		if strings.HasPrefix(t, q.word) {
			st.quality = q.quality
			return len(q.word)
		}
	}
	if n := st.when(t); n > 0 {
		return n
	}
	for _, w := range []string{"五年累计", "五年共", "五年"} {
		if strings.HasPrefix(t, w) {
			st.sentence.several = true
			return len(w)
		}
	}
	for _, w := range fillers {
		if rest, ok := strings.CutPrefix(t, w); ok && len(rest) >= len("一二") {
			return len(w)
		}
	}
	return 0
}

// when reads the time that a clause opens with, and returns its length.
func (st *statements) when(t string) int {
	rest := cutWords(t, "截至", "截止", "到")
	end := len(t) - len(rest)
	if y, n := yearAtStart(rest); n > 0 {
		st.other, st.period = y != st.year, st.wholePeriod()
		return len(t) - len(cutWords(rest[n:], "度", "底", "末"))
	}
	if part, n := partOfYear(rest); n > 0 {
		st.period = strconv.Itoa(st.year) + "-" + part
		st.other = part != st.part && (st.part != "" || !nearlyYear[part]) // tells of the way, not of the year
		return end + n
	}
	for _, w := range []string{"全年", "年末", "年底"} {
		if strings.HasPrefix(rest, w) {
			st.other, st.period = st.past && st.part != "", ""
			return end + len(w)
		}
	}
	return 0
}

// nearlyYear are the parts that stand in for a year not yet over.
var nearlyYear = map[string]bool{"01..09": true, "01..10": true, "01..11": true}

// wholePeriod is the period that the report as a whole covers: empty for a year.
func (st *statements) wholePeriod() string {
	if st.part == "" {
		return ""
	}
	return strconv.Itoa(st.year) + "-" + st.part
}

// yearAtStart reads 2030年 at the start of s.
func yearAtStart(s string) (year, length int) {
	i := strings.Index(s[:min(len(s), 5*len("年"))], "年")
	if i < 0 {
		return 0, 0
	}
	if year = yearBefore(s[:i]); year == 0 || runeLen(s[:i]) != len("2030") {
		return 0, 0
	}
	return year, i + len("年")
}

// The parts of a year that a result may cover.
var yearParts = []struct{ word, part string }{
	{"上半年", "H1"}, {"下半年", "H2"}, {"前三季度", "01..09"}, {"一至三季度", "01..09"}, {"一季度", "Q1"}, {"第一季度", "Q1"},
	{"二季度", "04..06"}, {"三季度", "07..09"}, {"四季度", "10..12"},
}

// partOfYear reads 上半年, 前11个月, 1—11月份 at the start of s.
func partOfYear(s string) (part string, length int) {
	for _, p := range yearParts {
		if strings.HasPrefix(s, p.word) {
			return p.part, len(p.word)
		}
	}
	rest, first := s, 1
	if t, ok := strings.CutPrefix(s, "前"); ok {
		rest = t
	} else if n, t := month(s); n > 0 {
		if t, ok = cutAny(t, "—", "-", "－", "–", "~", "～", "至"); ok {
			rest, first = t, n
		}
	}
	n, rest := month(rest)
	if n == 0 {
		return "", 0
	}
	for _, w := range []string{"个月", "月份", "月底", "月末", "月"} {
		if t, ok := strings.CutPrefix(rest, w); ok {
			return monthsPart(first, n), len(s) - len(t)
		}
	}
	return "", 0
}

func month(s string) (n int, rest string) {
	rest = strings.TrimLeft(s, "0123456789")
	if rest == s {
		return 0, s
	}
	if n, err := strconv.Atoi(s[:len(s)-len(rest)]); err == nil && n <= 12 {
		return n, rest
	}
	return 0, s
}

// otherPlaces begin what is said of another place, when they are not ours.
var otherPlaces = []string{"全国", "全省", "全市", "全区", "全州", "全县", "全盟", "我国", "我省", "全自治区", "区域"}

// subPlaces end the names of parts of a place.
var subPlaces = []string{"本级", "开发区", "新区", "园区", "高新区", "经开区", "示范区", "保税区", "综保区", "片区", "集团", "县区", "各县"}

// elsewhere reports words that speak of a part of the place or of another one:
// 市本级, 高新区经济…, 全国.
func elsewhere(s string) bool {
	const near = 10 * len("字")
	if _, other := cutAny(s, otherPlaces...); other {
		return true
	}
	for _, w := range subPlaces {
		if i := strings.Index(s, w); i >= 0 && i <= near {
			rest := s[i+len(w):]
			if _, on := cutAny(rest, "经济", "全年", "实现", "完成", "主要", "发展", "预计", "地区"); on || rest == "" {
				return true
			}
		}
	}
	return false
}
