package comment

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
)

const commentsName = "word/comments.xml"

// theirs is a comment of a person on all of its paragraph.
func theirs(id, said string) string {
	return `<w:comment w:id="` + id + `" w:author="审稿人"><w:p w14:paraId="0000000` + id + `">` + r(t(said)) + `</w:p></w:comment>`
}

func commentsIn(inner string) string {
	return `<w:comments xmlns:w="` + transitional + `" xmlns:w14="w14" xmlns:mc="` + compat + `" mc:Ignorable="w14">` + inner + `</w:comments>`
}

// reviewed is a file with a comment of a person on 甲.
func reviewed() parts {
	files := body(p(`<w:commentRangeStart w:id="5"/>`, r(t("甲")), `<w:commentRangeEnd w:id="5"/>`, `<w:r><w:commentReference w:id="5"/></w:r>`, r(t("乙丙"))))
	files["word/_rels/document.xml.rels"] = relations("comments", "comments.xml")
	files[commentsName] = commentsIn(theirs("5", "好"))
	return files
}

func TestPeoplesCommentsStay(t *testing.T) {
	data := packed(reviewed())
	out := add(t, data, "甲乙", "丙")
	content, _ := unpacked(t, out)
	want := map[string]string{"好": "甲", "说：甲乙": "甲乙", "说：丙": "丙"}
	if diff := cmp.Diff(want, commented(t, content, mainPart, commentsName)); diff != "" {
		t.Error(diff)
	}
	cleared, n := clearAll(t, out)
	after, _ := unpacked(t, cleared)
	if diff := cmp.Diff(map[string]string(reviewed()), map[string]string(after)); diff != "" || n != 2 {
		t.Errorf("%d taken out: %s", n, diff)
	}
}

// What an office program makes of a file that it saves anew: other ids, authors
// and initials, no attributes of ours, more about each comment in other parts.
func TestSavedAnew(t *testing.T) {
	const ours = `<w:comment w:id="9" w:author="张三" w:initials="z"><w:p w14:paraId="0A"><w:r><w:t>必须改</w:t></w:r></w:p>` +
		`<w:p w14:paraId="0B"><w:r><w:t>〔纲</w:t></w:r><w:r><w:t>目：rule〕</w:t></w:r></w:p><w:p w14:paraId="0C"/></w:comment>`
	const answer = `<w:comment w:id="10" w:author="李四"><w:p w14:paraId="0D"><w:r><w:t>已改</w:t></w:r></w:p></w:comment>`
	const added = `<w:comment w:id="11" w:author="纲目"><w:p w14:paraId="0E"><w:r><w:t>〔纲目：rule〕</w:t></w:r></w:p><w:p w14:paraId="0F"><w:r><w:t>这里不改</w:t></w:r></w:p></w:comment>`
	mark := func(id, text string) string {
		return `<w:commentRangeStart w:id="` + id + `"/>` + r(text) + `<w:commentRangeEnd w:id="` + id + `"></w:commentRangeEnd><w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:commentReference w:id="` + id + `"/></w:r>`
	}
	files := body(p(mark("9", `<w:t>甲</w:t><w:commentReference w:id="9"/>`), mark("10", `<w:t>乙</w:t>`), mark("11", `<w:t>丙</w:t>`)))
	files["word/_rels/document.xml.rels"] = relations("comments", "comments.xml", "commentsExtended", "/word/ex.xml", "commentsIds", "ids.xml", "commentsExtensible", "more.xml")
	files[commentsName] = commentsIn(ours + answer + added)
	files["word/ex.xml"] = `<x:a xmlns:x="x"><x:commentEx x:paraId="0C" x:done="0"/><x:commentEx x:paraId="0D" x:paraIdParent="0C" x:done="0"/></x:a>`
	files["word/ids.xml"] = `<x:a xmlns:x="x"><x:commentId x:paraId="0C" x:durableId="1C"/><x:commentId x:paraId="0D" x:durableId="1D"/></x:a>`
	files["word/more.xml"] = `<x:a xmlns:x="x"><x:commentExtensible x:durableId="1C"/><x:commentExtensible x:durableId="1D"/></x:a>`
	data := packed(files)
	out, n := clearAll(t, data)
	if n != 1 {
		t.Errorf("%d comments are ours", n)
	}
	content, _ := unpacked(t, out)
	if diff := cmp.Diff(map[string]string{"已改": "乙", "〔纲目：rule〕": "丙"}, commented(t, content, mainPart, commentsName)); diff != "" {
		t.Error(diff)
	}
	for name, want := range map[string]string{
		"word/ex.xml":   `<x:a xmlns:x="x"><x:commentEx x:paraId="0D" x:done="0"/></x:a>`,
		"word/ids.xml":  `<x:a xmlns:x="x"><x:commentId x:paraId="0D" x:durableId="1D"/></x:a>`,
		"word/more.xml": `<x:a xmlns:x="x"><x:commentExtensible x:durableId="1D"/></x:a>`,
	} {
		if diff := cmp.Diff(want, content[name]); diff != "" {
			t.Error(name, diff)
		}
	}
	if want := p(r(`<w:t>甲</w:t>`), mark("10", `<w:t>乙</w:t>`), mark("11", `<w:t>丙</w:t>`)); !strings.Contains(content[mainPart], want) {
		t.Errorf("main part %s", content[mainPart])
	}
}

