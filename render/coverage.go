package render

import (
	"fmt"
	"strings"

	"gangmu/vet"
)

// CoverageSentence says what became of the numbers of a report, so that silence
// is not taken for a clean report.
func CoverageSentence(c vet.Coverage, l Lang) string {
	if c.Numbers == 0 {
		return l.pick("全文没有数字可核对。", "There are no numbers to check.")
	}
	var parts []string
	add := func(n int, zh, en string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf(l.pick(zh, en), n))
		}
	}
	add(c.Agreed, "%d个与别处或算术一致", "%d agree with another statement or their arithmetic")
	add(c.Differed, "%d个对不上", "%d do not")
	add(c.Alone, "%d个只出现一次、无从对照", "%d stand alone and could be held against nothing")
	add(c.Unchecked-c.Alone, "%d个没能认定说的是什么", "of %d it could not be told for sure what they count")
	add(c.Ignored, "%d个不是数据（日期、编号、名称里的数）", "%d are no figures (dates, numberings, numbers in names)")
	head := fmt.Sprintf(l.pick("全文数字%d个：", "%d numbers in the text: "), c.Numbers)
	return head + strings.Join(parts, l.pick("，", "; ")) + l.pick("。", ".")
}
