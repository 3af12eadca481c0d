package vet_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gangmu/document"
	"gangmu/vet"
)

const print16 = "3f2a9c0d1e4b5a67"

func TestReadAcceptances(t *testing.T) {
	text := "\ufeff# 已核实的问题\n\n" +
		print16 + "\tvalue-mismatch  口径不同：表内为快报数\r\n" +
		print16 + "-2 verdict 2031-01-05 张三：已在备注说明\n" +
		print16 + " verdict　2031-01-05 已在备注说明"
	want := []vet.Acceptance{
		{Fingerprint: print16, Rule: "value-mismatch", Reason: "口径不同：表内为快报数", Line: 3},
		{Fingerprint: print16 + "-2", Rule: "verdict", Reason: "已在备注说明", By: "张三", On: "2031-01-05", Line: 4},
		{Fingerprint: print16, Rule: "verdict", Reason: "已在备注说明", On: "2031-01-05", Line: 5},
	}
	got, err := vet.ReadAcceptances([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	inCodePage, err := simplifiedchinese.GB18030.NewEncoder().String(strings.TrimPrefix(text, "\ufeff"))
	if err != nil {
		t.Fatal(err)
	}
	got, err = vet.ReadAcceptances([]byte(inCodePage))
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("GB18030: %v\n%s", err, diff)
	}
}

func TestAnAcceptanceNeedsAReason(t *testing.T) {
	for line, want := range map[string]string{
		print16 + " verdict":                "没有写理由",
		print16 + " verdict 2031-01-05":     "没有写理由",
		print16 + " verdict 2031-01-05 李四：": "没有写理由",
		print16:                    "应当写成",
		"abc verdict 已核对":          "应当写成",
		print16 + "x verdict 已核对":  "应当写成",
		strings.Repeat("#", 2<<20): "文件太大",
	} {
		_, err := vet.ReadAcceptances([]byte(line))
		var e *document.Error
		if !errors.As(err, &e) || e.Code != vet.CodeAcceptance || !strings.Contains(e.Message, want) {
			t.Errorf("%.60q: %v", line, err)
		}
	}
}

func TestAccept(t *testing.T) {
	r := &vet.Result{Findings: []vet.Finding{
		{Rule: "verdict", Fingerprint: print16},
		{Rule: "verdict", Fingerprint: print16 + "-2"},
	}}
	used := r.Accept([]vet.Acceptance{
		{Fingerprint: print16, Rule: "verdict", Reason: "已核对"},
		{Fingerprint: print16 + "-2", Rule: "residue", Reason: "规则不同，不算"},
		{Fingerprint: "0000000000000000", Rule: "verdict", Reason: "已不存在"},
	})
	if len(used) != 1 || used[0].Reason != "已核对" {
		t.Errorf("used %+v", used)
	}
	if r.Findings[0].Open() || !r.Findings[1].Open() {
		t.Errorf("findings %+v", r.Findings)
	}
}

func FuzzReadAcceptances(f *testing.F) {
	f.Add([]byte(print16 + " verdict 2031-01-05 张三：已核对\n# \n"))
	f.Add([]byte("\xff\xfe　\t:"))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := vet.ReadAcceptances(data)
		if err != nil && len(list) > 0 {
			t.Error("a list and an error")
		}
		for _, a := range list {
			if a.Reason == "" || a.Rule == "" || a.Line == 0 {
				t.Errorf("%+v", a)
			}
		}
	})
}
