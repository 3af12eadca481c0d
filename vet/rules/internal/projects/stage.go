package projects

import (
	"strings"

	"gangmu/internal/words"
)

// Stage is the state that a project is in by the end of a year, in the order in
// which a project passes through them.
type Stage int

const (
	None      Stage = iota
	Prepared        // 前期, 谋划, 储备
	Started         // 开工
	Continued       // 续建, 在建
	Built           // 完工, 竣工, 建成
	InUse           // 投产, 投用
	Moving          // 加快推进, 加快建设: under way, without a state at the year's end
)

// Verb is a word by which a text puts projects in a stage.
type Verb struct {
	Word  string
	Stage Stage
	// Either is said of what is built or in use: 建成, 竣工投产. Strictly, 建成投产 says
	// that it is in use.
	Either bool
	loose  bool // only of names that are known projects: 完成, 加快
}

// verbs are the words of stages; the longer of two that begin alike come first.
var verbs = []Verb{
	{"建成投产", InUse, false, false}, {"建成投用", InUse, false, false}, {"建成投运", InUse, false, false},
	{"建成通车", InUse, false, false}, {"建成使用", InUse, false, false}, {"建成运营", InUse, false, false},
	{"竣工投产", InUse, true, false}, {"竣工投用", InUse, true, false}, {"完工投产", InUse, true, false}, {"完工投用", InUse, true, false},
	{"竣工验收", Built, true, false}, {"建成", Built, true, false}, {"竣工", Built, true, false}, {"完工", Built, true, false},
	{"投入使用", InUse, false, false}, {"投入运营", InUse, false, false}, {"投产", InUse, false, false}, {"投用", InUse, false, false},
	{"投运", InUse, false, false}, {"通车", InUse, false, false},
	{"前期工作", Prepared, false, false}, {"项目前期", Prepared, false, false}, {"开展前期", Prepared, false, false}, {"谋划", Prepared, false, false},
	{"新开工", Started, false, false}, {"开工建设", Started, false, false}, {"动工建设", Started, false, false}, {"启动建设", Started, false, false},
	{"开工", Started, false, false},
	{"续建", Continued, false, false},
}

// looseVerbs count where no other word does.
var looseVerbs = []Verb{
	{"完成", Built, true, true},
	{"加快推进", Moving, false, true}, {"有序推进", Moving, false, true}, {"顺利推进", Moving, false, true}, {"扎实推进", Moving, false, true},
	{"提速建设", Moving, false, true}, {"加快建设", Moving, false, true}, {"加快实施", Moving, false, true},
	{"提档升级", Moving, false, true}, {"加快", Moving, false, true}, {"提速", Moving, false, true}, {"推进", Moving, false, true},
	{"打造", Moving, false, true}, {"抓好", Moving, false, true}, {"实施", Moving, false, true}, {"建设", Moving, false, true},
}

// UnderWay reports a word that says of a project that work on it goes on.
func (v Verb) UnderWay() bool {
	return v.Stage == Moving && (strings.HasSuffix(v.Word, "推进") && v.Word != "推进" || v.Word == "提速建设" || v.Word == "加快建设")
}

// Builds reports a word of going on with the building itself: a project that is
// still prepared for has none.
func (v Verb) Builds() bool { return v.Word == "提速建设" || v.Word == "加快建设" }

// Fits reports whether a project of which v is said may stand in a list of stage s.
func (v Verb) Fits(s Stage) bool {
	return v.Stage == s || v.Stage >= Built && v.Stage <= InUse && (s == Built || s == InUse)
}

// HeadStage is the stage in the head of a list or the cell of a table; 新建 and
// 扩建 tell what kind of work it is and name none.
func HeadStage(s string) Stage {
	for _, h := range []struct {
		stage Stage
		words []string
	}{
		{Prepared, []string{"前期", "谋划", "储备", "策划", "拟建"}},
		{InUse, []string{"投产", "投用", "投入使用", "投运"}},
		{Built, []string{"完工", "竣工", "建成"}},
		{Started, []string{"开工", "启动"}},
		{Continued, []string{"续建", "在建"}},
	} {
		for _, w := range h.words {
			if strings.Contains(s, w) {
				return h.stage
			}
		}
	}
	return None
}

var anyVerb, anyLooseVerb = wordsOf(verbs), wordsOf(looseVerbs)

func wordsOf(verbs []Verb) *words.Set {
	var out []string
	for _, v := range verbs {
		out = append(out, v.Word)
	}
	return words.New(out...)
}

// verbIn is the only word of a stage in a clause. Two different ones leave open
// which name goes with which.
func verbIn(clause string) (v Verb, at int, ok bool) {
	from := verbs
	if !anyVerb.In(clause) {
		if from = looseVerbs; !anyLooseVerb.In(clause) {
			return Verb{}, 0, false
		}
	}
	v, at, n := pick(clause, from)
	return v, at, n == 1 && !unreal(clause, at, len(v.Word))
}

func pick(clause string, from []Verb) (found Verb, at, n int) {
	for _, v := range from {
		i := strings.Index(clause, v.Word)
		if i < 0 {
			continue
		}
		// 建成 in 建成投产 is not said a second time
		clause = clause[:i] + strings.Repeat(" ", len(v.Word)) + clause[i+len(v.Word):]
		if n > 0 && v.Stage == found.Stage {
			continue
		}
		if n++; n == 1 {
			found, at = v, i
		}
	}
	return found, at, n
}

// unreal reports words that state nothing of this year: 未开工, 早日开工, 开工率, 建成后.
func unreal(clause string, at, size int) bool {
	before, after := clause[:at], clause[at+size:]
	for _, w := range []string{"早日", "尽快", "尽早", "争取早", "尚未", "未能"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	for _, w := range []string{"未", "不", "拟", "待", "早", "共", "直"} { // 早投产, 共建成渝古道, 直通车
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	for _, w := range []string{"率", "后", "以来", "的", "准备", "条件", "仪式"} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}
