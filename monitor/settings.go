package monitor

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"gangmu/quantity"
)

//go:embed lights.tsv
var lightsTSV string

// Threshold says how far behind a measure may be. Behind counts in percentage
// points for Accumulating (of the year's target), for Growth and for whatever is
// printed in %, and in percent of the target for other levels.
type Threshold struct {
	Small  Light           // behind, but by less than Yellow
	Yellow quantity.Number // from here on yellow
	Red    quantity.Number // beyond it red
}

// Delay is how many months of delay make a light.
type Delay struct{ Yellow, Red int }

// Settings are the rules of lights as data. They are events of the ledger like
// any other change; Version says which ones made a light.
type Settings struct {
	Version       int64 // sequence of the event that set them; 0 for the defaults
	Levels        map[Kind]Threshold
	MissedBinding Light // a miss that has become certain
	MissedOther   Light // the same of an anticipatory target: at least this
	Start         Delay // of a project: months running in which it should have started
	Statistics    Delay // of a project: months after its start without being in the statistics
}

// Defaults are the settings of lights.tsv.
func Defaults() Settings {
	s, err := ParseSettings(lightsTSV)
	if err != nil {
		panic(err) // the embedded file is tested
	}
	return s
}

// ParseSettings reads settings as lights.tsv writes them. Every rule must stand
// there once, with a red threshold not below the yellow one.
func ParseSettings(text string) (Settings, error) {
	s := Settings{Levels: map[Kind]Threshold{}}
	seen := map[string]bool{}
	for i, line := range strings.Split(text, "\n") {
		f := strings.Split(strings.TrimRight(line, "\r"), "\t")
		if line == "" || strings.HasPrefix(line, "#") || f[0] == "规则" {
			continue
		}
		if len(f) < 4 || seen[f[0]] || s.set(f) != nil {
			return Settings{}, fmt.Errorf("lights, line %d: %.60q: want a known rule once, a light, and two rising numbers", i+1, line)
		}
		seen[f[0]] = true
	}
	if want := len(Kinds) - 1 + len(otherRules); len(seen) != want {
		return Settings{}, fmt.Errorf("lights: %d rules, want %d", len(seen), want)
	}
	return s, nil
}

var otherRules = []string{"missed-binding", "missed-other", "start", "statistics"}

// set takes one line: rule, light of what is less, yellow from, red beyond.
func (s *Settings) set(f []string) error {
	rule, small := f[0], Light(f[1])
	switch rule {
	case "missed-binding", "missed-other":
		if small != Yellow && small != Red {
			return strconv.ErrSyntax
		}
		if rule == "missed-binding" {
			s.MissedBinding = small
		} else {
			s.MissedOther = small
		}
		return nil
	case "start", "statistics":
		d, err := delay(f[2], f[3])
		if rule == "start" {
			s.Start = d
		} else {
			s.Statistics = d
		}
		return err
	}
	return s.setLevel(Kind(rule), small, f[2], f[3])
}

func (s *Settings) setLevel(k Kind, small Light, yellow, red string) error {
	y, err1 := quantity.ParseNumber(yellow)
	r, err2 := quantity.ParseNumber(red)
	known := false
	for _, each := range Kinds {
		known = known || each == k && k != Graded
	}
	if !known || err1 != nil || err2 != nil || y.Sign() < 0 || r.Cmp(y) < 0 || small != Green && small != Yellow {
		return strconv.ErrSyntax
	}
	s.Levels[k] = Threshold{small, y, r}
	return nil
}

func delay(yellow, red string) (Delay, error) {
	y, err1 := strconv.Atoi(yellow)
	r, err2 := strconv.Atoi(red)
	if err1 != nil || err2 != nil || y < 1 || r < y {
		return Delay{}, strconv.ErrSyntax
	}
	return Delay{y, r}, nil
}

// String writes the settings as ParseSettings reads them, without remarks.
func (s Settings) String() string {
	var b strings.Builder
	for _, k := range Kinds {
		if t, ok := s.Levels[k]; ok {
			fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", k, t.Small, t.Yellow, t.Red)
		}
	}
	fmt.Fprintf(&b, "missed-binding\t%s\t\t\nmissed-other\t%s\t\t\n", s.MissedBinding, s.MissedOther)
	fmt.Fprintf(&b, "start\t\t%d\t%d\nstatistics\t\t%d\t%d\n", s.Start.Yellow, s.Start.Red, s.Statistics.Yellow, s.Statistics.Red)
	return b.String()
}

// light is the light of being behind by so much.
func (s Settings) light(k Kind, behind quantity.Number) Light {
	t := s.Levels[k]
	switch {
	case behind.Sign() <= 0:
		return Green
	case behind.Cmp(t.Red) > 0:
		return Red
	case behind.Cmp(t.Yellow) >= 0:
		return Yellow
	}
	return t.Small
}
