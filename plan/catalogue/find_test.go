package catalogue

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // id/measure/text
	}{
		{"地区生产总值增长8%，规上工业增加值增速9%。", []string{"gdp level 地区生产总值", "scale-industry-value-added growth 规上工业增加值增速"}},
		{"进出口总额300亿元，其中出口额200亿元", []string{"trade-total level 进出口总额", "exports level 出口额"}},
		{"城镇、农村居民人均可支配收入分别增长", []string{"income-urban-and-rural level 城镇、农村居民人均可支配收入"}},
		{"单位GDP能耗下降3%", []string{"energy-intensity level 单位GDP能耗"}},
		{"全社会研发经费支出占GDP的比重达到2%", []string{"rd-intensity level 全社会研发经费支出占GDP的比重"}},
		{"规模以上工业企业利润总额", []string{"scale-industry-profit level 规模以上工业企业利润总额"}},
		{"夜间经济占地区生产总值比重；单位生产总值电耗；GDPR；", nil},
		{"CPI涨幅控制在3%左右", []string{"cpi growth CPI涨幅"}},
		{"财政收入和就业", nil}, // a name that serves only as a whole cell
		{"", nil},
		{"\xff地区生产总值\xe5\x9c", []string{"gdp level 地区生产总值"}},
	} {
		var got []string
		for _, h := range Find(c.text) {
			got = append(got, h.Entry.ID+" "+string(h.Entry.Measure)+" "+c.text[h.Start:h.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Find(%q)\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// Every name stands in the text that is itself.
func TestFindFindsEveryName(t *testing.T) {
	for _, e := range All() {
		for _, a := range append([]string{e.Zh}, e.Aliases...) {
			name, whole := cutWhole(a)
			if whole {
				continue
			}
			hits := Find("，" + name + "。")
			if len(hits) != 1 || hits[0].Entry.ID != e.ID {
				t.Errorf("%s: %q found as %+v", e.ID, name, hits)
			}
		}
	}
}

// The automaton agrees with trying every pattern at every place.
func TestAutomaton(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.RuneFrom([]rune("ab中国")), 1, 4, -1)
		patterns := rapid.SliceOfN(word, 1, 8).Draw(t, "patterns")
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab中国x")), 0, 40, -1).Draw(t, "text")
		var want []string
		for i := 0; i < len(text); {
			best := ""
			for _, p := range patterns {
				if strings.HasPrefix(text[i:], p) && len(p) > len(best) {
					best = p
				}
			}
			if best != "" {
				want = append(want, best)
			}
			i += max(len(best), 1)
		}
		var got []string
		for _, m := range newAutomaton(patterns).find(text) {
			got = append(got, text[m.start:m.end])
			if patterns[m.pattern] != text[m.start:m.end] {
				t.Fatalf("pattern %q reported for %q", patterns[m.pattern], text[m.start:m.end])
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("patterns %q in %q: got %q, want %q", patterns, text, got, want)
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("全市地区生产总值增长8%，城镇登记失业率控制在4%以内")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, h := range Find(text) {
			if h.Start < last || h.End <= h.Start || h.End > len(text) {
				t.Fatalf("hit %d:%d after %d", h.Start, h.End, last)
			}
			last = h.End
		}
		Lookup(text)
		PolarityOf(text)
	})
}

func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		newIndex(newData())
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("全市上下迎难而上，地区生产总值增长6%，规上工业增加值增长8%，比上年提高一个百分点；城乡面貌焕然一新，人民生活持续改善，改革开放不断深化。", 500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
