package extract

import (
	"strings"

	"gangmu/internal/words"
)

// claimVerb joins a subject and its amount.
type claimVerb struct {
	word   string
	growth bool // 增长: a rate, not the value
	fall   bool // 下降
	each   bool // 分别
	all    bool // 均
	doubt  bool // the verb does not tell level from change
}

// The verbs of a level, longest first where one ends another.
var levelVerbs = words.New(
	"提高到", "提高至", "提升到", "提升至", "上升到", "上升至", "增长到", "增长至", "增加到", "增加至", "扩大到", "扩大至", "下降到", "下降至", "降低到", "降低至",
	"缩小到", "缩小至", "减少到", "减少至", "压减到", "压减至", "稳定在", "保持在", "维持在", "控制在", "保持", "稳定达到", "达到了", "达到", "达成", "增至", "升至", "降至", "降到", "突破了", "突破", "超过",
	"设定为", "设置为", "确定为", "定为", "完成", "实现", "达", "为", "是", "共", "超",
)

// The verbs of a change, with those of a fall.
var growthVerbs = []struct {
	word string
	fall bool
}{
	{"增长速度为", false}, {"增速达到", false}, {"增幅达到", false}, {"增速为", false}, {"增速达", false}, {"增幅为", false}, {"增幅达", false}, {"增长了", false},
	{"增长达到", false}, {"增长达", false}, {"增长", false}, {"增速", false}, {"增幅", false}, {"上涨", false}, {"涨幅", false}, {"上升", false}, {"递增", false},
	{"下降了", true}, {"下降", true}, {"下滑", true}, {"降低", true}, {"减少", true}, {"回落", true},
}

var growthWords = func() *words.Set {
	var out []string
	for _, g := range growthVerbs {
		out = append(out, g.word)
	}
	return words.New(out...)
}()

// Words between a name and its verb that change nothing.
var verbAdverbs = words.New(
	"预计达到", "力争达到", "努力达到", "预计", "力争", "确保", "有望", "同比", "比上年", "比去年", "较上年", "较去年", "上年同期", "首次", "历史性", "成功", "已", "将", "可", "要", "年均达到", "争取",
	"总额达到", "约", "左右", "进一步", "稳步", "年度目标", "年度", "预期目标", "目标值", "目标", "预期", "的", "仅", "实现", "定为", "设定为", "设置为", "计划", "预期目标为", "目标为", "为", "目标值为",
)

// cutVerb takes the verb off the end of the words before an amount. What is left
// is the name.
func cutVerb(s string) (name string, v claimVerb) {
	t := trimSuffixes(s, "“", "”", "——")
	if g := growthWords.Ends(t); g >= 0 {
		v.word, v.growth, v.fall = growthVerbs[g].word, true, growthVerbs[g].fall
		t = strings.TrimSuffix(t, v.word)
	} else {
		rest, ok := levelVerbs.CutSuffix(t)
		for ; ok; rest, ok = levelVerbs.CutSuffix(t) {
			v.word = t[len(rest):] + v.word
			t = rest
		}
	}
	if rest, cut := strings.CutSuffix(t, "年均"); cut {
		t, v.doubt = rest, true
	}
	if rest, cut := baseWords.CutSuffix(t); cut {
		t, v.doubt = rest, true
	}
	for again := true; again; {
		t, again = verbAdverbs.CutSuffix(t)
		if rest, ok := strings.CutSuffix(t, "总量"); ok {
			t, v.doubt, again = rest, true, true
		}
		if rest, ok := strings.CutSuffix(t, "分别"); ok {
			t, v.each, again = rest, true, true
		}
		if rest, ok := strings.CutSuffix(t, "均"); ok && !strings.HasSuffix(rest, "人") && !strings.HasSuffix(rest, "平") && !strings.HasSuffix(rest, "年") {
			t, v.all, again = rest, true, true
		}
	}
	return t, v
}
