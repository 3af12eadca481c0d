package extract

import "strings"

// role is what a table column holds.
type role uint8

const (
	other role = iota
	number
	group  // of rows, in a cell merged over them or printed once
	region // the place that a row speaks of
	name
	unit
	nature
	goal   // a year's target
	actual // a year's result
	growth // the growth beside a target or result
	rate   // how much of the target is reached
	pace
	verdict
	owner
	remark

	// of tables of projects and livelihood items
	stage
	progress // how far a work has come, in words
	content
	period
	money
)

// indicatorRole tells a column's role in a table of indicators from its
// squeezed head without unit.
func indicatorRole(h string) role {
	has := func(words ...string) bool { return indexAny(h, words...) >= 0 }
	if r := commonRole(h); r != other {
		return r
	}
	switch {
	case h == "年均增长" || h == "年均增速" || h == "年均增长率":
		return growth
	case has("口径", "解释", "定义"):
		return remark
	case h == "" || has("领导", "责任人", "负责人", "来源", "依据", "代码", "差值", "差额", "之差", "同期", "时限", "时间节点", "日期", "期限", "基数", "基期", "年均", "排名", "位次", "五年", "三年", "平均", "期间"):
		return other
	case has("责任", "牵头", "部门", "配合", "主管"):
		return owner
	case has("属性", "性质"):
		return nature
	case has("序时", "时间进度", "与进度", "进度比较", "进度对比"):
		return pace
	case isRate(h):
		return rate
	case has("差距", "相比", "对比", "比较", "相差"):
		return other
	case has("是否", "评价", "评估", "判定"):
		return verdict
	case has("实际使用", "实际利用", "实际到位"):
		return other
	case has("完成", "实际", "实绩", "执行", "预计", "达到", "现状") && (!has("计划完成", "拟完成") || has("情况")):
		return actual
	case has("目标", "计划", "预期", "任务") || h == "指标值" || strings.HasSuffix(h, "年指标值"):
		return goal
	case strings.HasSuffix(h, "进度"):
		return pace // or a result, as the cells will tell
	case has("进展") || h == "实现值":
		return actual
	case isGrowth(h):
		return growth
	case has("单位") && !has("单位地区", "单位GDP", "单位生产", "单位工业"):
		return unit
	case has("指标", "名称", "项目", "内容"):
		return name
	case isYearHead(h):
		return actual // or a goal, as the year will tell
	}
	return other
}

// commonRole is the role that a head shows in any table of a plan.
func commonRole(h string) role {
	switch h {
	case "序号", "编号", "序", "项次", "No.", "No", "NO", "NO.", "号":
		return number
	case "类别", "分类", "领域", "类型", "指标类别", "指标分类", "板块", "方面", "指标类型", "行业", "大类", "分组":
		return group
	case "备注", "说明", "注", "备注说明":
		return remark
	}
	switch {
	case isRegionHead(h):
		return region
	case endsAny(h, "类别", "分类", "领域"):
		return group
	}
	return other
}

// regionHeads are the words by which a column of places is headed, without
// what stands in brackets.
var regionHeads = wordSet(
	"地区", "区域", "区县", "县区", "市县", "区市县", "县市区", "县市", "市区", "市州", "州市", "地市", "设区市", "旗县", "旗县区", "盟市",
	"镇街", "街镇", "乡镇", "镇乡", "镇", "乡", "街道", "县", "市", "区", "园区", "镇街园区", "属地", "行政区", "行政区划", "城市", "平台", "功能区",
)

func wordSet(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// isRegionHead reports 地区, 镇街名称, 县（市、区）.
func isRegionHead(h string) bool {
	h = strings.TrimSuffix(strings.TrimSuffix(h, "名称"), "别")
	if i := strings.IndexAny(h, "（("); i > 0 {
		h = h[:i]
	}
	return len(h) <= longestRegionHead && regionHeads[joined.Replace(h)]
}

const longestRegionHead = 24 // bytes

var joined = strings.NewReplacer("、", "", "/", "", "和", "", "及", "")

// isPlace reports a head or cell that is a place's name or the whole: 青石镇, 全县.
func isPlace(s string) bool {
	if n := runeLen(s); n < 2 || n > 12 || isRegionHead(s) {
		return false
	}
	if isTotal(s) {
		return true
	}
	for _, r := range s {
		if r < 0x4E00 || r > 0x9FFF {
			return false
		}
	}
	return endsAny(s, "镇", "乡", "街道", "县", "区", "市", "旗", "州", "盟", "地区")
}

// isTotal reports the line that speaks of all places together.
func isTotal(s string) bool {
	switch s {
	case "全县", "全市", "全区", "全省", "全州", "全旗", "全盟", "合计", "总计":
		return true
	}
	return false
}

// isRate reports the head of the share of a target that is reached: 完成比例,
// 占年度目标, 完成年计划.
func isRate(h string) bool {
	if indexAny(h, "完成率", "完成比例", "完成百分比", "完成比", "完成度", "完成进度", "实现率", "完成占比") >= 0 {
		return true
	}
	if !strings.Contains(h, "情况") {
		if rest, ok := cutAny(h, "占", "为", "完成", "达"); ok && indexAny(rest, "目标", "计划", "任务", "预算") >= 0 {
			return true
		}
	}
	return false
}

func isGrowth(h string) bool {
	return indexAny(h, "增长", "增速", "增幅", "同比", "比上年", "较上年", "±", "增减") >= 0
}

// isYearHead reports a head that is nothing but a year.
func isYearHead(h string) bool {
	y, rest := cutYear(h)
	return y != 0 && (rest == "" || rest == "度")
}

// cutYear takes the year out of a head: 2030年目标, 2030年度, 2030目标. A year
// that another is compared with (比2029年增长) does not count.
func cutYear(h string) (year int, rest string) {
	for _, y := range years(h) {
		from := y.at - len("2030")
		if h[y.at-1] > 0x7F { // 二〇三〇
			from = y.at - len("二〇三〇")
		}
		if before := h[:from]; strings.HasSuffix(before, "比") || strings.HasSuffix(before, "较") {
			continue
		}
		after := h[y.at+len("年"):]
		return y.year, h[:from] + strings.TrimPrefix(after, "度")
	}
	if len(h) >= 4 && strings.TrimLeft(h[:4], "0123456789") == "" && (len(h) == 4 || h[4] > 0x7F) {
		if y := yearBefore(h[:4]); y != 0 {
			return y, h[4:]
		}
	}
	return 0, h
}

func endsAny(s string, suffixes ...string) bool {
	for _, w := range suffixes {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
