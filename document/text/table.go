package text

import "gangmu/document"

func (r *reader) mayBeTable(l line) bool { return false }

func (r *reader) table() (bool, error) { return false, nil }

var _ = document.Box
