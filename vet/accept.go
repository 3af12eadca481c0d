package vet

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gangmu/document"
)

// Acceptance is somebody's decision to let a finding stand.
type Acceptance struct {
	Fingerprint string
	Rule        string
	Reason      string // never empty
	By, On      string // who and when (2031-01-05), where it says so
	Line        int    // of the file that it stands in
}

// CodeAcceptance is the code of errors in a file of acceptances.
const CodeAcceptance = "bad-acceptance"

const largestAcceptances = 1 << 20 // bytes

// ReadAcceptances reads a file of acceptances, one a line:
//
//	FINGERPRINT RULE REASON
//	FINGERPRINT RULE 2031-01-05 NAME：REASON
//
// Blank lines and those that begin with # say nothing. A line without a reason
// is an error, a *document.Error.
func ReadAcceptances(data []byte) ([]Acceptance, error) {
	if len(data) > largestAcceptances {
		return nil, acceptanceError(0, "文件太大，这不是接受问题的清单", "the file is too large to be a list of acceptances")
	}
	if !utf8.Valid(data) { // written by an editor that saves in the system's code page
		if decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data); err == nil {
			data = decoded
		}
	}
	var out []Acceptance
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		a, err := readAcceptance(line, n)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

func readAcceptance(line string, n int) (Acceptance, error) {
	fingerprint, rest := word(line)
	rule, reason := word(rest)
	a := Acceptance{Fingerprint: fingerprint, Rule: rule, Reason: reason, Line: n}
	if date, rest := word(reason); isDate(date) {
		a.On, a.Reason = date, rest
		if by, reason, ok := cutName(rest); ok {
			a.By, a.Reason = by, reason
		}
	}
	switch {
	case !isFingerprint(fingerprint) || rule == "":
		return a, acceptanceError(n, "应当写成“指纹 规则 理由”，指纹见 gangmu vet 的结果", "write FINGERPRINT RULE REASON, the fingerprint as gangmu vet prints it")
	case a.Reason == "":
		return a, acceptanceError(n, "没有写理由：接受一处问题必须说明理由", "no reason is given: an acceptance needs one")
	}
	return a, nil
}

// word splits off the first word.
func word(s string) (first, rest string) {
	if i := strings.IndexAny(s, " \t　"); i >= 0 {
		return s[:i], strings.TrimLeft(s[i:], " \t　")
	}
	return s, ""
}

// cutName splits 张三：已核对.
func cutName(s string) (name, rest string, ok bool) {
	const longest = 20 // characters; what is longer is a sentence with a colon
	i := strings.IndexAny(s, "：:")
	if i <= 0 || utf8.RuneCountInString(s[:i]) > longest {
		return "", s, false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+size:]), true
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

func isFingerprint(s string) bool {
	hash, number, _ := strings.Cut(s, "-")
	return len(hash) == 16 && strings.Trim(hash, "0123456789abcdef") == "" && strings.Trim(number, "0123456789") == ""
}

func acceptanceError(line int, zh, en string) error {
	if line > 0 {
		zh, en = fmt.Sprintf("第%d行%s", line, zh), fmt.Sprintf("line %d: %s", line, en)
	}
	return &document.Error{Code: CodeAcceptance, Message: zh + "。", MessageEn: en + "."}
}

// Accept notes on each finding who lets it stand, and returns the acceptances
// that were used.
func (r *Result) Accept(list []Acceptance) (used []Acceptance) {
	byFingerprint := map[string]*Acceptance{}
	for i := range list {
		byFingerprint[list[i].Fingerprint] = &list[i]
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if a := byFingerprint[f.Fingerprint]; a != nil && a.Rule == f.Rule {
			f.Accepted = a
			used = append(used, *a)
		}
	}
	return used
}
