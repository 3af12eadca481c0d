package doc

import "unicode/utf16"

// lists writes the lists: one for each layout, and one more on the first layout
// for each start.
func (m *maker) lists(d made) {
	layouts, levels := u16s(len(d.layouts)), []byte(nil)
	heads, changes := u32s(len(d.layouts)+len(d.starts)), []byte(nil)
	for i, layout := range d.layouts {
		layouts = append(append(layouts, u32s(i+1)...), make([]byte, layoutHead-4)...)
		for j := range 9 {
			l := madeLevel{}
			if j < len(layout) {
				l = layout[j]
			}
			head := append(u32s(1), byte(l.format))
			levels = append(append(levels, head...), make([]byte, levelHead-5)...)
			text := utf16.Encode([]rune(l.text))
			levels = append(levels, u16s(len(text))...)
			for _, u := range text {
				levels = append(levels, u16s(int(u))...)
			}
		}
		heads = append(append(heads, u32s(i+1)...), make([]byte, listHead-4)...)
		changes = append(changes, u32s(-1)...)
	}
	for i := range len(d.starts) {
		heads = append(append(heads, u32s(1, 0, 0)...), 1, 0, 0, 0)
		changes = append(changes, u32s(-1, d.starts[len(d.layouts)+1+i], 0x10)...)
	}
	m.part(layoutsPart, layouts, levels...)
	m.part(listsPart, append(heads, changes...))
}

func styleSheet(all []madeStyle) []byte {
	const fixed = 10
	b := append(u16s(4, len(all)), u16s(fixed)...)
	for _, s := range all {
		std := u16s(s.number, paragraphKind|s.base<<4, 0, 0, 0)
		name := utf16.Encode([]rune(s.name))
		std = append(std, u16s(len(name))...)
		for _, u := range name {
			std = append(std, u16s(int(u))...)
		}
		std = append(std, 0, 0)
		for _, set := range []string{"\x00\x00" + s.set, s.charSet} {
			std = append(append(std, u16s(len(set))...), set...)
			std = append(std, make([]byte, len(set)&1)...)
		}
		b = append(append(b, u16s(len(std))...), std...)
	}
	return b
}
