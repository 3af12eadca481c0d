package typeset

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRoles(t *testing.T) {
	const text = `关于某区
2025年计划的报告
（示例）
——2026年1月20日

各位代表：
现将情况报告如下。
一、执行情况
（一）做强产业
产业（含三产）平稳增长。
附件：1.完成情况
2.计划草案


附件1

2025年计划
完成情况

共有指标2项。
一、能够完成
表1：完成情况
备注：无。
名 词 解 释

两重：即两件事。
`
	want := []string{
		"Title 关于某区|2025年计划的报告", "Subtitle （示例）", "Subtitle ——2026年1月20日",
		"Salutation 各位代表：", "BodyText 现将情况报告如下。", "Heading1 一、执行情况", "Heading2 （一）做强产业",
		"BodyText 产业（含三产）平稳增长。", "AnnexList 附件：1.完成情况", "AnnexListMore 2.计划草案",
		"AnnexMark 附件1", "AnnexTitle 2025年计划|完成情况", "BodyText 共有指标2项。", "Heading1 一、能够完成",
		"Caption 表1：完成情况", "TableNote 备注：无。", "GlossaryTitle 名 词 解 释", "Glossary 两重：即两件事。",
	}
	var got []string
	for _, b := range parse(text) {
		got = append(got, string(b.role)+" "+strings.Join(b.lines, "|"))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTableEndsWithSecondEmptyLine(t *testing.T) {
	blocks := parse("\t序号\n\t名称\n\n\t1\n\t长长的\n名称\n\n\n下文。\n")
	if len(blocks) != 2 || blocks[1].lines[0] != "下文。" {
		t.Fatalf("blocks: %v", blocks)
	}
	want := []row{{{"序号"}, {"名称"}}, {{"1"}, {"长长的", "名称"}}}
	if diff := cmp.Diff(want, blocks[0].rows); diff != "" {
		t.Error(diff)
	}
}

func TestRowsMustFit(t *testing.T) {
	for _, text := range []string{
		"\t序号\n\t名称\n\n\t1\n\t甲\n\t多余\n\n\n", // wider than the head
		"\t序号\n\t名称\n\t目标\n\n\t1\n\t甲\n\n\n", // narrower, yet no group
		"\t专栏1\n\n\t内容\n\t又一格\n\n\n",         // a box is one column
	} {
		if _, err := Docx(text); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
	if _, err := Docx("\t序号\n\t名称\n\t目标\n\n\t一、产业\n\t\n\n\n"); err != nil {
		t.Errorf("a group row: %v", err)
	}
}

func TestTableMarkup(t *testing.T) {
	doc := documentPart(t, "\t序号\n\t名称\n\n\t一、产业\n\n\t\n\t其中：甲（<5%）\n\n\t\n\t乙\n\n\n")
	for _, want := range []string{
		`<w:tblHeader/>`, `<w:gridSpan w:val="2"/>`, `甲（&lt;5%）`, `w:val="CellOf"`, `w:val="CellOfMore"`,
	} {
		if strings.Count(doc, want) != 1 {
			t.Errorf("%s occurs %d times", want, strings.Count(doc, want))
		}
	}
}

func FuzzDocx(f *testing.F) {
	f.Add("题\n\n\t序号\n\t名称\n\n\t1\n\t甲\n\n\n附件1\n")
	f.Add("\t专栏1\n\n\t一、甲\n乙\n\n\n")
	f.Fuzz(func(t *testing.T, text string) {
		if data, err := Docx(text); err == nil {
			wellFormed(t, partOf(t, data, "word/document.xml"))
		}
	})
}

func documentPart(t *testing.T, text string) string {
	t.Helper()
	data, err := Docx(text)
	if err != nil {
		t.Fatal(err)
	}
	return partOf(t, data, "word/document.xml")
}

func partOf(t *testing.T, docx []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func wellFormed(t *testing.T, doc string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(doc))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in %s", err, doc)
		}
	}
}
