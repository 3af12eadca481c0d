package msword

import "testing"

func TestStyleNames(t *testing.T) {
	tests := []struct {
		name     string
		outline  int // -1 for none
		contents bool
	}{
		{"heading 1", 0, false}, {"Heading 9", 8, false}, {"标题 2", 1, false}, {"heading 10", -1, false},
		{"标题", -1, false}, {"heading x", -1, false}, {"Normal", -1, false}, {"toc 1", -1, true}, {"目录 3", -1, true},
	}
	for _, test := range tests {
		outline, ok := HeadingStyle(test.name)
		if !ok {
			outline = -1
		}
		if outline != test.outline || ContentsStyle(test.name) != test.contents {
			t.Errorf("%s: %d, %v", test.name, outline, ContentsStyle(test.name))
		}
	}
}
