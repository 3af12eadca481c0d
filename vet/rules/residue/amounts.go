package residue

import (
	"strings"
	"unicode"

	"gangmu/extract"
	"gangmu/internal/words"
	"gangmu/quantity"
	"gangmu/vet"
)

// openers are words that begin a clause and do not stand right behind an amount
// of their kind: in some thousand real cases each, not one in a hundred did.
var (
	afterAny = words.New(
		"其中", "加快", "加强", "加大", "推动", "深入", "大力", "深化", "积极", "持续", "强化", "扎实", "着力", "确保", "全力",
		"全年", "累计", "出台", "力争", "严格", "坚持", "构建", "鼓励", "突出", "进一步",
	)
	afterShare = words.New(
		"全面", "完善", "落实", "健全", "优化",
		"新增", "建成", "实施", "推进", "新建", "开展", "引进", "打造", "培育", "改造", "建立", "成功", "启动", "争创", "入选", "举办", "首次", "支持", "做好", "通过",
		"社会消费品", "固定资产", "一般公共", "居民", "规上", "规模以上", "外贸", "进出口", "城镇", "农村", "财政", "全社会", "全体", "民间", "高新技术", "战略性",
		"完成", "连续", "增幅", "占全", "扣除", "加上", "城乡",
	)
	afterMoney = words.New("全面", "比上年", "年均", "抓好", "引导", "新增", "入选", "开展", "举办", "培育", "增长", "下降", "比上", "同比", "加上", "城乡", "实际")
	afterCount = words.New("开展", "打造", "培育", "获批", "启动", "推进", "引进")
	// Not behind 个 and 千瓦, which also have these in front of their nouns: 949个新增项目.
	afterUnit = words.New(
		"新增", "建成", "增长", "比上年", "总数", "总量", "增产", "同比", "占全", "办结", "解决", "竣工", "带动", "治理",
		"开展", "打造", "培育", "获批", "启动", "推进", "引进",
	)
)

// given are verbs of money that is given for what follows: 投入3亿元新建学校.
var given = words.New("投入", "投资", "安排", "筹", "设立", "列支", "争取", "整合", "斥资", "专项", "基金", "补助")

// amounts finds a clause that begins right behind an amount.
func amounts(p *vet.Pass, l extract.Line) {
	s := l.Text.S
	if l.Level > 0 || l.Part == extract.Front || l.Part == extract.Glossary || !strings.ContainsAny(s, "0123456789") {
		return
	}
	for _, m := range l.Mentions() {
		if m.Kind != quantity.Amount || m.Quantity.Unit.IsZero() || m.Quantity.Unit.Dim == quantity.Time || m.End >= len(s) {
			continue
		}
		word := opener(s[m.End:], openersBehind(m.Quantity.Unit))
		if word == "" || m.Quantity.Unit.Dim == quantity.Money && givenFor(s[:m.Start]) {
			continue
		}
		f := finding(l.Text, m.NumStart, m.End+len(word), vet.Words{
			Zh: "数量后面直接另起一句，是否漏了标点？",
			En: "a new clause begins right behind an amount: is a comma missing?",
		})
		f.Severity = vet.Warning
		p.Report(f)
	}
}

func openersBehind(u quantity.Unit) *words.Set {
	switch u.Dim {
	case quantity.Share, quantity.Points, quantity.Fold:
		return afterShare
	case quantity.Money:
		return afterMoney
	}
	if u.Text == "个" || strings.HasSuffix(u.Text, "千瓦") {
		return afterCount
	}
	return afterUnit
}

func opener(rest string, more *words.Set) string {
	for _, list := range []*words.Set{afterAny, more} {
		to, ok := list.CutPrefix(rest)
		if ok && !strings.HasPrefix(to, "到") && !strings.HasPrefix(to, "至") { // 由3亿元增长到4亿元
			return rest[:len(rest)-len(to)]
		}
	}
	return ""
}

// givenFor reports a clause that gives its money to what follows.
func givenFor(before string) bool {
	i := strings.LastIndexFunc(before, func(r rune) bool { return unicode.IsPunct(r) && r != '“' && r != '”' })
	return given.In(before[i+1:])
}
