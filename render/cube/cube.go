// Package cube writes the observations of many reports as open data: one row a
// printed value, for ClickHouse, Trino, Spark, DuckDB or pandas.
//
// The columns say where, what, when, how much and in which line of which
// report. A value is kept twice: as it was printed, and as a number for
// computing with. Nothing is added up or filled in.
package cube

import (
	"io"
	"strconv"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"gangmu/plan"
)

// row is one observation. Names are the columns' names.
type row struct {
	Region    string   `parquet:"region,dict"`
	Indicator string   `parquet:"indicator,dict"` // the catalogue's id, or empty
	Measure   string   `parquet:"measure,dict"`   // level, growth, decline
	Name      string   `parquet:"name,dict"`      // as printed
	Unit      string   `parquet:"unit,dict"`
	Year      int32    `parquet:"year"`
	Period    string   `parquet:"period,dict"` // empty: the whole year
	Role      string   `parquet:"role,dict"`   // target or actual
	Kind      string   `parquet:"kind,dict"`   // of a target its kind, of an actual its quality
	Op        string   `parquet:"op,dict"`
	Value     string   `parquet:"value"`           // with its printed digits
	Number    *float64 `parquet:"number,optional"` // the value for computing; null where there is none
	Text      string   `parquet:"text"`            // as printed
	File      string   `parquet:"file,dict"`
	Line      int32    `parquet:"line"`
	Column    int32    `parquet:"column"`
	Block     string   `parquet:"block,dict"`
}

// Parquet writes observations as one Parquet file. The same observations give
// the same bytes.
func Parquet(w io.Writer, all []plan.Observation) error {
	p := parquet.NewGenericWriter[row](w, parquet.Compression(&zstd.Codec{}))
	rows := make([]row, len(all))
	for i, o := range all {
		rows[i] = newRow(o)
	}
	if _, err := p.Write(rows); err != nil {
		return err
	}
	return p.Close()
}

func newRow(o plan.Observation) row {
	r := row{
		Region: o.Region, Indicator: o.Indicator, Measure: o.Measure, Name: o.Name, Unit: o.Unit,
		Year: int32(o.Year), Period: o.Period, Role: "actual", Kind: o.Kind, Op: o.Op, Value: o.Value, Text: o.Text,
		File: o.File, Line: int32(o.Span.Line), Column: int32(o.Span.Column), Block: o.Span.Block,
	}
	if o.Promised {
		r.Role = "target"
	}
	if n, err := strconv.ParseFloat(o.Value, 64); err == nil {
		r.Number = &n
	}
	return r
}
