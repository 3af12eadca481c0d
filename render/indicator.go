package render

import (
	"gangmu/plan"
	"gangmu/target"
)

// Indicator, Target and Actual are the shapes of `read --format json`, for others
// that give the same rows away.
type (
	Indicator = indicatorJSON
	Target    = targetJSON
	Actual    = actualJSON
)

// NewIndicator is a row as `read` prints it.
func NewIndicator(it plan.Item) Indicator { return newIndicatorJSON(it) }

// NewTarget is a target as `read` prints it.
func NewTarget(t target.Target) *Target { return newTargetJSON(t) }

// NewActual is a result as `read` prints it.
func NewActual(f plan.Fact) *Actual { return newActualJSON(f) }
