package catalogue

import "testing"

func TestWhatANameCannotBeginWithIsNoName(t *testing.T) {
	d := load()
	for _, e := range d.entries {
		for _, n := range append(e.allNames(), variants(e.Zh)...) {
			for _, before := range []string{"", "全市", "我省", "其中：", "＃", "“", "全区 "} {
				for _, behind := range []string{"", "增速", "（%）", "指标", "同比下降"} {
					name := before + n + behind
					if _, known := d.lookup(name); known && !d.mayBegin(name) {
						t.Errorf("%s is a name", name)
					}
				}
			}
		}
	}
	if d.mayBegin("有力有序推进") {
		t.Error("no indicator begins so")
	}
}
