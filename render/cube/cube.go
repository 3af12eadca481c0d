// Package cube writes the observations of many reports as open data: one row a
// printed value, for ClickHouse, Trino, Spark, DuckDB or pandas.
//
// The columns say where, what, when, how much and in which line of which
// report. A value is kept twice: as it was printed, and as a number for
// computing with. Nothing is added up or filled in.
//
// The file is Apache Parquet, of which the package writes what these columns need
// and no more: data pages of the first version, dictionaries for texts that come
// again, gzip. Nested columns, statistics, indexes, encryption and reading are left
// out.
package cube

import (
	"io"
	"strconv"

	"gangmu/plan"
)

// columns are those of the file, in their order.
var columns = []column{
	words("region", func(o plan.Observation) string { return o.Region }),
	words("indicator", func(o plan.Observation) string { return o.Indicator }), // the catalogue's id, or empty
	words("measure", func(o plan.Observation) string { return o.Measure }),     // level, growth, decline
	words("name", func(o plan.Observation) string { return o.Name }),           // as printed
	words("unit", func(o plan.Observation) string { return o.Unit }),
	integers("year", func(o plan.Observation) int { return o.Year }),
	words("period", func(o plan.Observation) string { return o.Period }), // empty: the whole year
	words("role", role),
	words("kind", func(o plan.Observation) string { return o.Kind }), // of a target its kind, of an actual its quality
	words("op", func(o plan.Observation) string { return o.Op }),
	texts("value", func(o plan.Observation) string { return o.Value }), // with its printed digits
	numbers("number", number), // the value for computing; null where there is none
	texts("text", func(o plan.Observation) string { return o.Text }), // as printed
	words("file", func(o plan.Observation) string { return o.File }),
	integers("line", func(o plan.Observation) int { return o.Span.Line }),
	integers("column", func(o plan.Observation) int { return o.Span.Column }),
	words("block", func(o plan.Observation) string { return o.Span.Block }),
}

func role(o plan.Observation) string {
	if o.Promised {
		return "target"
	}
	return "actual"
}

func number(o plan.Observation) (float64, bool) {
	n, err := strconv.ParseFloat(o.Value, 64)
	return n, err == nil
}

// Parquet writes observations as one Parquet file. The same observations give
// the same bytes.
func Parquet(w io.Writer, all []plan.Observation) error {
	return writeFile(w, columns, all)
}
