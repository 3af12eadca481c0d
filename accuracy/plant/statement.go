package plant

import (
	"regexp"
	"slices"
	"strings"
)

// Statement is a name with a verb and a number: 固定资产投资增长7.8%.
type Statement struct {
	Number
	Clause Range  // name, verb and number
	Name   string // without the words that say only where and when
	Verb   string
	Part   Part
	Line   Line
	Growth bool
	Single bool // of one year, as far as its sentence says
	Ends   bool // nothing follows that the number might count instead
}

var (
	verbRE = regexp.MustCompile(`(?:分别|均|预计|累计)?(?:同比|可比)?(增长|下降|增速达到|增速达|增速为|增速|达到|达|为|实现|完成|提高到|提高至|提升到|提升至|` +
		`增加到|增至|突破|控制在|稳定在|)(?:约)?$`)
	cutRE    = regexp.MustCompile(`[，、；。：:（）()“”！？,\s—\]\[*]`)
	endRE    = regexp.MustCompile(`^($|[，。；、：:）\)]|以上|以内|以下|左右|\[)`)
	goalRE   = regexp.MustCompile(`目标[^。；]{0,8}[是为：:]`)
	hopeRE   = regexp.MustCompile(`力争|确保`)
	prefixRE = regexp.MustCompile(`^(全区|全市|全县|全州|我区|我市|我县|全年|预计|其中|实现|完成|力争|确保|推动|当年|年末|到?20\d\d年|的)`)
	spanRE   = regexp.MustCompile(`年均|五年|三年|十[二三四]五|累计|上半年|季度|月份|\d月|同期|连续|届|翻|近年|五年|到20\d\d年`)
)

// statements are those of a line.
func statements(l Line) []Statement {
	var out []Statement
	part := l.Part
	for _, s := range l.sentences() {
		if goalRE.MatchString(s.Text) {
			part = Outlook // to the end of the line
		}
		role := part
		if hopeRE.MatchString(s.Text) {
			role = Outlook
		}
		single := !spanRE.MatchString(s.Text)
		for _, n := range numbers(s) {
			head := s.Text[:n.Start-s.Start]
			from := 0
			if cuts := cutRE.FindAllStringIndex(head, -1); cuts != nil {
				from = cuts[len(cuts)-1][1]
			}
			clause := head[from:]
			m := verbRE.FindStringSubmatchIndex(clause)
			verb := clause[m[2]:m[3]]
			name := clause[:m[0]]
			for prefixRE.MatchString(name) {
				name = prefixRE.ReplaceAllString(name, "")
			}
			st := Statement{Number: n, Clause: s.part(from, n.End-s.Start), Name: name, Verb: verb, Part: role, Line: s,
				Ends:   endRE.MatchString(s.Text[n.End-s.Start:]) && !strings.Contains(clause, "分别"),
				Growth: n.Unit == "%" && (verb == "增长" || verb == "下降" || strings.HasPrefix(verb, "增速")), Single: single}
			// 达到486.3亿元、增长6.1%: the growth of what was just named.
			if name == "" && st.Growth && len(out) > 0 && out[len(out)-1].End+len("，") == n.Start-len(clause) {
				st.Name = out[len(out)-1].Name
			}
			if st.Name != "" {
				out = append(out, st)
			}
		}
	}
	return out
}

// pair is two statements of one fact.
type pair struct{ a, b Statement }

// pairs are statements in two sentences of one part that print the same number
// of the same name, where the part gives that name no other number. A report
// whose parts could not be told apart has none: what was done and what is planned
// may well print one number.
func (r *Report) pairs() []pair {
	if !slices.ContainsFunc(r.Lines, func(l Line) bool { return l.Part == Outlook }) {
		return nil
	}
	type key struct {
		name, base string
		growth     bool
		part       Part
	}
	groups := map[key][]Statement{}
	var order []key
	for _, s := range r.Statements {
		k := key{normal(s.Name), s.base(), s.Growth, s.Part}
		if s.Line.Box || len([]rune(k.name)) < 4 || !s.Single || !s.Ends || strings.HasPrefix(s.Name, "加上") || strings.Contains(s.Line.Text, "改为") {
			continue
		}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], s)
	}
	var out []pair
	for _, k := range order {
		g := groups[k]
		same := !slices.ContainsFunc(g, func(s Statement) bool {
			return s.Text != g[0].Text || s.Unit != g[0].Unit || s.Verb == "下降" != (g[0].Verb == "下降")
		})
		if len(g) < 2 || !same || !g[0].weighty() && !g[0].Growth || g[0].Line.Range == g[1].Line.Range {
			continue
		}
		out = append(out, pair{g[0], g[1]}, pair{g[1], g[0]})
	}
	return out
}

var normalRE = strings.NewReplacer("规模以上", "规上", "国内生产总值", "GDP", "地区生产总值", "GDP", "生产总值", "GDP", "（", "", "）", "", "GDPGDP", "GDP")

// normal is a name as its other spellings have it too.
func normal(name string) string { return normalRE.Replace(name) }
