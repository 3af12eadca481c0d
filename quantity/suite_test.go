package quantity

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cockroachdb/apd/v3"
	"golang.org/x/text/width"
)

// suiteFiles are the files of the Recognizers-Text collection, how their
// results are told from what Recognize finds, and the rate to be reached.
var suiteFiles = []struct {
	name  string
	adapt func(text string, e Entity) (suiteResult, bool)
	rate  float64
}{
	{"Number/Chinese/NumberModel.json", suiteNumber, 0.95},
	{"Number/Chinese/NumberRangeModel.json", suiteRange, 0.95},
	{"Number/Chinese/OrdinalModel.json", suiteOrdinal, 1},
	{"NumberWithUnit/Chinese/CurrencyModel.json", suiteCurrency, 0.95},
	{"NumberWithUnit/Chinese/DimensionModel.json", suiteDimension, 0.95},
}

// suiteCase is a case of the collection.
type suiteCase struct {
	Input                              string
	NotSupported, NotSupportedByDesign string
	Results                            []struct {
		Text       string
		Resolution struct{ Value, Unit, IsoCurrency string }
	}
}

// dotnet reports that the collection's own first implementation fails the case.
func (c suiteCase) dotnet() bool {
	return strings.Contains(c.NotSupported+c.NotSupportedByDesign, "dotnet")
}

// suiteResult is one number as the collection states it.
type suiteResult struct{ text, value, unit, iso string }

func (r suiteResult) String() string {
	return strings.TrimSpace(fmt.Sprintf("“%s” %s %s %s", r.text, r.value, r.unit, r.iso))
}

// TestRecognizerSuite holds Recognize to the collection: at least the rate of
// each file over the cases that are not left out in
// testdata/recognizers-exclusions.tsv.
func TestRecognizerSuite(t *testing.T) {
	excluded := suiteExclusions(t)
	for _, f := range suiteFiles {
		t.Run(strings.TrimSuffix(filepath.Base(f.name), ".json"), func(t *testing.T) {
			all, right, counted, countedRight := 0, 0, 0, 0
			for _, c := range suiteCases(t, f.name) {
				if c.dotnet() {
					continue
				}
				want, got := c.want(), suiteGot(c.Input, f.adapt)
				same := want == got
				all++
				right += count(same)
				if reason, out := excluded[f.name][c.Input]; out {
					if same {
						t.Errorf("%s: left out for “%s”, yet read alike", c.Input, reason)
					}
					excluded[f.name][c.Input] = ""
					continue
				}
				counted++
				countedRight += count(same)
				if !same {
					t.Logf("%s\n got %s\nwant %s", c.Input, got, want)
				}
			}
			rate := float64(countedRight) / float64(counted)
			t.Logf("%d of %d (%.1f%%); with the cases left out %d of %d (%.1f%%)", countedRight, counted, 100*rate, right, all, 100*float64(right)/float64(all))
			if rate < f.rate {
				t.Errorf("%.1f%% are too few", 100*rate)
			}
			for in, reason := range excluded[f.name] {
				if reason != "" {
					t.Errorf("left out, but not in the collection: %s", in)
				}
			}
		})
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func suiteCases(t *testing.T, name string) (cases []suiteCase) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared("suites/recognizers"), filepath.FromSlash(name)))
	if err != nil {
		t.Skip("recognizer suite not found: set GANGMU_SHARED")
	}
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// suiteExclusions are the reasons why cases are left out, by file and input.
func suiteExclusions(t *testing.T) map[string]map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/recognizers-exclusions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 3 || f[2] == "" {
			t.Fatalf("exclusions: %q", line)
		}
		if out[f[0]] == nil {
			out[f[0]] = map[string]string{}
		}
		out[f[0]][f[1]] = f[2]
	}
	return out
}

func (c suiteCase) want() string {
	var out []string
	for _, r := range c.Results {
		v := r.Resolution
		out = append(out, suiteResult{suiteText(r.Text), suiteValue(v.Value), v.Unit, v.IsoCurrency}.String())
	}
	return strings.Join(out, "; ")
}

func suiteGot(input string, adapt func(string, Entity) (suiteResult, bool)) string {
	var out []string
	for _, e := range Recognize(input) {
		if r, ok := adapt(input, e); ok {
			r.text, r.value = suiteText(r.text), suiteValue(r.value)
			out = append(out, r.String())
		}
	}
	return strings.Join(out, "; ")
}

// suiteText is a text as the collection quotes it: half-width, small letters,
// nothing of its blanks compared.
func suiteText(s string) string {
	return strings.ReplaceAll(strings.ToLower(width.Narrow.String(s)), " ", "")
}

