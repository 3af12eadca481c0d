package main

import (
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/vet"
)

// pairYears finds by content which of several files is last year's report of
// which. A file that cannot be read has no pair; what is wrong with it is said
// when its turn comes. Standard input can be read only once and is left out.
func (v *vetting) pairYears(files []string) {
	if len(files) < 2 {
		return
	}
	v.earlier = map[string]string{}
	editions := make([]vet.Edition, len(files))
	for i, e := range inOrder(len(files), func(i int) vet.Edition { return v.edition(files[i]) }) {
		editions[i] = e
	}
	for i, j := range vet.Pair(editions) {
		if j >= 0 {
			v.earlier[files[i]] = files[j]
		}
	}
}

func (v *vetting) edition(file string) (e vet.Edition) {
	defer func() { _ = recover() }() // said when the file is vetted
	if file == stdio {
		return e
	}
	data, err := v.load(file)
	if err != nil {
		return e
	}
	doc, err := open.Read(v.ctx, file, data, v.limits())
	if err != nil {
		return e
	}
	return vet.EditionOf(extract.Identify(doc))
}

// lastYear is last year's report of a file's place, read again: of many files
// only a few are kept in memory.
func (v *vetting) lastYear(file string) (*vet.Reading, error) {
	name, ok := v.earlier[file]
	if !ok {
		return nil, nil
	}
	r, err := v.read(name)
	if err != nil {
		return nil, err
	}
	return vet.NewReading(name, r.document, r.extracted), nil
}
