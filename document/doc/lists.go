package doc

import (
	"strings"

	"gangmu/document/internal/msword"
)

// formats names the number formats (MSONFC) as docx does; others are printed as
// plain digits.
var formats = map[int]string{
	1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
	10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 17: "japaneseDigitalTenThousand",
	18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet",
	26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
	29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
	33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
	37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand", 57: "numberInDash",
	0xFF: "none",
}

// Sizes of the parts of lists.
const (
	layoutHead = 28 // LSTF
	levelHead  = 28 // LVLF
	listHead   = 16 // LFO
	changeHead = 8  // LFOLVL
)

// mostLists is how many lists there can be: more have no number to name them.
const mostLists = 0x7FE

// readLists reads the lists (PlfLfo) with their layouts (PlfLst). Word opens
// documents without them.
func readLists(f *file) []*msword.List {
	layouts := readLayouts(f)
	b := f.part(listsPart)
	n := min(b.u32(0), len(b)/listHead, mostLists)
	heads, changes := b.from(4), b.from(4+n*listHead)
	out := make([]*msword.List, 0, n)
	for i := range n {
		l := &msword.List{Layout: layouts[heads.u32(i*listHead)], Changed: map[int]msword.Level{}, Starts: map[int]int{}}
		if l.Layout == nil {
			l.Layout = &msword.Layout{}
		}
		changes = readChanges(l, changes, heads.u8(i*listHead+12))
		out = append(out, l)
	}
	return out
}

// readLayouts reads the layouts (LSTF), by their ids. Their levels follow
// behind all of them.
func readLayouts(f *file) map[int]*msword.Layout {
	b, levels := f.part(layoutsPart), f.behind(layoutsPart)
	out := map[int]*msword.Layout{}
	for i := range min(b.u16(0), len(b)/layoutHead) {
		head := b.part(2+i*layoutHead, layoutHead)
		l := &msword.Layout{}
		n := len(l)
		if head.u8(26)&1 != 0 { // simple
			n = 1
		}
		for j := range n {
			l[j], levels = readLevel(levels)
		}
		out[head.u32(0)] = l
	}
	return out
}

// readChanges reads how a list departs from its layout (LFOData), and is what
// follows.
func readChanges(l *msword.List, b raw, n int) raw {
	b = b.from(4)
	for range n {
		start, flags := b.u32(0), b.u32(4)
		i := flags & 0xF
		b = b.from(changeHead)
		if flags&0x20 != 0 {
			var changed msword.Level
			if changed, b = readLevel(b); i < msword.Levels {
				l.Changed[i] = changed
				start = changed.Start
			}
		}
		if flags&0x10 != 0 && i < msword.Levels {
			l.Starts[i] = start
		}
	}
	return b
}

// readLevel reads a level (LVL), and is what follows.
func readLevel(b raw) (msword.Level, raw) {
	l := msword.Level{Start: int(int32(b.u32(0))), Format: formats[b.u8(4)], Restart: -1}
	flags := b.u8(5)
	l.Legal = flags&4 != 0
	if flags&8 != 0 {
		l.Restart = b.u8(26)
	}
	switch b.u8(15) {
	case 1:
		l.Suffix = "space"
	case 2:
		l.Suffix = "nothing"
	}
	b = b.from(levelHead + b.u8(24) + b.u8(25))
	n := b.u16(0)
	l.Text = layout(b.text(2, n))
	return l, b.from(2 + 2*n)
}

// layout writes the numbers of levels, which are the characters 0 to 8, as %1
// to %9.
func layout(s string) string {
	var out strings.Builder
	for _, r := range s {
		if r < msword.Levels {
			out.WriteByte('%')
			r += '1'
		}
		out.WriteRune(r)
	}
	if out.Len() > msword.LongestLabel {
		return ""
	}
	return out.String()
}

// number counts a paragraph and is its printed number, "" if it has none.
func (r *reader) number(ref listRef) (string, error) {
	if ref.list < 1 || ref.list > len(r.lists) {
		return "", nil
	}
	s := r.numbers.Next(r.lists[ref.list-1], ref.level)
	return s, r.budget.Expand(int64(len(s)))
}
