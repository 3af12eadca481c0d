package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document/internal/page"
	"gangmu/document/internal/typeset"
)

// lines writes lines under each other, each given as x and text.
func lines(s *typeset.Sheet, y, size float64, rows ...[]any) float64 {
	for _, row := range rows {
		for i := 0; i < len(row); i += 2 {
			s.Write(row[i].(float64), y, size, row[i+1].(string))
		}
		y += 1.8 * size
	}
	return y
}

// column writes running text between two places.
func column(s *typeset.Sheet, x0, x1, y, size float64, text string) float64 {
	for i, l := range typeset.Break(text, (x1-x0)/size, 2) {
		x := x0
		if i == 0 {
			x += 2 * size
		}
		s.Write(x, y, size, l)
		y += 1.6 * size
	}
	return y
}

var long = strings.Repeat("产业持续发展，投资稳步增长", 12) + "。"

// drawings are pages and what they say.
var drawings = map[string]struct {
	draw func() []page.Page
	want string
}{
	"two columns below a title": {func() []page.Page {
		s := typeset.A4()
		s.Centre(80, 520, 100, 22, "全区经济运行情况简报及下一步工作安排的说明")
		column(s, 80, 290, 140, 10.5, "左一"+long)
		column(s, 80, 290, 340, 10.5, "左二"+long)
		column(s, 310, 520, 148, 10.5, "右一"+long)
		column(s, 310, 520, 348, 10.5, "右二"+long)
		return []page.Page{s.Page}
	}, "p 全区经济运行情况简报及下一步工作安排的说明\np 左一" + long + "\np 左二" + long + "\np 右一" + long + "\np 右二" + long},
	"table without lines": {func() []page.Page {
		s := typeset.A4()
		y := column(s, 80, 520, 100, 14, long)
		y = lines(s, y+30, 12,
			[]any{90.0, "指标名称", 250.0, "2030年目标", 400.0, "2030年完成"},
			[]any{90.0, "地区生产总值增速", 270.0, "6.5", 420.0, "6.1"},
			[]any{90.0, "粮食产量", 270.0, "18", 420.0, "18.6"})
		column(s, 80, 520, y+30, 14, "后面"+long)
		return []page.Page{s.Page}
	}, "p " + long + "\ntable t1 3×3\n   | 指标名称 | 2030年目标 | 2030年完成\n   | 地区生产总值增速 | 6.5 | 6.1\n   | 粮食产量 | 18 | 18.6\np 后面" + long},
	"cell that wraps in a table without lines": {func() []page.Page {
		s := typeset.A4()
		lines(s, 100, 12,
			[]any{90.0, "指标", 250.0, "目标", 400.0, "完成"},
			[]any{90.0, "单位地区生产总值二", 270.0, "3", 420.0, "2"},
			[]any{90.0, "氧化碳排放"},
			[]any{90.0, "粮食产量", 270.0, "18", 420.0, "18.6"})
		return []page.Page{s.Page}
	}, "table t1 3×3\n   | 指标 | 目标 | 完成\n   | 单位地区生产总值二氧化碳排放 | 3 | 2\n   | 粮食产量 | 18 | 18.6"},
	"table open at its sides": {func() []page.Page {
		s := typeset.A4()
		for i := range 4 {
			s.Rule(80, 100+30*float64(i), 520, 100+30*float64(i))
		}
		s.Rule(250, 100, 250, 190)
		lines(s, 120, 30/1.8, []any{90.0, "指标", 260.0, "目标"}, []any{90.0, "甲", 260.0, "1"}, []any{90.0, "乙", 260.0, "2"})
		return []page.Page{s.Page}
	}, "table t1 3×2\n   | 指标 | 目标\n   | 甲 | 1\n   | 乙 | 2"},
	"headers, footers and page numbers": {func() (pages []page.Page) {
		for i := range 4 {
			s := typeset.A4()
			s.Write(80, 50, 9, "青禾区发展和改革局")
			s.Centre(80, 520, 800, 9, fmt.Sprint(i+1))
			column(s, 80, 520, 120, 14, fmt.Sprintf("第%s段", []string{"一", "二", "三", "四"}[i])+long)
			pages = append(pages, s.Page)
		}
		return pages
	}, "p 第一段" + long + "\np 第二段" + long + "\np 第三段" + long + "\np 第四段" + long},
	"attachments at the head of pages": {func() (pages []page.Page) {
		for i := range 3 {
			s := typeset.A4()
			s.Write(80, 100, 14, fmt.Sprintf("附件%d", i+1))
			column(s, 80, 520, 200, 14, long)
			pages = append(pages, s.Page)
		}
		return pages
	}, "h1 附件1\np " + long + "\nh1 附件2\np " + long + "\nh1 附件3\np " + long},
	"paragraph over a page": {func() []page.Page {
		first, second := typeset.A4(), typeset.A4()
		all := typeset.Break(long, 440.0/14, 2)
		first.Write(108, 700, 14, all[0])
		first.Write(80, 725, 14, all[1])
		for i, l := range all[2:] {
			second.Write(80, 100+25*float64(i), 14, l)
		}
		return []page.Page{first.Page, second.Page}
	}, "p " + long},
	"bold by drawing twice": {func() []page.Page {
		s := typeset.A4()
		s.Write(80, 100, 14, "一、总体要求")
		s.Write(80.4, 100, 14, "一、总体要求")
		return []page.Page{s.Page}
	}, "h1 一、总体要求"},
	"words of other languages": {func() []page.Page {
		s := typeset.A4()
		x := s.Write(80, 100, 14, "增长")
		x = s.Write(x+3.5, 100, 14, "6.1%")
		x = s.Write(x+3.5, 100, 14, "，建设")
		x = s.Write(x+3.5, 100, 14, "Smart")
		s.Write(x+4, 100, 14, "City")
		return []page.Page{s.Page}
	}, "p 增长6.1%，建设Smart City"},
	"slanted watermark": {func() []page.Page {
		s := typeset.A4()
		column(s, 80, 520, 100, 14, long)
		n := len(s.Glyphs)
		s.Write(100, 130, 60, "征求意见稿")
		for i := n; i < len(s.Glyphs); i++ {
			s.Glyphs[i].Turn = page.Slanted
		}
		return []page.Page{s.Page}
	}, "p " + long},
	"frame around a page": {func() []page.Page {
		s := typeset.A4()
		s.Frame(20, 20, 575, 822)
		column(s, 80, 520, 100, 14, long)
		return []page.Page{s.Page}
	}, "p " + long},
	"box": {func() []page.Page {
		s := typeset.A4()
		s.Frame(80, 100, 520, 190)
		lines(s, 125, 14, []any{220.0, "专栏1 重点工程"}, []any{114.0, "开工：甲工程。"}, []any{114.0, "完工：乙工程。"})
		return []page.Page{s.Page}
	}, "box t1\n  h0 专栏1 重点工程\n  p 开工：甲工程。\n  p 完工：乙工程。"},
	"footnote": {func() []page.Page {
		s := typeset.A4()
		x := s.Write(80, 100, 14, "建成智慧农场")
		s.Write(x, 94, 8, "1")
		s.Write(x+4, 100, 14, "三座。")
		column(s, 80, 520, 130, 14, long)
		s.Rule(80, 700, 220, 700)
		s.Write(80, 720, 9, "1 智慧农场：以数据指导生产的农场。")
		return []page.Page{s.Page}
	}, "p 建成智慧农场三座。\np " + long + "\nnote 1 智慧农场：以数据指导生产的农场。"},
	"page that is a picture": {func() []page.Page {
		first, second := typeset.A4(), typeset.A4()
		column(first, 80, 520, 100, 14, long)
		second.Pictures = []page.Box{{X1: 595, Y1: 842}}
		second.Centre(80, 520, 800, 9, "— 2 —")
		return []page.Page{first.Page, second.Page}
	}, "p " + long + "\nwarning 第 2 页只有图片，没有文字，没有读取；以下结果不包括这些页。请先做文字识别。"},
}

