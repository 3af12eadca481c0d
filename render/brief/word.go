package brief

import (
	"fmt"
	"strconv"

	"gangmu/monitor"
	"gangmu/render/word"
)

// Word sets the brief of two pages.
func Word(m Month) ([]byte, error) {
	if err := m.check(); err != nil {
		return nil, err
	}
	return word.Set(m.blocks(), word.Options{
		Title: m.title(), Creator: m.Office, Written: m.Date,
		Description: m.mark(),
	})
}

// blocks are text and table, together two pages at most.
func (m Month) blocks() []word.Block {
	p := &page{left: textLines}
	under := m.day()
	if m.Number > 0 {
		under = fmt.Sprintf("第%d期　%s", m.Number, under)
	}
	if m.Office != "" {
		under = m.Office + "　" + under
	}
	p.blocks = []word.Block{line(word.Title, m.title()), line(word.Subtitle, under)}
	p.section(m, "一、总体情况", []*text{m.overall()}, "", 0)
	changes := m.changes()
	p.section(m, "二、滞后指标和原因", m.behind(), "本月没有滞后的指标。", 2+len(changes))
	p.section(m, "三、比上月的变化", changes, "与上月相比，各项指标亮灯没有变化。", 0)
	room := 2*pageHeight - linesOf(m.title(), titleWidth, 0)*titleLine - titleRoom - linesOf(under, lineWidth, 0)*textLine
	room -= (textLines - p.left) * textLine
	return append(p.blocks, m.table(room-captionRoom-notesRoom-lostRoom)...)
}

// behind are the paragraphs on what is red, each with its unit's note.
func (m Month) behind() []*text {
	var out []*text
	for _, r := range m.worst() {
		if r.Judgement.Light != monitor.Red {
			break
		}
		t := rowText(r)
		said := false
		for _, n := range m.Notes {
			if n.Name == r.Name {
				t.runs, said = append(t.runs, noteText(n).runs...), true
			}
		}
		if !said {
			t.plain("原因说明尚未报送。")
		}
		out = append(out, t)
	}
	return out
}

// section adds a heading and its paragraphs as long as there is room and so many
// lines stay for what follows; what is left out is counted.
func (p *page) section(m Month, head string, paragraphs []*text, none string, stay int) {
	if p.left < 2 {
		return
	}
	p.left--
	p.blocks = append(p.blocks, line(word.Heading1, head))
	if len(paragraphs) == 0 {
		p.fits(word.Body, (&text{}).plain(none), 0)
		return
	}
	for i, t := range paragraphs {
		after := stay
		if i < len(paragraphs)-1 {
			after++ // the line that counts what is left out
		}
		if !p.fits(word.Body, t, after) {
			rest := (&text{}).plain("其余").figure(strconv.Itoa(len(paragraphs)-i), m.ref()).plain("项见下表和工作簿。")
			p.fits(word.Body, rest, 0)
			return
		}
	}
}

func line(role word.Role, s string) word.Block {
	return word.Block{Role: role, Lines: []string{word.Printable(s)}}
}
