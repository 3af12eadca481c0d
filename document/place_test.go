package document

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gangmu/span"
)

// two is a text of two lines whose first has a dropped mark in it:
// **增长**8% on line 3, 以上 on line 4.
func two() Text {
	var b Builder
	b.Place(3, 3, "")
	b.Verbatim("增长", 0, 102)
	b.Place(3, 7, "")
	b.Verbatim("8%", 0, 110)
	b.Written("\n", 0, 112, 2)
	b.Place(4, 1, "")
	b.Verbatim("以上", 0, 114)
	return b.Text()
}

func TestSpan(t *testing.T) {
	text := two()
	if text.S != "增长8%\n以上" {
		t.Fatalf("text is %q", text.S)
	}
	tests := []struct {
		of   string
		want span.Span
	}{
		{"增长", span.Span{Line: 3, Column: 3, EndLine: 3, EndColumn: 5}},
		{"长8", span.Span{Line: 3, Column: 4, EndLine: 3, EndColumn: 8}},
		{"8%", span.Span{Line: 3, Column: 7, EndLine: 3, EndColumn: 9}},
		{"%\n以", span.Span{Line: 3, Column: 8, EndLine: 4, EndColumn: 2}},
		{"上", span.Span{Line: 4, Column: 2, EndLine: 4, EndColumn: 3}},
	}
	for _, test := range tests {
		start := strings.Index(text.S, test.of)
		if diff := cmp.Diff(test.want, text.Span(start, start+len(test.of))); diff != "" {
			t.Errorf("%q: %s", test.of, diff)
		}
	}
	if got := (Text{S: "x"}).Whole(); !got.IsZero() {
		t.Errorf("a text without places has the place %v", got)
	}
}

func TestSource(t *testing.T) {
	var b Builder
	b.Place(1, 1, "p1")
	b.Unwritten("一、", 1, 50)
	b.Verbatim("产值", 1, 60)
	b.Written("&", 1, 66, 5)
	b.Verbatim("税收", 1, 80)
	text := b.Text()
	tests := []struct {
		of   string
		want []Range
	}{
		{"一、", nil},
		{"一、产", []Range{{1, 60, 63}}},
		{"值", []Range{{1, 63, 66}}},
		{"值&", []Range{{1, 63, 71}}},
		{"&税", []Range{{1, 66, 71}, {1, 80, 83}}},
		{"收", []Range{{1, 83, 86}}},
	}
	for _, test := range tests {
		start := strings.Index(text.S, test.of)
		if diff := cmp.Diff(test.want, text.Source(start, start+len(test.of))); diff != "" {
			t.Errorf("%q: %s", test.of, diff)
		}
	}
}

// piece is a stretch of text with its own place, for building at random.
type piece struct {
	s            string
	line, column int
	source       int64
}

func pieces(t *rapid.T) []piece {
	source, line := int64(0), 1
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) piece {
		line += rapid.IntRange(0, 2).Draw(t, "line")
		source += int64(rapid.IntRange(0, 9).Draw(t, "gap"))
		p := piece{
			s:      strings.Repeat(rapid.StringMatching(`[a-z亿元万人😀]{1,40}`).Draw(t, "s"), rapid.SampledFrom([]int{1, 1, 1, 60}).Draw(t, "times")),
			line:   line,
			column: rapid.IntRange(1, 5000).Draw(t, "column"),
			source: source,
		}
		source += int64(len(p.s))
		return p
	}), 1, 8).Draw(t, "pieces")
}

// Places do not depend on how a text was cut out of a longer one, nor on the
// marks that readers put into long lines.
func TestSliceKeepsPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b Builder
		all := pieces(t)
		for _, p := range all {
			b.Place(p.line, p.column, "p1")
			b.Verbatim(p.s, 0, p.source)
		}
		text := b.Text()
		runes := runeStarts(text.S)
		a := rapid.IntRange(0, len(runes)-2).Draw(t, "a")
		e := rapid.IntRange(a+1, len(runes)-1).Draw(t, "e")
		start, end := runes[a], runes[e]
		part := text.Slice(start, end)
		if part.S != text.S[start:end] {
			t.Fatalf("slice is %q", part.S)
		}
		if diff := cmp.Diff(text.Span(start, end), part.Whole()); diff != "" {
			t.Fatalf("span: %s", diff)
		}
		if diff := cmp.Diff(text.Source(start, end), part.Source(0, len(part.S))); diff != "" {
			t.Fatalf("source: %s", diff)
		}
		if diff := cmp.Diff(placeOf(all, start), text.Span(start, end)); diff != "" {
			got, want := text.Span(start, end), placeOf(all, start)
			if got.Line != want.Line || got.Column != want.Column {
				t.Fatalf("place: %s", diff)
			}
		}
	})
}

// placeOf finds the place of an offset by counting from its piece's beginning.
func placeOf(all []piece, offset int) span.Span {
	for _, p := range all {
		if offset < len(p.s) {
			return span.Span{Line: p.line, Column: p.column + utf8.RuneCountInString(p.s[:offset])}
		}
		offset -= len(p.s)
	}
	return span.Span{}
}

func runeStarts(s string) []int {
	var out []int
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

func TestTrim(t *testing.T) {
	var b Builder
	b.Place(7, 1, "")
	b.Verbatim("　　各位代表： \t", 0, 30)
	text := b.Text().Trim()
	if text.S != "各位代表：" {
		t.Fatalf("text is %q", text.S)
	}
	want := span.Span{Line: 7, Column: 3, EndLine: 7, EndColumn: 8}
	if diff := cmp.Diff(want, text.Whole()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Range{{0, 36, 51}}, text.Source(0, len(text.S))); diff != "" {
		t.Error(diff)
	}
	blank := Text{S: " 　", Lines: []LineMark{{Line: 1, Column: 1}}}
	if got := blank.Trim(); got.S != "" {
		t.Errorf("blank text trims to %q", got.S)
	}
}

// A place in a line of megabytes is found without counting all of it.
func BenchmarkSpanInLongLine(b *testing.B) {
	var build Builder
	build.Place(1, 1, "")
	build.Verbatim(strings.Repeat("发展", 1<<20), 0, 0)
	text := build.Text()
	for b.Loop() {
		text.Span(len(text.S)-6, len(text.S))
	}
}
