// Package monitor watches a plan during its year: how far each measure is
// against its pace, what the rest of the year must bring, where the year will
// probably end, and which light that makes - with one sentence of arithmetic.
//
// # What it decides
//
//   - Pace (序时进度) is month/12, only for measures that accumulate from zero. A
//     growth rate is compared with its target in points; a share, a stock or a
//     ceiling with its target or the straight path from last year's value.
//     Milestones, where the plan sets them, take the place of both paths.
//   - A light is a function of the settings, the target and the values given;
//     the order of the values does not matter, and of two values for one period
//     the one with the higher sequence counts. The thresholds are data
//     (lights.tsv), see Settings. The forecast never sets a light: it is an
//     estimate, a light is arithmetic that anyone can do again.
//   - Percentages and points are rounded to one decimal first, and a light goes
//     by what its sentence prints, so that sentence and light cannot disagree.
//   - What cannot be said is said to be so, with the reason (None).
//
// What is printed is computed in exact decimals; only the forecast uses floats.
// How it is made and how well it does is told in docs/monitoring.md.
//
// # What it leaves out
//
// Who answers for a measure, when he reported, what was approved, where values
// are stored: package reporting. There is no clock here: the day is an argument.
package monitor
