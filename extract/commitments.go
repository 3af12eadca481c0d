package extract

import (
	"strconv"
	"strings"

	"gangmu/internal/words"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
)

// readCommitments reads what the parts 总体考虑 and 主要任务 promise for the
// planned year or later: every quantified statement, and the named works that
// are to be finished or begun.
func readCommitments(r *Result, o *outline) {
	for i := range o.lines {
		l := &o.lines[i]
		if l.part != aims && l.part != tasks || l.level == 1 {
			continue
		}
		c := committer{line: l, year: r.Plan.PlannedYear}
		c.read()
		r.Plan.Commitments = append(r.Plan.Commitments, c.items...)
	}
}

// committer reads one paragraph, sentence by sentence.
type committer struct {
	*line
	year       int
	background bool // behind 主要考虑：, where reasons are given
	items      []plan.Item
}

func (c *committer) read() {
	s := c.text.S
	for _, p := range split(s, whole(s), "。；！\n") {
		c.sentence(p)
	}
}

// reasons open what is said for a target.
var reasons = words.New("主要考虑", "主要依据", "主要理由")

func (c *committer) sentence(p piece) {
	s := c.text.S
	t := p.of(s)
	if reasons.In(t) {
		c.background = true
	}
	horizon := ""
	amounts := amountsIn(s, p)
	next := 0
	for _, clause := range split(s, p, "，：,:") {
		text := clause.of(s)
		if len(text) > maxClause {
			continue // no sentence that anybody wrote
		}
		horizon = first(c.horizonOf(text), horizon)
		n := 0
		for next < len(amounts) && amounts[next].Start < clause.start {
			next++
		}
		for i := next; i < len(amounts) && amounts[i].End <= clause.end; i++ {
			a := amounts[i]
			n++
			if c.promises(clause, a) {
				c.add(c.phrase(amounts, i, clause), a, horizon)
			}
		}
		if n == 0 && !c.background && namesDeliverable(text) {
			c.addNamed(clause, horizon)
		}
	}
}

// horizons begin the names of stretches of years.
var horizons = words.New("十二五", "十三五", "十四五", "十五五", "十六五", "未来三年", "未来五年", "今后三年", "今后五年")

// horizonOf is the year or stretch of years that a clause names for its
// promise: 到2027年, “十四五”期间, 未来五年.
func (c *committer) horizonOf(clause string) string {
	latest := 0
	for _, y := range c.yearsAhead(clause) {
		latest = max(latest, y)
	}
	if latest != 0 {
		return strconv.Itoa(latest)
	}
	if !horizons.In(clause) {
		return ""
	}
	for i, n := range []string{"十二五", "十三五", "十四五", "十五五", "十六五"} {
		if at := strings.Index(clause, n); at >= 0 && indexAny(clause[at:], "期间", "末", "时期", "年均") >= 0 {
			return strconv.Itoa(2011+5*i) + "-" + strconv.Itoa(2015+5*i)
		}
	}
	for _, w := range []string{"未来三年", "未来五年", "今后三年", "今后五年"} {
		if strings.Contains(clause, w) {
			return w
		}
	}
	return ""
}

// yearsAhead lists the years that a clause names, without the one it compares
// with: 在2030年612亿元的基础上, 比2030年增长.
func (c *committer) yearsAhead(clause string) []int {
	var out []int
	if !strings.Contains(clause, "年") {
		return nil
	}
	clause = squeeze(clause)
	for _, y := range years(clause) {
		before := clause[:y.at-len("2030")]
		compared := strings.HasSuffix(before, "比") || strings.HasSuffix(before, "较") || strings.Contains(clause[y.at:], "基础上")
		if !compared {
			out = append(out, y.year)
		}
	}
	return out
}

// Words that mark a number as past, or as a reason rather than a promise.
var pastWords = words.New("去年", "上年末", "已经", "已达", "截至", "累计完成", "自2", "成立", "周年", "同比")

// Words behind 主要考虑： that promise all the same.
var expects = words.New("预计", "力争", "有望", "年均", "达到", "将", "保持", "控制在")

