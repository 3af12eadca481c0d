package quantity

// Relation is how two printed statements of one fact stand to each other.
type Relation uint8

const (
	// Agree: the same, or the more precise one rounds half up to the other.
	Agree Relation = iota
	// Truncated: the more precise one gives the other only when cut off, not
	// rounded. It excuses a computed share or growth, not a restated value.
	Truncated
	// Compatible: at least one is a bound, a range or approximate, and some
	// value fits both.
	Compatible
	// Differ: no value fits both.
	Differ
	// Incomparable: they measure different things; Comparison.Reason says why.
	Incomparable
)

// String is the relation's name in Chinese.
func (r Relation) String() string {
	return [...]string{"一致", "仅截尾一致", "相容", "不一致", "不可比"}[r]
}

// Comparison is the outcome of Compare, with what both statements admit.
type Comparison struct {
	Relation Relation
	A, B     Interval // in Unit
	Unit     Unit     // the base unit of both
	Reason   string   // why they cannot be compared, in Chinese
}

// Compare tells whether two printed statements of one fact can both stand. Two
// plain numbers agree when the more precise one, rounded half up to the other's
// printed digits, equals it; there is no other tolerance.
func Compare(a, b Quantity) Comparison {
	if reason := incomparable(a, b); reason != "" {
		return Comparison{Relation: Incomparable, A: a.Interval(), B: b.Interval(), Reason: reason}
	}
	unit := Unit{Text: a.Unit.Base, Dim: a.Unit.Dim, Base: a.Unit.Base, Scale: Int(1)}
	c := Comparison{A: a.Base(), B: b.Base(), Unit: unit}
	c.Relation = relate(a, b, c)
	return c
}

func incomparable(a, b Quantity) string {
	switch {
	case (a.Form == Ratio) != (b.Form == Ratio):
		return "一方是比例，另一方不是"
	case a.Form == Ratio && len(a.Parts) != len(b.Parts):
		return "比例的项数不同"
	case a.Form == Ratio || a.Unit.Same(b.Unit):
		return ""
	case a.Unit.Dim == None || b.Unit.Dim == None:
		return "一方没有计量单位"
	case a.Unit.Dim != b.Unit.Dim:
		return "计量单位“" + a.Unit.Text + "”与“" + b.Unit.Text + "”不是同一种量"
	}
	return "计量单位“" + a.Unit.Text + "”与“" + b.Unit.Text + "”不能换算"
}

func relate(a, b Quantity, c Comparison) Relation {
	switch {
	case Exact(a, b):
		return Agree
	case a.Form == Ratio:
		return relateRatios(a, b)
	case a.plain() && b.plain():
		return relatePlain(a, b)
	case c.A.Overlaps(c.B):
		return Compatible
	}
	return Differ
}

// plain reports a number that stands for itself: no bound, no range.
func (q Quantity) plain() bool { return q.Op == Equal && (q.Form == Single || q.Form == Fraction) }

// relatePlain rounds the finer number to the other's printed digits.
func relatePlain(a, b Quantity) Relation {
	if a.coarseness().Cmp(b.coarseness()) < 0 {
		a, b = b, a
	}
	fine := convert(b.Value, b.Unit.scale(), a.Unit.scale())
	places := a.Value.Places()
	switch {
	case a.Form == Fraction || b.coarseness().Equal(a.coarseness()):
		if fine.Equal(a.Value) {
			return Agree
		}
	case fine.Round(places).Equal(a.Value):
		return Agree
	case fine.Trunc(places).Equal(a.Value):
		return Truncated
	}
	return Differ
}

// coarseness is one unit of the last printed digit, in the base unit. A
// fraction is exact, finer than any print.
func (q Quantity) coarseness() Number {
	if q.Form == Fraction {
		return Number{}
	}
	return Int(1).Shift(-q.Value.Places()).Mul(q.Unit.scale())
}

// relateRatios compares part by part; all parts must round the same way, as a
// rounded part beside a truncated one is no restatement.
func relateRatios(a, b Quantity) Relation {
	worst := Agree
	for i := range a.Parts {
		r := relatePlain(Quantity{Value: a.Parts[i]}, Quantity{Value: b.Parts[i]})
		if r == Differ {
			return Differ
		}
		worst = max(worst, r)
	}
	return worst
}

// Exact reports that two statements say the same: for targets, where 35.5 and
// 35 differ. Printed digits and units may differ (0.8万人 and 8000人), bounds
// may not.
func Exact(a, b Quantity) bool {
	if a.Form != b.Form || a.Op != b.Op || a.Near != b.Near || len(a.Parts) != len(b.Parts) {
		return false
	}
	for i := range a.Parts {
		if !a.Parts[i].Equal(b.Parts[i]) {
			return false
		}
	}
	if a.Form == Ratio {
		return true
	}
	if !a.Unit.Same(b.Unit) {
		return false
	}
	x, y := a.Unit.scale(), b.Unit.scale()
	return a.Value.Mul(x).Equal(b.Value.Mul(y)) && a.High.Mul(x).Equal(b.High.Mul(y))
}
