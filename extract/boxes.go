package extract

import (
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/plan"
)

// readBoxes reads the report's boxes: key projects by stage, livelihood items.
// A box that is neither stays unread; it may hold anything.
func readBoxes(r *Result, o *outline) {
	for i := range o.boxes {
		f := &o.boxes[i]
		no, title := boxTitle(f.lines[0].S)
		body := f.lines[1:]
		switch {
		case isLivelihood(title):
			r.Plan.Livelihood = append(r.Plan.Livelihood, livelihoodItems(body, "", r.Plan.ExecutedYear)...)
		case hasStages(body):
			r.Plan.Projects = append(r.Plan.Projects, boxProjects(body, no, r.Plan.PlannedYear)...)
		case isWorksTitle(title):
			r.Plan.Projects = append(r.Plan.Projects, worksList(body, no, title, yearIn(title, r.Plan.PlannedYear))...)
		}
	}
}

// boxTitle splits 专栏2：2024年重点项目 into its number and its words.
func boxTitle(s string) (no, title string) {
	s = strings.TrimSpace(s)
	rest, ok := cutAny(s, "专栏", "专 栏", "表框", "Box")
	if !ok {
		return "", s
	}
	rest = strings.TrimLeft(rest, " 　")
	title = strings.TrimLeft(rest, "0123456789０１２３４５６７８９"+chineseDigits)
	no = squeeze(rest[:len(rest)-len(title)])
	return no, strings.TrimLeft(title, "：: 　.、-—")
}

func isLivelihood(title string) bool {
	return indexAny(title, "民生实事", "惠民实事", "民生项目", "为民办实事", "实事项目", "民生工程") >= 0
}

// Stages of a project as boxes name them before the colon.
var stageWords = []string{"前期", "开工", "续建", "完工", "竣工", "投产", "建成", "投用", "储备", "谋划", "拟建", "在建", "新建", "投入使用", "签约", "策划", "启动"}

// maxStage is the longest stage, in characters: 建成投产, 加快前期工作.
const maxStage = 12

// stageOf splits 开工：A、B等项目。 into the stage and the place of the list.
func stageOf(s string) (stage string, list piece, ok bool) {
	i := strings.IndexAny(s, "：:")
	if i < 0 {
		return "", piece{}, false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	stage = strings.Trim(strings.TrimSpace(s[:i]), "*【】[]")
	if runeLen(stage) > maxStage || indexAny(stage, stageWords...) < 0 {
		return "", piece{}, false
	}
	return stage, piece{i + size, len(s)}, true
}

func hasStages(lines []document.Text) bool {
	for _, l := range lines {
		if _, _, ok := stageOf(l.S); ok {
			return true
		}
	}
	return false
}

// boxProjects reads a box of stage lists under optional headings.
func boxProjects(lines []document.Text, box string, year int) []plan.Item {
	var out []plan.Item
	category := ""
	for _, l := range lines {
		stage, list, ok := stageOf(l.S)
		if !ok {
			if s := strings.TrimSpace(l.S); isCategory(s) {
				category = s
			}
			continue
		}
		for _, p := range projectNames(l.S, list) {
			out = append(out, plan.Item{
				Year: year, Box: box, Section: category, Stage: stage,
				Name: p.of(l.S), Span: l.Span(p.start, p.end),
			})
		}
	}
	return out
}

// isCategory is a heading inside a box: numbered, or a short line without a stop.
func isCategory(s string) bool {
	return s != "" && (numberLevel(s) > 0 || runeLen(s) <= 40 && !strings.ContainsAny(s, "。；"))
}

// projectNames cuts a list of projects at the separators outside brackets. The
// words that close an open list (等项目, 等12个项目) belong to no name.
func projectNames(s string, list piece) []piece {
	list = list.trim(s, "。；;.")
	seps := "、；;"
	if !strings.ContainsAny(list.of(s), seps) {
		seps = "，,"
	}
	var out []piece
	for _, p := range split(s, list, seps) {
		p = closeList(s, p.trim(s, "。；"))
		if p.start == p.end {
			continue
		}
		if n := len(out); n > 0 && continuesOrdinal(out[n-1].of(s), p.of(s)) {
			out[n-1].end = p.end
			continue
		}
		out = append(out, p)
	}
	return out
}

// closeList drops 等, 等项目, 等重点工程, 等20个项目 from the end of a name.
func closeList(s string, p piece) piece {
	t := p.of(s)
	i := strings.LastIndex(t, "等")
	if i <= 0 {
		return p
	}
	rest := t[i+len("等"):]
	if n := strings.TrimLeft(rest, "0123456789余多"+chineseDigits+"百"); n != rest {
		rest, _ = cutAny(n, "个", "项")
	}
	for _, w := range []string{"一批", "重点", "重大", "建设", "相关", "工业"} {
		rest = strings.TrimPrefix(rest, w)
	}
	switch rest {
	case "", "项目", "工程", "建设项目", "项目建设", "工程项目", "项目前期工作", "项目前期":
		p.end = p.start + i
		return p.trim(s, "")
	}
	return p
}

// continuesOrdinal joins 第二片区、第三片区管网工程: two ordinals before one noun
// are one name.
func continuesOrdinal(before, next string) bool {
	if !strings.HasPrefix(next, "第") {
		return false
	}
	noun := strings.TrimLeft(next[len("第"):], chineseDigits+"0123456789")
	if noun == next[len("第"):] {
		return false
	}
	i := strings.LastIndex(before, "第")
	if i < 0 {
		return false
	}
	earlier := strings.TrimLeft(before[i+len("第"):], chineseDigits+"0123456789")
	a, _ := utf8.DecodeRuneInString(earlier)
	b, _ := utf8.DecodeRuneInString(noun)
	return a == b
}
