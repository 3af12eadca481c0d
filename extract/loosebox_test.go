package extract_test

import (
	"strings"
	"testing"
)

// TestBoxWithoutFrame holds that a box copied as plain paragraphs is read, and
// that the text behind it is not taken for a part of it.
func TestBoxWithoutFrame(t *testing.T) {
	p := planOfText(t, head+`三、2031年主要任务
（一）建设产业强市
加快项目建设。
专栏2：2031年重点项目
一、产业项目
开工：甲厂、乙园等项目。
二、交通项目
续建：丙路。
（二）建设生态城市
新建公园2个。
专栏3：2031年民生实事
（一）教育
1.新建学校2所。（全面完成，建成3所）
（三）做好民生工作
1.强化就业优先。新增就业1万人。
专栏4：名称见附件
全市安排项目5个。
`)
	var got []string
	for _, it := range p.Projects {
		got = append(got, it.Box+" "+it.Section+" "+it.Stage+" "+it.Name)
	}
	for _, it := range p.Livelihood {
		got = append(got, it.No+" "+it.Section+" "+it.Text+" "+it.Status)
	}
	for _, it := range p.Commitments {
		got = append(got, it.Section+" "+it.Text)
	}
	want := []string{
		"2 一、产业项目 开工 甲厂", "2 一、产业项目 开工 乙园", "2 二、交通项目 续建 丙路",
		"1 （一）教育 新建学校2所 全面完成",
		"（二）建设生态城市 新建公园2个", "（三）做好民生工作 新增就业1万人", "（三）做好民生工作 全市安排项目5个",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}
