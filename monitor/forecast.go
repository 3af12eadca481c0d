package monitor

// Forecast is where the year will probably end, in the unit of the series.
type Forecast struct {
	Value     float64
	Low, High float64 // holds the year's value with the probability Coverage
	Past      int     // how many earlier years it could learn from
}

// Coverage is the nominal probability of a forecast's range.
const Coverage = 0.8

// estimate adds the forecast to the judgement.
func (w *watch) estimate() {}