func TestDrawings(t *testing.T) {
	for name, test := range drawings {
		t.Run(name, func(t *testing.T) {
			got := strings.TrimSpace(outline(t, compose(t, test.draw()...)))
			if diff := cmp.Diff(strings.Split(test.want, "\n"), strings.Split(got, "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// turned is the page as it stands in a file that holds it sideways or upside
// down.
func turned(p page.Page, turn page.Turn) page.Page {
	out := page.Page{Width: p.Width, Height: p.Height}
	if turn%2 == 1 {
		out.Width, out.Height = p.Height, p.Width
	}
	m := map[page.Turn]page.Matrix{
		1: {B: -1, C: 1, F: out.Height},
		2: {A: -1, D: -1, E: out.Width, F: out.Height},
		3: {B: 1, C: -1, E: out.Width},
	}[turn]
	for _, g := range p.Glyphs {
		g.Box, g.Turn = m.Box(g.Box), turn
		out.Glyphs = append(out.Glyphs, g)
	}
	for _, r := range p.Rules {
		out.Rules = append(out.Rules, m.Box(r))
	}
	return out
}

// A page that lies on its side reads as if it stood.
func TestTurned(t *testing.T) {
	upright := drawings["table open at its sides"].draw()[0]
	want := outline(t, compose(t, upright))
	for turn := page.Turn(1); turn < 4; turn++ {
		if diff := cmp.Diff(want, outline(t, compose(t, turned(upright, turn)))); diff != "" {
			t.Errorf("turned %d: %s", turn, diff)
		}
	}
}
