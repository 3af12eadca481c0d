package extract

import (
	"slices"
	"strings"

	"gangmu/document"
)

// part is the role of a stretch of the report.
type part uint8

const (
	front     part = iota // title, address, mandate
	execution             // what was done: 计划执行情况, 工作回顾
	aims                  // 总体考虑, 总体要求, 主要目标
	tasks                 // 主要任务, 重点工作
	annex                 // 附件
	glossary              // 名词解释
	closing               // what follows the tasks: 加强自身建设, the list of annexes
)

// line is one paragraph of running text with its place in the report.
type line struct {
	text    document.Text
	part    part
	level   int    // of a numbered heading: 1 一、 2 （一）; 0 for running text
	chapter string // the level 1 heading it stands under
	section string // the level 2 heading it stands under, or else the chapter
	caption bool   // of a table right below
}

// captionLines is how many paragraphs before a table may name it or give its unit.
const captionLines = 3

// maxNotes is how many paragraphs of remarks may follow a table.
const maxNotes = 8

// grid is a table with the paragraphs that stand right before and after it.
type grid struct {
	table  *document.Table
	before []string // nearest last
	after  []string // the remarks right behind it: 注：…
	part   part
	text   bool // of plain text, where tables may have lost their empty cells
}

// frame is a box: a title and its lines.
type frame struct {
	lines []document.Text
	part  part
}

// outline is the document seen as a report.
type outline struct {
	lines  []line
	tables []grid
	boxes  []frame
}

func newOutline(doc *document.Document) *outline {
	o := &outline{}
	w := walker{o: o, text: doc.Format == "text"}
	for i := 0; i < len(doc.Blocks); i++ {
		if lines, n := looseBox(doc.Blocks[i:]); n > 0 {
			o.boxes = append(o.boxes, frame{lines, w.part})
			i += n - 1
			continue
		}
		w.block(&doc.Blocks[i])
	}
	return o
}

// walker carries the state of reading from top to bottom.
type walker struct {
	o       *outline
	part    part
	chapter string
	section string
	recent  []string
	noting  bool // right behind a table, or among its remarks
	text    bool // the document is plain text
}

func (w *walker) block(b *document.Block) {
	switch b.Kind {
	case document.TableBlock:
		w.captions()
		w.o.tables = append(w.o.tables, grid{table: b.Table, before: append([]string(nil), w.recent...), part: w.part, text: w.text})
		w.recent, w.noting = nil, true
	case document.Box:
		w.box(b)
		w.recent, w.noting = nil, false
	default:
		w.paragraph(b)
	}
}

// captions marks the lines right above a table, which tell of it alone.
func (w *walker) captions() {
	n := len(w.o.lines)
	for i := n - 1; i >= max(0, n-len(w.recent)); i-- {
		if s := strings.TrimSpace(w.o.lines[i].text.S); skipNumbering(s, whole(s)).start > 0 {
			return
		}
		w.o.lines[i].caption = true
	}
}

// box keeps the lines of a framed text together; a table inside a box stands
// on its own with the box's title as its caption.
func (w *walker) box(b *document.Block) {
	f := frame{part: w.part}
	for i := range b.Blocks {
		switch inner := &b.Blocks[i]; inner.Kind {
		case document.TableBlock:
			g := grid{table: inner.Table, part: w.part, text: w.text}
			if len(f.lines) > 0 {
				g.before = []string{f.lines[0].S}
			}
			w.o.tables = append(w.o.tables, g)
		case document.Box:
			w.box(inner)
		default:
			f.lines = append(f.lines, splitLines(inner.Text)...)
		}
	}
	if len(f.lines) > 0 {
		w.o.boxes = append(w.o.boxes, f)
	}
}

func (w *walker) paragraph(b *document.Block) {
	s := strings.TrimSpace(b.Text.S)
	if s == "" {
		return
	}
	w.noting = w.noting && w.note(s)
	if len(w.recent) == captionLines {
		w.recent = w.recent[1:]
	}
	w.recent = append(w.recent, s)
	l := line{text: b.Text}
	w.place(&l, s, b)
	w.o.lines = append(w.o.lines, l)
}