// suiteValue rounds a number to the 15 digits that the collection gives;
// intervals stay as they are.
func suiteValue(s string) string {
	d, _, err := apd.NewFromString(s)
	if err != nil {
		return s
	}
	_, _ = apd.BaseContext.WithPrecision(15).Round(d, d)
	d.Reduce(d)
	return d.String()
}

// suiteNumber gives the numbers alone. Percentages with their sign are none
// for the collection; ordinals are, without 第.
func suiteNumber(text string, e Entity) (suiteResult, bool) {
	r := suiteResult{text: strings.TrimPrefix(text[e.NumStart:e.NumEnd], "第"), value: e.Quantity.Value.String()}
	return r, e.Quantity.Unit.Text != "％" && e.Quantity.Unit.Text != "%" || strings.Contains(text[e.Start:e.NumStart], "分之")
}

// suiteRange gives bounds and ranges, without their units. The collection
// leaves out the upper end of a range, which this package takes in; it
// knows no upper bound of 五百多 and leaves 大概有 out of the text.
func suiteRange(text string, e Entity) (suiteResult, bool) {
	q := e.Quantity
	low, high := "("+q.Value.Plain().String(), ")"
	switch {
	case q.Form == Range:
		high = q.High.Plain().String() + ")"
		if e.To == AtMost {
			high = q.High.Plain().String() + "]"
		}
		if e.From != More {
			low = "[" + q.Value.Plain().String()
		}
	case q.Op == AtLeast:
		low = "[" + q.Value.Plain().String()
	case q.Op == AtMost:
		low, high = "(", q.Value.Plain().String()+"]"
	case q.Op == Less:
		low, high = "(", q.Value.Plain().String()+")"
	case q.Op == Equal && strings.HasPrefix(text[e.Start:], "等于"):
		low, high = "["+q.Value.Plain().String(), q.Value.Plain().String()+"]"
	case q.Op != More:
		return suiteResult{}, false
	}
	end := e.End
	if strings.HasSuffix(text[:end], q.Unit.Text) {
		end -= len(q.Unit.Text)
	}
	return suiteResult{text: strings.TrimPrefix(text[e.Start:end], "大概有"), value: low + "," + high}, true
}

func suiteOrdinal(text string, e Entity) (suiteResult, bool) {
	return suiteResult{text: text[e.Start:e.NumEnd], value: e.Quantity.Value.String()}, e.Kind == Ordinal
}

// suiteMoney names the currencies as the collection does. It tells 美元 from a
// dollar sign, which this package takes for the same.
var suiteMoney = map[string][2]string{
	"元": {"Chinese yuan", "CNY"}, "美元": {"United States dollar", "USD"}, "$": {"Dollar", ""},
	"欧元": {"Euro", "EUR"}, "港元": {"Hong Kong dollar", "HKD"}, "日元": {"Japanese yen", "JPY"},
	"新台币": {"New Taiwan dollar", "TWD"}, "瑞士法郎": {"Swiss franc", "CHF"}, "奈拉": {"Nigerian naira", "NGN"}, "比特币": {"Bitcoin", ""},
}

func suiteCurrency(text string, e Entity) (suiteResult, bool) {
	u := e.Quantity.Unit
	name, ok := suiteMoney[u.Text]
	if !ok {
		name = suiteMoney[u.Base]
	}
	if text[e.Start] == '$' {
		name = suiteMoney["$"]
	}
	v := e.Quantity.Value.Mul(u.Scale)
	return suiteResult{text[e.Start:e.End], v.String(), name[0], name[1]}, u.Dim == Money
}

// suiteUnits names the units as the collection does.
var suiteUnits = map[string]string{
	"亩": "Mu", "公斤": "Kilogram", "千克": "Kilogram", "克": "Gram", "微克": "Microgram", "吨": "Ton", "斤": "Jin", "两": "Liang",
	"公分": "Centimeter", "cm": "Centimeter", "CM": "Centimeter", "m": "Meter", "米": "Meter", "千米": "Kilometer",
	"千比特": "Kilobit", "千字节": "Kilobyte", "兆字节": "Megabyte",
}

func suiteDimension(text string, e Entity) (suiteResult, bool) {
	u := e.Quantity.Unit
	switch u.Dim {
	case Area, Volume, Mass, Length, Data, Degree:
		return suiteResult{text: text[e.NumStart:e.End], value: e.Quantity.Value.String(), unit: suiteUnits[u.Text]}, true
	}
	return suiteResult{}, false
}
