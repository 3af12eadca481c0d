package cube

import (
	"bytes"
	"errors"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"gangmu/plan"
	"gangmu/span"
)

// row is what another implementation of the format reads. Its tags say how the
// columns are to be.
type row struct {
	Region    string   `parquet:"region"`
	Indicator string   `parquet:"indicator"`
	Measure   string   `parquet:"measure"`
	Name      string   `parquet:"name"`
	Unit      string   `parquet:"unit"`
	Year      int32    `parquet:"year"`
	Period    string   `parquet:"period"`
	Role      string   `parquet:"role"`
	Kind      string   `parquet:"kind"`
	Op        string   `parquet:"op"`
	Value     string   `parquet:"value"`
	Number    *float64 `parquet:"number,optional"`
	Text      string   `parquet:"text"`
	File      string   `parquet:"file"`
	Line      int32    `parquet:"line"`
	Column    int32    `parquet:"column"`
	Block     string   `parquet:"block"`
}

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

// Many rows, in several groups, with dictionaries of every width and gaps in the
// numbers, come back as they were.
func TestParquetOfMany(t *testing.T) {
	const n = groupRows + 1000
	all := make([]plan.Observation, n)
	for i := range all {
		all[i] = plan.Observation{Region: "云溪市", Indicator: strconv.Itoa(i % 3), Name: strconv.Itoa(i), Year: 2000 + i%30, Value: strconv.Itoa(i), Text: "约" + strconv.Itoa(i)}
		if i%7 == 0 {
			all[i].Value = ""
		}
	}
	var b bytes.Buffer
	if err := Parquet(&b, all); err != nil {
		t.Fatal(err)
	}
	got, err := parquet.Read[row](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || len(got) != n {
		t.Fatalf("%d rows, %v", len(got), err)
	}
	for i, r := range got {
		o := all[i]
		if r.Region != o.Region || r.Indicator != o.Indicator || r.Name != o.Name || int(r.Year) != o.Year || r.Value != o.Value || r.Text != o.Text {
			t.Fatalf("row %d: %+v", i, r)
		}
		if (r.Number == nil) != (o.Value == "") || r.Number != nil && *r.Number != float64(i) {
			t.Fatalf("row %d: number %v of %q", i, r.Number, o.Value)
		}
	}
}

// A writer that fails is told.
func TestParquetFails(t *testing.T) {
	cause := errors.New("full")
	if err := Parquet(failing{cause}, nil); !errors.Is(err, cause) {
		t.Errorf("%v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
