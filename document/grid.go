package document

// Grid is the table as rows times columns. A merged cell stands at each of its
// places; nil is a place without a cell. Spans that reach beyond the table end
// at its edge.
func (t *Table) Grid() [][]*Cell {
	width := t.Columns
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			width = max(width, c.Col+1)
		}
	}
	places := make([]*Cell, len(t.Rows)*width)
	grid := make([][]*Cell, len(t.Rows))
	for r := range grid {
		grid[r] = places[r*width : (r+1)*width : (r+1)*width]
	}
	for r := range t.Rows {
		for i := range t.Rows[r].Cells {
			c := &t.Rows[r].Cells[i]
			for _, places := range grid[r:min(len(grid), r+max(c.RowSpan, 1))] {
				fill(places[c.Col:min(width, c.Col+max(c.ColSpan, 1))], c)
			}
		}
	}
	return grid
}

// fill puts c into the places that no other cell holds.
func fill(places []*Cell, c *Cell) {
	for i := range places {
		if places[i] == nil {
			places[i] = c
		}
	}
}
