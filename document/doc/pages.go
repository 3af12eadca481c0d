package doc

import "sort"

// pageSize is the size of a page of formatting in the main stream.
const pageSize = 512

// run is a stretch of the main stream with one formatting.
type run struct {
	from, to int
	settings raw
}

// runs finds the formatting of places in the main stream (PlcBteChpx and
// PlcBtePapx, whose pages are ChpxFkp and PapxFkp).
type runs struct {
	main raw
	list plc
	item int // size of a page's entry for one run
	last run
}

func newRuns(main, list raw, item int) *runs {
	return &runs{main: main, list: newPLC(list, 4), item: item}
}

// at is the run that holds the place at. A place without formatting is a run
// of its own or more.
func (r *runs) at(at int) run {
	if at < r.last.from || at >= r.last.to {
		r.last = r.look(at)
	}
	return r.last
}

func (r *runs) look(at int) run {
	none := run{from: at, to: at + 1}
	i := r.list.find(at)
	if i < 0 || i >= r.list.n {
		return none
	}
	page := r.main.part(r.list.data(i).u32(0)&(1<<22-1)*pageSize, pageSize)
	n := page.u8(pageSize - 1)
	if 4*(n+1)+n*r.item >= pageSize {
		return none
	}
	i = sort.Search(n+1, func(i int) bool { return page.u32(4*i) > at }) - 1
	if i < 0 || i >= n {
		return none
	}
	found := run{from: page.u32(4 * i), to: page.u32(4*i + 4)}
	if at < found.from || at >= found.to {
		return none
	}
	if start := 2 * page.u8(4*(n+1)+i*r.item); start > 0 {
		found.settings = entry(page, start, r.item > 1)
	}
	return found
}

// entry is the settings at a place of a page; those of paragraphs are counted
// in words.
func entry(page raw, at int, words bool) raw {
	n := page.u8(at)
	switch {
	case !words:
		return page.part(at+1, n)
	case n == 0:
		return page.part(at+2, 2*page.u8(at+1))
	}
	return page.part(at+1, 2*n-1)
}
