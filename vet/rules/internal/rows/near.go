package rows

import "unicode/utf8"

// Nearest is the row whose name has most in common with a printed one, and how
// much that is: the part of the longer name that stands in the other in order.
func (t Table) Nearest(printed string) (best Row, likeness float64) {
	name := squeeze(cutValue(printed))
	for i := range t {
		if l := Likeness(name, t[i].name); l > likeness {
			best, likeness = t[i], l
		}
	}
	return best, likeness
}

// Likeness is the length of the longest common subsequence of two names over
// that of the longer: 1 for the same name.
func Likeness(a, b string) float64 {
	longest := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	if longest == 0 || longest > longestName {
		return 0
	}
	return float64(common([]rune(a), []rune(b))) / float64(longest)
}

// longestName bounds the work: no indicator has a longer one.
const longestName = 60

func common(x, y []rune) int {
	row := make([]int, len(y)+1)
	for _, r := range x {
		diagonal := 0
		for j, s := range y {
			above := row[j+1]
			if r == s {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(y)]
}