// A record is void when the part is another one: the marks go all the same.
func TestVoidRecord(t *testing.T) {
	content, _ := unpacked(t, add(t, packed(body(p(r(`<w:t>甲乙丙</w:t>`)))), "乙"))
	content[mainPart] = strings.Replace(content[mainPart], "丙", "丙丁", 1)
	out, n := clearAll(t, packed(content))
	after, _ := unpacked(t, out)
	if got := strings.Join(words(read(t, out)), "|"); n != 1 || got != "甲乙丙丁" || strings.Contains(after[mainPart], "comment") {
		t.Errorf("%d taken out, the text is %s in %s", n, got, after[mainPart])
	}
}

// What a second run says stands in place of what the first one said.
func TestSecondRun(t *testing.T) {
	data := packed(reviewed())
	first := add(t, data, "乙", "丙")
	cleared, n := clearAll(t, first)
	if n != 2 {
		t.Errorf("%d taken out", n)
	}
	content, _ := unpacked(t, add(t, cleared, "乙丙"))
	if diff := cmp.Diff(map[string]string{"好": "甲", "说：乙丙": "乙丙"}, commented(t, content, mainPart, commentsName)); diff != "" {
		t.Error(diff)
	}
}

func TestWritings(t *testing.T) {
	strictly := parts{typesPart: contentTypes, mainPart: mainIn(strict, "w", p(r(`<w:t>甲乙</w:t>`)))}
	other := parts{typesPart: contentTypes, mainPart: strings.NewReplacer("<w:", "<o:", "</w:", "</o:", " w:", " o:").Replace(mainIn(transitional, "o", p(r(`<w:t>甲乙</w:t>`))))}
	plain := parts{typesPart: contentTypes, mainPart: `<document xmlns="` + transitional + `"><body><p><r><t>甲乙</t></r></p></body></document>`}
	inner := parts{typesPart: contentTypes, mainPart: `<a:document xmlns:a="` + transitional + `"><a:body><a:p><b:r xmlns:b="` + transitional + `" xmlns:a="x"><b:t>甲乙</b:t></b:r></a:p></a:body></a:document>`}
	orphan := body(p(r(`<w:t>甲乙</w:t>`)))
	orphan[commentsName] = commentsIn(theirs("1", "无人指向"))
	elsewhereMain := parts{
		typesPart: contentTypes, "_rels/.rels": relations("officeDocument", "/文稿/main.xml"),
		"文稿/main.xml": mainIn(transitional, "w", p(r(`<w:t>甲乙</w:t>`))), "文稿/_rels/main.xml.rels": relations("comments", "/文稿/x.xml"),
		"文稿/x.xml": `<c:comments xmlns:c="` + transitional + `"/>`,
	}
	dangling := body(p(r(`<w:t>甲乙</w:t>`)))
	dangling["word/_rels/document.xml.rels"] = relations("comments", "comments.xml")
	prefixed := body(p(r(`<w:t>甲乙</w:t>`)))
	prefixed[typesPart] = `<x:Types xmlns:x="` + typesSpace + `"/>`
	for name, test := range map[string]struct {
		files          parts
		main, comments string
	}{
		"strict":                    {strictly, mainPart, commentsName},
		"other prefix":              {other, mainPart, commentsName},
		"no prefix":                 {plain, mainPart, commentsName},
		"prefix of the run itself":  {inner, mainPart, commentsName},
		"comments that nobody uses": {orphan, mainPart, "word/comments1.xml"},
		"other names of parts":      {elsewhereMain, "文稿/main.xml", "文稿/x.xml"},
		"comments that are missing": {dangling, mainPart, commentsName},
		"prefixed content types":    {prefixed, mainPart, commentsName},
	} {
		t.Run(name, func(t *testing.T) {
			out := add(t, packed(test.files), "乙")
			content, _ := unpacked(t, out)
			if diff := cmp.Diff(map[string]string{"说：乙": "乙"}, commented(t, content, test.main, test.comments)); diff != "" {
				t.Error(diff)
			}
			if content[typesPart] != test.files[typesPart] && !strings.Contains(content[typesPart], `PartName="/`+test.comments+`"`) {
				t.Error(content[typesPart])
			}
			if left := strings.Contains(content[test.comments], "left"); left != (name != "strict") {
				t.Errorf("written in the other edition: %s", content[test.comments])
			}
			cleared, _ := clearAll(t, out)
			after, _ := unpacked(t, cleared)
			if diff := cmp.Diff(test.files[test.main], after[test.main]); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A comment on a footnote stands at its reference.
func TestNotes(t *testing.T) {
	files := body(p(r(`<w:t>甲</w:t>`), r(`<w:footnoteReference w:id="2"/>`), r(`<w:t>乙</w:t>`)))
	files["word/_rels/document.xml.rels"] = relations("footnotes", "footnotes.xml")
	files["word/footnotes.xml"] = `<w:footnotes xmlns:w="` + transitional + `"><w:footnote w:id="1">` + p(r(`<w:t>别的</w:t>`)) + `</w:footnote><w:footnote w:id="2">` + p(r(`<w:t>脚注</w:t>`)) + `</w:footnote></w:footnotes>`
	content, _ := unpacked(t, add(t, packed(files), "脚注"))
	if diff := cmp.Diff(map[string]string{elsewhere: ""}, commented(t, content, mainPart, commentsName)); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(content[mainPart], `<w:commentRangeStart w:id="1"/>`+r(`<w:footnoteReference w:id="2"/>`)+`<w:commentRangeEnd w:id="1"/>`) {
		t.Error(content[mainPart])
	}
}

// What a comment says is kept whatever characters it holds, with its author and
// date.
func TestComment(t *testing.T) {
	data := packed(body(p(r(`<w:t>甲</w:t>`))))
	doc := read(t, data)
	c := on(t, doc, "甲")
	c.Text = []string{"a<b>&\"c\"\td\x01", "第二段\n还是"}
	c.Label = "x〕y"
	out, err := Add(context.Background(), data, doc, []Comment{c}, Options{Author: `张"三`, Initials: "张", Date: time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	content, _ := unpacked(t, out)
	for _, want := range []string{
		`w:id="1" w:author="张&#34;三" w:date="2030-01-02T03:04:05Z" w:initials="张"`,
		"a&lt;b&gt;&amp;&#34;c&#34; d\uFFFD", "第二段 还是", "〔纲目：xy〕",
	} {
		if !strings.Contains(content[commentsName], want) {
			t.Errorf("%s is not in %s", want, content[commentsName])
		}
	}
	if _, n := clearAll(t, out); n != 1 {
		t.Error("not recognised as ours")
	}
}

func TestRefused(t *testing.T) {
	whole := body(p(r(`<w:t>甲</w:t>`)))
	with := func(name, content string) []byte {
		files := reviewed()
		files[name] = content
		return packed(files)
	}
	for name, test := range map[string]struct {
		data []byte
		code string
	}{
		"no archive":          {[]byte("PK"), document.CodeDamaged},
		"no main part":        {packed(parts{"x": ""}), document.CodeDamaged},
		"truncated":           {packed(whole)[:100], document.CodeDamaged},
		"no content types":    {packed(parts{mainPart: whole[mainPart]}), document.CodeDamaged},
		"broken types":        {packed(parts{mainPart: whole[mainPart], typesPart: "<a>"}), document.CodeDamaged},
		"broken comments":     {with(commentsName, "<w:comments>"), document.CodeDamaged},
		"other comments":      {with(commentsName, `<comments/>`), document.CodeDamaged},
		"entities":            {with(commentsName, `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`), document.CodeUnsafe},
		"nested deeply":       {with(commentsName, strings.Repeat("<a>", 600)+strings.Repeat("</a>", 600)), document.CodeTooLarge},
		"not a single run":    {packed(body(p())), document.CodeEmpty},
		"main part of a page": {packed(parts{mainPart: "<html/>", typesPart: contentTypes}), document.CodeDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			doc := &document.Document{Parts: []string{mainPart}}
			_, err := Add(context.Background(), test.data, doc, []Comment{{On: []document.Range{{Start: 0, End: 9}}}}, Options{})
			var e *document.Error
			if !errors.As(err, &e) || e.Code != test.code {
				t.Errorf("got %v", err)
			}
		})
	}
	if _, _, err := Clear(context.Background(), with(commentsName, "<w:comments>"), document.Limits{}); err == nil {
		t.Error("broken comments were cleared")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Clear(ctx, packed(body(strings.Repeat(p(r(`<w:t>甲</w:t>`)), 5000))), document.Limits{}); err != nil && !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestUntouched(t *testing.T) {
	data := packed(reviewed())
	doc := read(t, data)
	if out := addAll(t, data, doc, nil); string(out) != string(data) {
		t.Error("no comment changes the file")
	}
	if out, n := clearAll(t, data); string(out) != string(data) || n != 0 {
		t.Error("nothing of ours changes the file")
	}
	first, second := string(add(t, data, "乙")), string(add(t, data, "乙"))
	if first != second {
		t.Error("two runs differ")
	}
}