// note gives a remark to the table that it stands behind: 注：1.… and what is
// numbered on from there.
func (w *walker) note(s string) bool {
	g := &w.o.tables[len(w.o.tables)-1]
	if len(g.after) == maxNotes || len(g.after) == 0 && !isNote(squeeze(s)) || len(g.after) > 0 && !isNote(squeeze(s)) && skipNumbering(s, whole(s)).start == 0 {
		return false
	}
	g.after = append(g.after, s)
	return true
}

// place finds the part and section of a paragraph, moving on when it is itself
// a heading.
func (w *walker) place(l *line, s string, b *document.Block) {
	flat := "" // a heading is short
	if len(s) <= 3*80 {
		flat = squeeze(s)
	}
	switch {
	case isGlossaryHead(flat), w.firstNote(s):
		w.enter(glossary, s)
	case isAnnexHead(flat):
		w.enter(annex, s)
	case isAnnexList(flat):
		w.enter(closing, "")
	case w.part == glossary || w.part == annex:
		l.level, _ = headingLevel(s, b)
	default:
		level, title := headingLevel(s, b)
		l.level = level
		switch level {
		case 1:
			w.part = partOf(title, w.part)
			w.chapter, w.section = title, title
		case 2:
			w.section = title
		default:
			switch {
			case w.part == front && looksBack(s):
				w.part = execution
			case w.part != aims && w.part != tasks && setsTargets(s):
				w.part = aims
			}
		}
	}
	l.part, l.chapter, l.section = w.part, w.chapter, w.section
}

// looksBack reports a paragraph that begins to review the year, where no heading
// has said so.
func looksBack(s string) bool {
	s = cutWords(s, "各位代表", "，", "：", "！", ":", " ")
	_, ok := cutAny(s, "刚刚过去", "过去的一年", "过去一年", "过去五年", "一年来", "五年来")
	return ok
}

// setsTargets reports the paragraph that lists the coming year's targets. What
// follows it looks ahead, whatever the headings say.
func setsTargets(s string) bool {
	if !strings.Contains(s, "目标") {
		return false
	}
	at := listStart(s)
	return at >= 0 && !ofSeveralYears(s[:at]) && strings.Contains(s[:at], "预期目标")
}

func (w *walker) enter(p part, title string) {
	w.part, w.chapter, w.section = p, title, title
}

// firstNote reports [1]甲：… right under the word 注释, which alone may head the
// notes of a table.
func (w *walker) firstNote(s string) bool {
	n := len(w.recent)
	return n > 1 && (strings.HasPrefix(s, "[1]") || strings.HasPrefix(s, "［1］")) && glossaryNoise.Replace(squeeze(w.recent[n-2])) == "注释"
}

func isGlossaryHead(flat string) bool {
	const longest = 30
	if runeLen(flat) > longest {
		return false
	}
	flat = glossaryNoise.Replace(flat)
	rest := trimSuffixes(flat, "名词解释", "名词注释", "名词说明", "用语说明", "用语解释", "名词术语解释", "词语解释", "名词释义", "注释")
	if rest == flat && !slices.Contains([]string{"名词解释", "名词注释", "名词说明", "用语说明", "名词术语解释"}, flat) {
		return false
	}
	rest = strings.TrimLeft(rest, "附录件0123456789一二三四五、.")
	for _, w := range []string{"政府", "工作", "计划", "报告", "本", "中", "的", "有关", "相关", "部分", "名词", "用语", "及"} {
		rest = strings.ReplaceAll(rest, w, "")
	}
	return rest == "" && flat != "注释" || slices.Contains([]string{"名词解释", "名词注释", "名词说明", "用语说明", "名词术语解释", "有关注释", "名词"}, flat)
}

// glossaryNoise is what surrounds the words of such a heading.
var glossaryNoise = strings.NewReplacer("*", "", "《", "", "》", "", "“", "", "”", "", "：", "", ":", "", "（", "", "）", "", "#", "")

// isAnnexHead is 附件, 附件1, 附表2 alone on a line, or with a title behind it.
func isAnnexHead(flat string) bool {
	rest, ok := cutAny(flat, "附件", "附表")
	if !ok {
		return false
	}
	rest = strings.TrimLeft(rest, "0123456789一二三四五六七八九十")
	return rest == "" || rest == "：" || rest == ":"
}

