package plan

// Year is the indicators of one year, in the order of the report.
func (p *Plan) Year(year int) []Item {
	var items []Item
	for _, it := range p.Indicators {
		if it.Year == year {
			items = append(items, it)
		}
	}
	return items
}

// Measure is the item's first measure, the only one of an indicator; the zero
// Measure when it has none.
func (it Item) Measure() Measure {
	if len(it.Measures) == 0 {
		return Measure{}
	}
	return it.Measures[0]
}

// Top reports a row that counts in a scorecard: not a part (其中) of another.
func (it Item) Top() bool { return it.Of == "" }
