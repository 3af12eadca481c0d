package quantity

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// suiteCase is a case of the Recognizers-Text collection.
type suiteCase struct {
	Input   string
	Results []struct {
		Text       string
		Resolution struct{ Value string }
	}
}

// TestRecognizerSuite prints how many numbers of a foreign test collection are
// read alike: whole inputs by Parse, those in sentences by Scan. It is written
// for everyday language, so this only informs.
func TestRecognizerSuite(t *testing.T) {
	for _, name := range []string{"Number/Chinese/NumberModel", "NumberWithUnit/Chinese/DimensionModel", "NumberWithUnit/Chinese/CurrencyModel"} {
		data, err := os.ReadFile(filepath.Join(shared("suites/recognizers"), filepath.FromSlash(name+".json")))
		if err != nil {
			t.Skip("recognizer suite not found: set GANGMU_SHARED")
		}
		var cases []suiteCase
		if err := json.Unmarshal(data, &cases); err != nil {
			t.Fatal(err)
		}
		whole, wholeRight, inside, insideRight := 0, 0, 0, 0
		for _, c := range cases {
			for _, r := range c.Results {
				want, err := strconv.ParseFloat(r.Resolution.Value, 64)
				if err != nil {
					continue
				}
				if r.Text == c.Input {
					whole++
					if q, err := Parse(c.Input); err == nil && sameValue(q, want) {
						wholeRight++
					}
					continue
				}
				inside++
				for m := range Scan(c.Input) {
					if sameValue(m.Quantity, want) {
						insideRight++
						break
					}
				}
			}
		}
		t.Logf("%s: %d of %d whole inputs, %d of %d in sentences", name, wholeRight, whole, insideRight, inside)
	}
}

// sameValue compares with and without the scale, as the collection counts some
// units with it and some without.
func sameValue(q Quantity, want float64) bool {
	bare, _ := strconv.ParseFloat(q.Value.String(), 64)
	exp, _ := readScale(q.Unit.Text, 0)
	for _, v := range []float64{bare, bare * math.Pow10(exp), bare / 100, bare / 1000} {
		if math.Abs(v-want) <= 1e-9*max(1, math.Abs(want)) {
			return true
		}
	}
	return false
}
