package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"sync"

	"gangmu/internal/layout"
	"gangmu/vet"
)

// acceptedSuffix is what the name of a report's own file of acceptances ends in.
const acceptedSuffix = ".gangmu"

// acceptances are the files that accept findings: one for all reports, or each
// report's own beside it.
type acceptances struct {
	only string // the one for all reports; empty when each has its own

	mu    sync.Mutex
	files map[string]*acceptanceFile
}

type acceptanceFile struct {
	name  string
	list  []vet.Acceptance
	used  []vet.Acceptance
	rules []string // whose silence means something
}

// of are the acceptances of a report.
func (a *acceptances) of(s *invocation, report string) ([]vet.Acceptance, error) {
	if a.only != "" {
		return a.read(s, a.only)
	}
	if report == stdio {
		return nil, nil
	}
	if _, err := os.Stat(report + acceptedSuffix); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return a.read(s, report+acceptedSuffix)
}

// read reads a file once.
func (a *acceptances) read(s *invocation, name string) ([]vet.Acceptance, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if f := a.files[name]; f != nil {
		return f.list, nil
	}
	data, err := s.load(name)
	if err != nil {
		return nil, about(name, err)
	}
	list, err := vet.ReadAcceptances(data)
	if err != nil {
		return nil, about(name, err)
	}
	if a.files == nil {
		a.files = map[string]*acceptanceFile{}
	}
	a.files[name] = &acceptanceFile{name: name, list: list}
	return list, nil
}

// note keeps which acceptances a report used.
func (a *acceptances) note(report string, r *vet.Result, used []vet.Acceptance) {
	a.mu.Lock()
	defer a.mu.Unlock()
	f := a.files[cmp.Or(a.only, report+acceptedSuffix)]
	if f == nil {
		return
	}
	f.used = append(f.used, used...)
	for _, l := range f.list {
		if r.Answered(l.Rule) {
			f.rules = append(f.rules, l.Rule)
		}
	}
}

// warnUnused names the acceptances that no finding needs any more.
func (a *acceptances) warnUnused(s *invocation) {
	var names []string
	for name := range a.files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		f := a.files[name]
		for _, l := range f.list {
			if slices.Contains(f.used, l) || !slices.Contains(f.rules, l.Rule) {
				continue
			}
			text := both{
				fmt.Sprintf("第%d行接受的问题（%s %s）已不存在，可以删去这一行。", l.Line, l.Fingerprint, l.Rule),
				fmt.Sprintf("line %d accepts a finding that is no more (%s %s): the line can go.", l.Line, l.Fingerprint, l.Rule),
			}
			fmt.Fprintf(s.Stderr, "gangmu: %s: %s\n", layout.Clean(name), text.in(s.lang))
		}
	}
}

// about says in which file besides the reports something is wrong.
func about(file string, err error) error {
	p := problemOf(err)
	return &problem{Code: p.Code, Zh: file + "：" + p.Zh, En: file + ": " + p.En, Cause: err}
}
