package page

import "slices"

// frame is where the lines of running text begin and end.
type frame struct {
	left, right float64
	centred     bool // every line stands in the middle
}

// framesOf finds the frame of each column of each page. A page with little text
// has that of the others.
func framesOf(sheets []*sheet) map[[2]int]frame {
	type format struct {
		width  int
		column int
	}
	lines := map[format][]line{}
	for _, s := range sheets {
		for _, e := range s.elements {
			if e.grid == nil {
				f := format{int(s.width), e.column}
				lines[f] = append(lines[f], e.line)
			}
		}
	}
	common := map[format]frame{}
	for f, l := range lines {
		usual, _ := frameOf(l, max(1, len(l)/20))
		if width := float64(f.width); f.column == 0 && usual.right < 0.7*width {
			usual.right = width - usual.left // only short lines: as much is free on both sides
		}
		common[f] = usual
	}
	out := map[[2]int]frame{}
	for _, s := range sheets {
		for column := range 3 {
			var own []line
			for _, e := range s.elements {
				if e.grid == nil && e.column == column {
					own = append(own, e.line)
				}
			}
			usual := common[format{int(s.width), column}]
			f, ok := frameOf(own, 4)
			if !ok || f.right-f.left < 0.8*(usual.right-usual.left) {
				f = usual
			}
			out[[2]int{s.number, column}] = f
		}
	}
	return out
}

// frameOf is the frame whose edges at least need lines reach.
func frameOf(lines []line, need int) (f frame, ok bool) {
	const tolerance = 4.0
	var lefts, rights []float64
	for _, l := range lines {
		lefts = append(lefts, l.X0)
		rights = append(rights, -l.X1)
	}
	left, ok1 := edge(lefts, need, tolerance)
	right, ok2 := edge(rights, need, tolerance)
	// Lines that all begin with an indent, or are all short, show no frame.
	whole := 0
	for _, l := range lines {
		if l.X0-left <= tolerance && -right-l.X1 <= tolerance {
			whole++
		}
	}
	return frame{left: left, right: -right}, ok1 && ok2 && whole > 1
}

// edge is the least value to which need values are near.
func edge(values []float64, need int, tolerance float64) (float64, bool) {
	slices.Sort(values)
	for i := range values {
		if i+need <= len(values) && values[i+need-1]-values[i] <= tolerance {
			return values[i], true
		}
	}
	return 0, false
}
