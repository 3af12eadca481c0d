package deixis

import (
	"fmt"
	"strconv"
	"strings"

	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// founded are the years from which anniversaries are counted.
var founded = []struct {
	names []string
	year  int
}{
	{[]string{"新中国成立", "中华人民共和国成立", "建国", "共和国成立"}, 1949},
	{[]string{"中国共产党成立", "建党", "党成立"}, 1921},
	{[]string{"建军", "中国人民解放军建军"}, 1927},
	{[]string{"改革开放"}, 1978},
	{[]string{"抗日战争胜利", "抗战胜利"}, 1945},
	{[]string{"红军长征胜利", "长征胜利"}, 1936},
	{[]string{"香港回归"}, 1997},
	{[]string{"澳门回归"}, 1999},
	{[]string{"辛亥革命"}, 1911},
	{[]string{"五四运动"}, 1919},
}

// anniversaries computes 2030年是新中国成立81周年. Without a year of its own a sentence
// may tell of several years.
func anniversaries(p *vet.Pass, t text, now date) {
	if !strings.Contains(t.S, "周年") {
		return
	}
	for _, s := range prose.Sentences(t.S, prose.Whole(t.S)) {
		for _, c := range prose.Split(t.S, s, "，、：") {
			clause := c.Of(t.S)
			for m := range quantity.Scan(clause) {
				if !strings.HasPrefix(clause[m.NumEnd:], "周年") && m.Quantity.Unit.Text != "周年" {
					continue
				}
				n, err := strconv.Atoi(m.Quantity.Value.String())
				since, ok := begun(clause[:m.Start])
				if err != nil || !ok {
					continue
				}
				mark := vet.At(t, c.Start+m.Start, c.Start+m.End, vet.Subject)
				if year, sure := now.of(t.S[s.Start : c.Start+m.Start]); sure {
					jubilee(p, mark, n, since, year)
				}
			}
		}
	}
}

// begun is the year of the event that the words before a number end with.
func begun(before string) (int, bool) {
	before = strings.TrimRight(before, "”》 ")
	for _, f := range founded {
		for _, name := range f.names {
			if strings.HasSuffix(before, name) {
				return f.year, true
			}
		}
	}
	return 0, false
}

func jubilee(p *vet.Pass, mark vet.Mark, n, since, year int) {
	if n == year-since {
		p.Agree(mark)
		return
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%d年－%d年＝%d周年，这里写%d周年。", year, since, year-since, n),
			En: fmt.Sprintf("%d − %d = %d years, %d are stated.", year, since, year-since, n),
		},
		Marks:  []vet.Mark{mark},
		Values: []vet.Value{{Text: fmt.Sprintf("%d周年", n)}},
		Fix:    fmt.Sprintf("%d周年", year-since),
	})
}

// fiveYears computes 2026年是“十五五”的开局之年.
func fiveYears(p *vet.Pass, t text, now date) {
	const close = 8 * len("字")
	for i := 0; ; {
		j := strings.Index(t.S[i:], "五”")
		if j < 0 {
			return
		}
		j += i
		i = j + len("五”")
		open := strings.LastIndex(t.S[:j], "“")
		if open < 0 {
			continue
		}
		n, size := prose.Ordinal(t.S[open+len("“") : j])
		if n < 7 || open+len("“")+size != j {
			continue
		}
		first := 1966 + 5*(n-3)
		rest := t.S[i:min(len(t.S), i+close)]
		if k := strings.IndexAny(rest, "，。；、“"); k >= 0 {
			rest = rest[:k]
		}
		want, word := 0, ""
		for w, year := range map[string]int{"开局": first, "起步之年": first, "收官": first + 4, "收官之年": first + 4} {
			if strings.Contains(rest, w) && strings.Contains(rest, "年") {
				want, word = year, w
			}
		}
		if want == 0 || strings.Contains(rest, "高") && !strings.Contains(rest, "之年") {
			continue
		}
		clause := t.S[strings.LastIndexAny(t.S[:open], "。；！")+1 : open]
		if year, sure := now.of(clause); sure && strings.Contains(clause, "年是") && year != want {
			p.Report(vet.Finding{
				Message: vet.Words{
					Zh: fmt.Sprintf("%s是%d—%d年，%s是%d年，这里说的是%d年。", t.S[open:i], first, first+4, strings.TrimSuffix(word, "之年")+"之年", want, year),
					En: fmt.Sprintf("%s is %d to %d: the year meant is %d, not %d.", t.S[open:i], first, first+4, want, year),
				},
				Marks: []vet.Mark{vet.At(t, open, i+len(rest), vet.Subject)},
			})
		}
	}
}
