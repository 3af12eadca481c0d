package monitor

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/quantity"
)

var sameNumber = cmp.Comparer(func(a, b quantity.Number) bool { return a.String() == b.String() })

func TestSettingsPrintAndParse(t *testing.T) {
	want := Defaults()
	got, err := ParseSettings(want.String())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got, sameNumber); d != "" {
		t.Error(d)
	}
}

func TestSettingsRefuse(t *testing.T) {
	whole := Defaults().String()
	for name, bad := range map[string]string{
		"a rule missing":      strings.Replace(whole, "stock", "#stock", 1),
		"a rule twice":        whole + "share\tgreen\t1\t2\n",
		"unknown rule":        strings.Replace(whole, "share", "shares", 1),
		"red below yellow":    strings.Replace(whole, "accumulating\tgreen\t10\t30", "accumulating\tgreen\t30\t10", 1),
		"not a light":         strings.Replace(whole, "missed-binding\tred", "missed-binding\tgreen", 1),
		"small red":           strings.Replace(whole, "share\tgreen", "share\tred", 1),
		"months not a number": strings.Replace(whole, "start\t\t1\t3", "start\t\tone\t3", 1),
	} {
		if bad == whole {
			t.Fatalf("%s: the sample does not change the settings", name)
		}
		if _, err := ParseSettings(bad); err == nil {
			t.Errorf("%s: read without an error", name)
		}
	}
}

// What LAW and habit say of the edges: exactly 10 points behind is yellow, exactly
// 30 not yet red.
func TestEdgesOfLights(t *testing.T) {
	s := Defaults()
	for behind, want := range map[string]Light{"-1": Green, "0": Green, "9.9": Green, "10": Yellow, "30": Yellow, "30.1": Red} {
		if got := s.light(Accumulating, quantity.MustNumber(behind)); got != want {
			t.Errorf("%s points behind: %s, want %s", behind, got, want)
		}
	}
}
