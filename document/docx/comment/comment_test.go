package comment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// field is a complex field.
func field(code, shown string) string {
	return r(`<w:fldChar w:fldCharType="begin"/>`) + r(`<w:instrText> `+code+` </w:instrText>`) + r(`<w:fldChar w:fldCharType="separate"/>`) +
		r(t(shown)) + r(`<w:fldChar w:fldCharType="end"/>`)
}

// Comments stand on just the words that they are about, and taking them out gives
// the bytes from before.
func TestPlaces(t0 *testing.T) {
	const link = `<w:hyperlink w:anchor="a">`
	tests := []struct {
		name, in string
		marks    []string // what is commented
		on       []string // what then lies between the marks; nil: just that
	}{
		{"whole run", p(r(t("甲乙丙"))), []string{"甲乙丙"}, nil},
		{"beginning", p(r(t("甲乙丙"))), []string{"甲"}, nil},
		{"middle", p(r(t("甲乙丙"))), []string{"乙"}, nil},
		{"end", p(r(t("甲乙丙"))), []string{"丙"}, nil},
		{"over runs", p(r(t("甲乙")), `<w:proofErr w:type="x"/>`, r(t("丙丁"))), []string{"乙丙"}, nil},
		{"one behind another", p(r(t("甲乙丙"))), []string{"甲", "乙", "丙"}, nil},
		{"one in another", p(r(t("甲乙丙"))), []string{"甲乙丙", "乙", "乙丙"}, nil},
		{"crossing", p(r(t("甲乙丙"))), []string{"甲乙", "乙丙"}, nil},
		{"twice on one", p(r(t("甲乙丙"))), []string{"乙", "乙丙"}, nil},
		{"references", p(r(t("甲&amp;乙&#x4E8C;丙&lt;"))), []string{"&", "乙二", "<"}, nil},
		{"beyond the first plane", p(r(t("a😀b𠮷c"))), []string{"😀", "𠮷c"}, nil},
		{"blanks", p(r(`<w:t xml:space="preserve"> 甲  乙 </w:t>`)), []string{"甲 ", "乙"}, nil},
		{"blanks that were not kept", p(r(t("甲 乙  丙"))), []string{"甲 ", " 丙"}, nil},
		{"tabs and line ends", p(r(t("甲") + `<w:tab/>` + t("乙") + `<w:br/>` + t("丙"))), []string{"甲\t", "乙\n丙", "\n"}, nil},
		{"symbols", p(r(t("甲") + `<w:sym w:font="Symbol" w:char="F0B3"/>` + t("8"))), []string{"≥8", "≥"}, nil},
		{"no settings", p(`<w:r><w:t>甲乙</w:t></w:r>`), []string{"乙"}, nil},
		{"link", p(r(t("甲")), link+r(t("乙丙"))+`</w:hyperlink>`, r(t("丁"))), []string{"乙", "甲乙", "丙丁"}, nil},
		{"smart tag", p(`<w:smartTag w:element="x"><w:smartTagPr/>` + r(t("甲乙")) + `</w:smartTag>`), []string{"甲"}, nil},
		{"content control", p(`<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>` + r(t("甲乙")) + `</w:sdtContent></w:sdt>`), []string{"乙"}, nil},
		{"inserted", p(`<w:ins w:id="1" w:author="x">` + r(t("甲乙")) + `</w:ins>` + r(t("丙"))), []string{"乙丙"}, nil},
		{"field", p(r(t("零")), field("PAGE", "甲乙"), r(t("丙"))), []string{"甲", "乙丙"}, []string{"甲乙", "甲乙丙"}},
		{"link as a field", p(field(`HYPERLINK "x"`, "甲乙")), []string{"乙"}, nil},
		{"field in a field", p(field("IF", "甲"+strings.Join([]string{`</w:t></w:r>`, `<w:r><w:t>`}, field("DATE", "乙"))+"丙")), []string{"乙"}, []string{"甲乙丙"}},
		{"field over paragraphs", strings.Replace(p(field("TOC", "甲乙|丙丁")), "|", "</w:t></w:r></w:p><w:p><w:r><w:t>", 1), []string{"乙", "丙"}, nil},
		{"two fields in a run", p(r(t("甲") + `<w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/>` + t("乙") + `<w:fldChar w:fldCharType="end"/>` + t("丙"))), []string{"乙"}, []string{"甲乙丙"}},
		{"simple field", p(r(t("零")), `<w:fldSimple w:instr="X">`+r(t("甲乙"))+`</w:fldSimple>`), []string{"乙"}, []string{"甲乙"}},
		{"formula", p(r(t("甲")), `<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>`), []string{"+"}, []string{"x+y"}},
		{"phonetic guide", p(r(`<w:ruby><w:rt>` + r(t("mu")) + `</w:rt><w:rubyBase>` + r(t("目录")) + `</w:rubyBase></w:ruby>`)), []string{"目"}, []string{"mu目录"}},
		{"cell", `<w:tbl><w:tr><w:tc>` + p(r(t("甲乙"))) + `</w:tc><w:tc>` + p(r(t("丙丁"))) + `</w:tc></w:tr></w:tbl>` + p(), []string{"乙", "丙"}, nil},
		{"section", p(r(t("甲<![CDATA[乙<]]>丙"))), []string{"甲", "<", "丙"}, []string{"甲", "乙<", "丙"}},
		{"comments in the source", p(r(t("甲<!-- 注 -->乙"))), []string{"甲", "乙"}, nil},
		{"text box", p(r(t("甲") + `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>` + p(r(t("乙"))) + `</w:txbxContent></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent>` + t("丙"))),
			[]string{"乙", "丙"}, []string{"乙", "丙"}},
		{"hidden and deleted beside", p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>`, r(t("甲乙")), `<w:del><w:r><w:delText>删</w:delText></w:r></w:del>`), []string{"甲乙"}, nil},
	}
	for _, test := range tests {
		t0.Run(test.name, func(t0 *testing.T) {
			data := packed(body(test.in))
			out := add(t0, data, test.marks...)
			content, _ := unpacked(t0, out)
			want := map[string]string{}
			for i, s := range test.marks {
				key := "说：" + strings.NewReplacer("\t", " ", "\n", " ").Replace(s)
				if strings.HasPrefix(test.name, "text box") && i == 0 {
					key = elsewhere
				}
				want[key] = s
				if test.on != nil {
					want[key] = test.on[i]
				}
			}
			got := commented(t0, content, mainPart, "word/comments.xml")
			if diff := cmp.Diff(want, got); diff != "" {
				t0.Error(diff)
			}
			if diff := cmp.Diff(words(read(t0, data)), words(read(t0, out))); diff != "" {
				t0.Error("the text changed", diff)
			}
			before, _ := unpacked(t0, data)
			cleared, n := clearAll(t0, out)
			after, _ := unpacked(t0, cleared)
			if diff := cmp.Diff(before, after); diff != "" || n != len(test.marks) {
				t0.Errorf("%d comments taken out: %s", n, diff)
			}
		})
	}
}
