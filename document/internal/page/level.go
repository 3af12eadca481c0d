package page

// level is the page turned so that most of its writing is level, without what
// lies outside of it, blank glyphs at odd places and slanted writing.
func (p Page) level() (out Page, slanted int) {
	var turns [4]int
	for _, g := range p.Glyphs {
		if g.Turn != Slanted {
			turns[g.Turn&3]++
		}
	}
	turn := Turn(0)
	for t, n := range turns {
		if n > turns[turn] {
			turn = Turn(t)
		}
	}
	out = Page{Width: p.Width, Height: p.Height}
	if turn%2 == 1 {
		out.Width, out.Height = p.Height, p.Width
	}
	whole := Box{X1: out.Width, Y1: out.Height}
	for _, g := range p.Glyphs {
		switch {
		case !g.finite() || g.Text == "":
			continue
		case g.Turn == Slanted:
			slanted++
			continue
		}
		g.Box = p.turned(g.Box, turn)
		if g.Size <= 0 || g.Size > 4*g.height()+1 {
			g.Size = g.height()
		}
		if g.Size > 0 && whole.holds(g.Box) {
			out.Glyphs = append(out.Glyphs, g)
		}
	}
	for _, r := range p.Rules {
		if r.finite() {
			out.Rules = append(out.Rules, p.turned(r, turn))
		}
	}
	for _, b := range p.Pictures {
		if b.finite() {
			out.Pictures = append(out.Pictures, p.turned(b, turn))
		}
	}
	return out, slanted
}

// turned is where b stands when writing in the direction t is made level.
func (p Page) turned(b Box, t Turn) Box {
	switch t {
	case 1:
		return Box{p.Height - b.Y1, b.X0, p.Height - b.Y0, b.X1}
	case 2:
		return Box{p.Width - b.X1, p.Height - b.Y1, p.Width - b.X0, p.Height - b.Y0}
	case 3:
		return Box{b.Y0, p.Width - b.X1, b.Y1, p.Width - b.X0}
	}
	return b
}
