package monitor_test

import (
	"testing"
	"time"

	"gangmu/monitor"
	"gangmu/monitor/trial"
	"gangmu/quantity"
	"gangmu/target"
)

// The forecasts of a county's 400 series with three earlier years each: required
// in under 200 ms.
func BenchmarkForecast400(b *testing.B) {
	list := trial.Samples(1, monitor.Accumulating, 3, 9, 400)
	b.ReportAllocs()
	for b.Loop() {
		for i := range list {
			if _, ok := monitor.Predict(list[i].Series); !ok {
				b.Fatal("no forecast")
			}
		}
	}
}

// The same with lights and sentences.
func BenchmarkJudge400(b *testing.B) {
	list := trial.Samples(1, monitor.Accumulating, 3, 9, 400)
	for i := range list {
		list[i].Series.Target = target.Target{Kind: target.Bound, Value: quantity.Int(1000), Sense: target.Min}
	}
	set, today := monitor.Defaults(), time.Date(trial.Year, 10, 12, 0, 0, 0, 0, time.UTC)
	b.ReportAllocs()
	for b.Loop() {
		for i := range list {
			monitor.Judge(list[i].Series, today, set)
		}
	}
}
