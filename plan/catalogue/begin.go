package catalogue

import "gangmu/internal/words"

// mayBegin reports that a printed name can be one of the catalogue's by its first
// two characters. Most of what is looked up is no name, and this tells so at once.
func (d *data) mayBegin(name string) bool {
	if b := beginning(name); len(b) == twoChinese && changing.Begins(b) < 0 && changing.Begins(b[twoChinese/2:]) < 0 {
		return d.begins[b] || d.begins[b[:twoChinese/2]] || places.Begins(name) >= 0
	}
	return true
}

// changing begin what lookups cut off or spell in another way.
var changing = words.New("其", "国", "地", "生", "规", "的")

const twoChinese = len("名称")

// beginning is the first two characters of a name where both are Chinese, else the
// first, if it is.
func beginning(name string) string {
	n := 0
	for n < twoChinese && n < len(name) && 0xE4 <= name[n] && name[n] <= 0xE9 {
		n += len("字")
	}
	return name[:min(n, len(name))]
}
