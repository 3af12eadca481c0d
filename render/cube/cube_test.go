package cube

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"gangmu/plan"
	"gangmu/span"
)

func TestParquetReadsBack(t *testing.T) {
	all := []plan.Observation{
		{
			Region: "云溪市", Indicator: "grain-output", Measure: "level", Name: "粮食产量", Unit: "万吨", Year: 2031,
			Promised: true, Kind: "bound", Op: ">=", Value: "20.50", Text: "20.50以上", File: "a.txt", Span: span.Span{Line: 7, Column: 2},
		},
		{Region: "云溪市", Name: "河流水质", Year: 2030, Kind: "qualitative", Text: "保持Ⅲ类", File: "a.docx", Span: span.Span{Line: 9, Column: 1, Block: "t1.r2.c3"}},
	}
	var b, again bytes.Buffer
	if err := Parquet(&b, all); err != nil {
		t.Fatal(err)
	}
	if err := Parquet(&again, all); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Fatalf("the same rows gave other bytes (%v)", err)
	}
	got, err := parquet.Read[row](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	n := 20.5
	want := []row{
		{
			Region: "云溪市", Indicator: "grain-output", Measure: "level", Name: "粮食产量", Unit: "万吨", Year: 2031, Role: "target",
			Kind: "bound", Op: ">=", Value: "20.50", Number: &n, Text: "20.50以上", File: "a.txt", Line: 7, Column: 2,
		},
		{Region: "云溪市", Name: "河流水质", Year: 2030, Role: "actual", Kind: "qualitative", Text: "保持Ⅲ类", File: "a.docx", Line: 9, Column: 1, Block: "t1.r2.c3"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParquetOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := Parquet(&b, nil); err != nil {
		t.Fatal(err)
	}
	if got, err := parquet.Read[row](bytes.NewReader(b.Bytes()), int64(b.Len())); err != nil || len(got) != 0 {
		t.Errorf("%d rows, %v", len(got), err)
	}
}
