package brief

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gangmu/fault"
	"gangmu/quantity"
	"gangmu/render/word"
)

// text collects a paragraph's runs.
type text struct{ runs []word.Run }

func (t *text) plain(s string) *text {
	if s != "" {
		t.runs = append(t.runs, word.Run{Text: s})
	}
	return t
}

func (t *text) figure(s string, r Ref) *text {
	if r == (Ref{}) || s == "" {
		return t.plain(s)
	}
	t.runs = append(t.runs, word.Run{Text: s, Tag: tag(r), Title: "依据：第" + strconv.FormatInt(r.Seq, 10) + "号"})
	return t
}

// sentence binds every quantity of a sentence: one right after 目标 to the target's
// reference, any other to that of the value which the sentence is about. Dates and
// numbers of names are no quantities.
func (t *text) sentence(s string, value, target Ref) *text {
	at := 0
	for m := range quantity.Scan(s) {
		if m.Kind != quantity.Amount || m.NumStart < at {
			continue
		}
		r := value
		if strings.HasSuffix(s[:m.NumStart], "目标") && target != (Ref{}) {
			r = target
		}
		t.plain(s[at:m.NumStart]).figure(s[m.NumStart:m.NumEnd], r)
		at = m.NumEnd
	}
	return t.plain(s[at:])
}

func (t *text) block(role word.Role) word.Block {
	runs := make([]word.Run, len(t.runs))
	for i, r := range t.runs {
		r.Text = word.Printable(r.Text)
		runs[i] = r
	}
	return word.Block{Role: role, Runs: runs}
}

// String is the text without its bindings.
func (t *text) String() string {
	var s string
	for _, r := range t.runs {
		s += r.Text
	}
	return s
}

// tag is a reference as a content control carries it.
func tag(r Ref) string { return strconv.FormatInt(r.Seq, 10) + " " + r.Fact }

// check refuses references that a content control cannot carry.
func (m Month) check() error {
	refs := []Ref{m.ref()}
	for _, r := range m.Rows {
		refs = append(refs, r.Target.Ref, r.LastYear.Ref, r.Value.Ref)
	}
	for _, n := range m.Notes {
		refs = append(refs, n.Ref)
	}
	for _, r := range refs {
		if utf8.RuneCountInString(tag(r)) > word.TagLimit || word.Printable(r.Fact) != r.Fact {
			return &fault.Error{
				Kind: fault.Internal, Code: "brief-reference",
				Zh: "有的数据编号太长，写不进Word文件。请把这条提示告诉系统管理员。", En: "An id of a fact is too long for a Word file. Tell the system administrator.",
				Cause: fmt.Errorf("reference %.80q", tag(r)),
			}
		}
	}
	return nil
}

// ref is what counts over all rows rest on.
func (m Month) ref() Ref { return Ref{Fact: m.Plan, Seq: m.Seq} }