// isAnnexList is the list of annexes under the closing line: 附件：1.…
func isAnnexList(flat string) bool {
	rest, ok := cutAny(flat, "附件：", "附件:", "附表：", "附表:")
	return ok && rest != "" && runeLen(rest) < 80
}

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// maxHeading is the longest heading, in characters; what is longer is a
// paragraph that merely begins with a number.
const maxHeading = 60

// headingLevel is 1 for 一、… and for a styled heading that names a part, 2 for
// （一）…, 0 for running text. A heading that runs into its paragraph
// (（一）稳中求进。全年…) gives the words before the first full stop.
func headingLevel(s string, b *document.Block) (level int, title string) {
	s = strings.TrimSpace(s)
	level = numberLevel(s)
	title = s
	if i := strings.Index(s, "。"); i >= 0 {
		title = s[:i]
		if level == 1 && runeLen(s) > maxHeading {
			return 0, ""
		}
	}
	if runeLen(title) > maxHeading {
		return 0, ""
	}
	if level == 0 && runeLen(s) <= 40 && !strings.ContainsAny(s, "。，；") {
		if p := partOf(s, front); p != front && namesPart(s) || b.Kind == document.Heading && b.Level == 1 && p != front {
			return 1, s
		}
	}
	return level, title
}

// numberLevel is the level that a heading's number shows.
func numberLevel(s string) int {
	rest := strings.TrimLeft(s, chineseDigits)
	if rest != s && strings.HasPrefix(rest, "、") {
		return 1
	}
	for _, open := range []string{"（", "("} {
		if in, ok := strings.CutPrefix(s, open); ok {
			rest := strings.TrimLeft(in, chineseDigits)
			if rest != in && (strings.HasPrefix(rest, "）") || strings.HasPrefix(rest, ")")) {
				return 2
			}
		}
	}
	if in, ok := strings.CutPrefix(s, "第"); ok {
		rest := strings.TrimLeft(in, chineseDigits)
		if rest != in && strings.HasPrefix(rest, "部分") {
			return 1
		}
	}
	return 0
}

const chineseDigits = "一二三四五六七八九十"

// The words by which headings of the genre name their part, most telling first.
var partWords = []struct {
	part  part
	words []string
}{
	{execution, []string{"执行情况", "完成情况", "工作回顾", "工作总结", "简要回顾", "回顾", "过去一年", "过去五年", "取得重大成就", "主要工作完成", "运行情况"}},
	{tasks, []string{"主要任务", "重点工作", "工作任务", "重点任务", "工作安排", "主要措施", "工作重点", "任务和措施", "主要工作", "任务", "重大建设项目计划", "重大项目计划", "工作部署", "工作建议", "工作的建议", "工作思路"}},
	{aims, []string{"总体考虑", "总体要求", "主要目标", "预期目标", "总体思路", "发展目标", "目标", "总体部署", "指导思想", "总体安排", "计划安排", "政策取向"}},
}

// partOf tells the part from a level 1 heading. A heading without a telling word
// but with a year opens the next part (二、全力做好2031年工作); any other stays in
// the part it stands in.
func partOf(title string, now part) part {
	if indexAny(title, "自身建设", "政府建设") >= 0 {
		return closing
	}
	for _, p := range partWords {
		if indexAny(title, p.words...) < 0 {
			continue
		}
		switch {
		case p.part == execution && now > execution && !namesPart(title):
			return now
		case p.part == tasks && now == front && strings.Contains(title, "主要工作"):
			return execution // 一、2030年主要工作
		}
		return p.part
	}
	switch {
	case len(years(squeeze(title))) == 0:
		return now
	case now == front:
		return execution
	case now == execution:
		return tasks
	}
	return now
}

// namesPart reports a heading that can only be a part's: it names a year or a
// stretch of years and ends in a part's word.
func namesPart(s string) bool {
	if !strings.Contains(s, "年") && !strings.Contains(s, "时期") {
		return false
	}
	for _, p := range partWords {
		for _, w := range p.words {
			if strings.HasSuffix(strings.TrimRight(s, "：:"), w) {
				return true
			}
		}
	}
	return false
}
