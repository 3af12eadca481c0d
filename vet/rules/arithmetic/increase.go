package arithmetic

import (
	"fmt"
	"strings"

	"gangmu/quantity"
)

// Words that say by how much a level stands above or below the one before.
var (
	moreWords = []string{"净增加", "净增", "比上年增加", "较上年增加", "比去年增加", "比年初增加", "较年初增加", "比上年末增加", "同比增加", "比上年净增", "比年初净增", "较上年净增"}
	lessWords = []string{"比上年减少", "较上年减少", "比去年减少", "比年初减少", "同比减少", "净减少"}
)

// increase checks 存款余额468.3亿元，比年初增加48.3亿元，增长11.5%: the increase over
// the level that it began from.
func (l line) increase(i int) {
	if !l.plain(i, 3) {
		return
	}
	b, w, c := l.ms[i].Quantity, l.ms[i+1].Quantity, l.ms[i+2].Quantity
	more := strings.TrimLeft(l.between(i), "，、（ ")
	falls := is(more, lessWords)
	change := strings.TrimLeft(l.between(i+1), "，、（ ")
	change = strings.TrimSuffix(strings.TrimSuffix(change, "了"), "为")
	if !falls && !is(more, moreWords) || !b.Unit.Same(w.Unit) || b.Unit.Dim == quantity.Share || c.Unit.Dim != quantity.Share {
		return
	}
	if !is(change, riseWords) && !is(change, fallWords) || is(change, fallWords) != falls {
		return
	}
	step := counted(w)
	from := counted(b).Sub(step)
	how := fmt.Sprintf("%s÷(%s-%s)", w, b, w)
	if falls {
		from, how = counted(b).Add(step), fmt.Sprintf("%s÷(%s+%s)", w, b, w)
	}
	if ratio, ok := step.Quo(from); ok {
		l.check(i, 3, percent(ratio), forgiving(c), c, how)
	}
}
