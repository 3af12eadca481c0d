package target

import (
	"strings"

	"gangmu/quantity"
)

// classes are the water quality classes, best first; 劣Ⅴ类 is the sixth.
var classes = []string{"Ⅰ类", "Ⅱ类", "Ⅲ类", "Ⅳ类", "Ⅴ类", "劣Ⅴ类"}

// spelledClasses are other spellings of the class digits, the longer first.
var spelledClasses = []struct {
	text  string
	class int
}{
	{"III", 3}, {"II", 2}, {"IV", 4}, {"VI", 0}, {"I", 1}, {"V", 5},
	{"Ⅰ", 1}, {"Ⅱ", 2}, {"Ⅲ", 3}, {"Ⅳ", 4}, {"Ⅴ", 5},
	{"一", 1}, {"二", 2}, {"三", 3}, {"四", 4}, {"五", 5},
}

// gradesIn are the classes that s names: Ⅲ类 gives 3, Ⅱ—Ⅲ类 gives 2 and 3.
func gradesIn(s string) (best, worst int) {
	for rest := s; ; {
		i := strings.Index(rest, "类")
		if i < 0 {
			return best, worst
		}
		digits := rest[:i]
		for {
			class, before := lastClass(digits)
			if class == 0 {
				break
			}
			if strings.HasSuffix(before, "劣") {
				class++
			}
			best, worst = least(best, class), max(worst, class)
			digits = strings.TrimRight(before, "-—–~～至到、和或/")
			if digits == before {
				break
			}
		}
		rest = rest[i+len("类"):]
	}
}

func least(a, b int) int {
	if a == 0 {
		return b
	}
	return min(a, b)
}

// lastClass reads the class digit at the end of s.
func lastClass(s string) (class int, before string) {
	for _, c := range spelledClasses {
		if rest, ok := strings.CutSuffix(s, c.text); ok {
			return c.class, rest
		}
	}
	return 0, s
}

// parseGrade reads 保持或优于Ⅲ类, 达到Ⅲ类, Ⅱ类及以上.
func parseGrade(s string) (Target, bool) {
	best, worst := gradesIn(s)
	if best == 0 || best != worst {
		return Target{}, false
	}
	t := Target{Kind: Grade, Grade: classes[worst-1], Sense: Min}
	if containsAny(s, "优于", "好于", "以上", "不低于", "不劣于", "高于") {
		t.Op = quantity.AtLeast
	}
	return t, true
}
