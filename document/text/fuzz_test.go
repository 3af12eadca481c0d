package text

import (
	"context"
	"encoding/binary"
	"errors"
	"testing"
	"unicode/utf8"

	"gangmu/document"
)

// FuzzText holds that any bytes are read or refused with an error for people,
// and that every place is within the text.
func FuzzText(f *testing.F) {
	seeds := []string{
		"一、回顾\r\n（一）投资\n　　投资增长8%。\n— 3 —\n",
		"---\ntitle: 报告\n---\n**粗**[链](u)![图](u)<!-- 注\n释 -->\\*<br>尾\n",
		"\t序号\n\t目标\n任务\n\n\t1\n\t8\n\n\t2\n\t\n\n\n尾\n",
		"\t专栏1：项目\n\n\t开工：甲。\n续建：乙。\n\n\n",
		"a\t\"b\nc\"\td\n1\t2\t3\n合计\n4\t5\t6\n",
		"| a | b\\| |\n|---|:-:|\n| 1 | |\n",
		"序号\n指标\n目标\n1\n甲\n8\n2\n乙\n其中：丙\n3\n3\n丁\n9\n4\n戊\n",
		"　　甲\n　　1\n\n　　乙\n　　2\n\n　　丙\n　　3\n\n\n",
	}
	for _, s := range seeds {
		f.Add([]byte(s))
		f.Add(inGB18030(f, s))
		f.Add(inUTF16(s, binary.LittleEndian))
		f.Add(append([]byte("\xfe\xff"), inUTF16(s, binary.BigEndian)...))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(context.Background(), data, document.Limits{Expanded: 1 << 20, Blocks: 10_000, Cells: 10_000})
		var e *document.Error
		if err != nil {
			if !errors.As(err, &e) || e.Code == "" || e.Message == "" || e.MessageEn == "" {
				t.Fatalf("not an error for people: %v", err)
			}
			return
		}
		if len(doc.Blocks) == 0 {
			t.Fatal("no error and no text")
		}
		for b := range doc.Paragraphs() {
			checkText(t, b.Text, int64(len(data)))
		}
		for table := range doc.Tables() {
			table.Grid()
		}
	})
}

// checkText holds that a text and its places fit each other and the source.
func checkText(t *testing.T, text document.Text, size int64) {
	t.Helper()
	if text.S == "" || !utf8.ValidString(text.S) {
		t.Fatalf("text %q", text.S)
	}
	last := [2]int{}
	for i := range text.S {
		s := text.Span(i, i+1)
		at := [2]int{s.Line, s.Column}
		if s.Line < last[0] || s.Line == last[0] && s.Column <= last[1] {
			t.Fatalf("%q: place %v after %v", text.S, at, last)
		}
		last = at
	}
	end := int64(0)
	for _, r := range text.Source(0, len(text.S)) {
		if r.Start < end || r.End <= r.Start || r.End > size {
			t.Fatalf("%q: source %v after %d of %d", text.S, r, end, size)
		}
		end = r.End
	}
}