// promises reports an amount that the report commits to.
func (c *committer) promises(clause piece, a amount) bool {
	s := c.text.S
	text := clause.of(s)
	for _, y := range c.yearsAhead(text) {
		if c.year != 0 && y < c.year {
			return false
		}
	}
	if pastWords.In(text) && indexAny(text, "力争", "确保", "预计") < 0 {
		return false
	}
	if c.background && !expects.In(text) && !endsInIndicator(strings.TrimSuffix(a.subject, "增长")) {
		return false
	}
	return !counts(s, a)
}

// counts reports an amount that only names or classifies: 4大产业, 50亿元级项目,
// 指标38项, 十项行动, 未来五年.
func counts(s string, a amount) bool {
	q, printed := a.Quantity, s[a.NumStart:a.NumEnd]
	if _, ok := cutAny(s[a.End:], "大", "级", "型", "指标", "为预期性", "为约束性"); ok {
		return true
	}
	if rest, ok := strings.CutPrefix(s[a.End:], "的"); ok && strings.HasPrefix(rest, "基础") {
		return true
	}
	switch q.Unit.Dim {
	case quantity.None: // an index or a rate without a unit is known by its name
		return q.Form == quantity.Single && !endsInIndicator(a.subject)
	case quantity.Count, quantity.People:
		return a.inName(s) || q.Unit.Text == "大" || q.Unit.Text == "项" && strings.Contains(a.clause.of(s), "指标")
	case quantity.Time:
		return q.Unit.Base == "年" || strings.HasSuffix(printed, "年")
	}
	return false
}

// phrase is the part of a clause that speaks of one amount: from the amount
// before it to the one behind.
func (c *committer) phrase(all []amount, i int, clause piece) piece {
	s := c.text.S
	if strings.Contains(clause.of(s), "分别") {
		return clause.trim(s, "、和及与—")
	}
	if i > 0 && all[i-1].End > clause.start && all[i-1].End <= all[i].Start {
		clause.start = all[i-1].End
	}
	if i+1 < len(all) && all[i+1].Start < clause.end && all[i+1].Start >= all[i].End {
		if cut := strings.LastIndexAny(s[all[i].End:all[i+1].Start], "、和及"); cut >= 0 {
			clause.end = all[i].End + cut
		}
	}
	return clause.trim(s, "、和及与—")
}

func (c *committer) add(p piece, a amount, horizon string) {
	it := c.item(p, horizon)
	it.Name = a.subject
	it.Measures = []plan.Measure{{
		Subject: a.subject, Unit: a.Quantity.Unit.Text, Promise: a.Quantity, HasPromise: true,
		Target: target.FromQuantity(a.Quantity), HasTarget: true,
	}}
	c.items = append(c.items, it)
}

func (c *committer) addNamed(p piece, horizon string) {
	p = p.trim(c.text.S, "、—")
	it := c.item(p, horizon)
	it.Name = trimSubject(p.of(c.text.S))
	it.Measures = []plan.Measure{{Subject: it.Name}}
	c.items = append(c.items, it)
}

func (c *committer) item(p piece, horizon string) plan.Item {
	if horizon == "" && c.year != 0 {
		horizon = strconv.Itoa(c.year)
	}
	return plan.Item{
		Year: c.year, Section: c.section, Text: p.of(c.text.S), Horizon: horizon,
		Span: c.text.Span(p.start, p.end),
	}
}

// Verbs by which a work without a number is promised to begin or to end.
var deliverableVerbs = []string{
	"建成", "投用", "投产", "投运", "竣工", "完工", "完成", "开工", "启动建设", "启动编制", "创成", "成功创建", "通车", "上线", "挂牌", "贯通", "启用",
}

// namesDeliverable reports a clause whose verb, after words such as 力争 and 全面,
// begins or ends a work.
func namesDeliverable(clause string) bool {
	s := strings.TrimSpace(clause)
	for again := true; again; {
		again = false
		for _, w := range []string{"力争", "确保", "加快", "全面", "推动", "争取", "实现", "年内", "提前", "同步", "全年", "计划", "按期", "高质量", "高标准"} {
			if t, ok := strings.CutPrefix(s, w); ok {
				s, again = t, true
			}
		}
	}
	for _, v := range deliverableVerbs {
		if rest, ok := strings.CutPrefix(s, v); ok {
			return runeLen(rest) >= 3
		}
	}
	return false
}
