package quantity

// The words around numbers. All lists are tried in order: longer words stand
// before the shorter ones that they contain.

var (
	minuses = []string{"-", "－", "−"}
	// negatives say in words that a number is below zero; notNegative are the
	// characters that make another word of 负: 减负5亿元, 税负3%.
	negatives   = []string{"负", "負", "零下"}
	notNegative = "减抱担肩胜辜背自欠税亏"

	slashes = []string{"/", "／"}
	dashes  = []string{"——", "－", "-", "—", "–", "―", "−", "~", "～", "至", "到"}
	colons  = []string{"∶", ":", "："}
	pluses  = []string{"+", "＋"}

	listJoints = []string{"、", "和", "及", "与"}

	listMarks = []string{".", "．", "、"}
	codeTails = []string{"号", "#"}
)

// perHundred begin a share in Chinese numerals.
var perHundred = []string{"百分之", "千分之", "万分之"}

var perHundredUnit = map[string]string{"百分之": "%", "千分之": "‰", "万分之": "‱"}

// boundWord is a word in front of or behind a number that bounds it.
type boundWord struct {
	text string
	op   Comparator
	near bool
	// not lists the characters that make another word of it when they stand
	// beside it: 节约, 最近, 元余额.
	not string
}

var before = []boundWord{
	{text: "大于或等于", op: AtLeast}, {text: "大于等于", op: AtLeast}, {text: "高于或等于", op: AtLeast},
	{text: "小于或等于", op: AtMost}, {text: "小于等于", op: AtMost}, {text: "低于或等于", op: AtMost},
	{text: "不得低于", op: AtLeast}, {text: "不得少于", op: AtLeast}, {text: "不能低于", op: AtLeast},
	{text: "不低于", op: AtLeast}, {text: "不少于", op: AtLeast}, {text: "不小于", op: AtLeast}, {text: "不下于", op: AtLeast},
	{text: "至少", op: AtLeast}, {text: "最少", op: AtLeast},
	{text: "≥", op: AtLeast}, {text: "≧", op: AtLeast}, {text: "⩾", op: AtLeast}, {text: ">=", op: AtLeast},
	{text: "不得高于", op: AtMost}, {text: "不得超过", op: AtMost}, {text: "不高于", op: AtMost}, {text: "不超过", op: AtMost},
	{text: "不大于", op: AtMost}, {text: "不多于", op: AtMost}, {text: "不突破", op: AtMost}, {text: "至多", op: AtMost}, {text: "最多", op: AtMost},
	{text: "≤", op: AtMost}, {text: "≦", op: AtMost}, {text: "⩽", op: AtMost}, {text: "<=", op: AtMost},
	{text: "超过", op: More}, {text: "突破", op: More}, {text: "高于", op: More}, {text: "大于", op: More}, {text: "多于", op: More},
	{text: "逾", op: More}, {text: "超", op: More, not: "赶反高"}, {text: "＞", op: More}, {text: ">", op: More, not: "-="},
	{text: "低于", op: Less}, {text: "小于", op: Less}, {text: "少于", op: Less}, {text: "不足", op: Less}, {text: "不到", op: Less},
	{text: "＜", op: Less}, {text: "<", op: Less},
	{text: "接近", op: Less, near: true}, {text: "将近", op: Less, near: true}, {text: "近", op: Less, near: true, not: "附最邻靠临亲远贴"},
	{text: "大约", op: About}, {text: "约为", op: About}, {text: "大概", op: About}, {text: "≈", op: About},
	{text: "约", op: About, not: "节集签违履预条合公解契失守立邀特制规盟婚"},
}

var after = []boundWord{
	{text: "及以上", op: AtLeast}, {text: "或以上", op: AtLeast}, {text: "以上", op: AtLeast},
	{text: "及以下", op: AtMost}, {text: "或以下", op: AtMost}, {text: "以下", op: AtMost}, {text: "以内", op: AtMost}, {text: "之内", op: AtMost},
	{text: "左右", op: About, not: "两岸侧手"}, {text: "上下", op: About, not: "游级"},
	{text: "余", op: More, near: true, not: "额下热量粮"}, {text: "多", op: More, near: true, not: "元种项样方层功式维云渠业次举家用"},
}

// between stand between the digits and the unit: 1.5万余人, 8000多家, 十来个.
var between = []boundWord{
	{text: "余", op: More, near: true}, {text: "多", op: More, near: true}, {text: "来", op: About},
}

// halfWords are the characters behind 半 that make a word of the two.
const halfWords = "径数年月日天价成导岛山坡边身夜空自封公"

// included may stand between the unit and the bound: 5%（含）以上.
var included = []string{"（含）", "(含)", "（含本数）"}

// leads are verbs that introduce an amount.
var leads = []string{
	"控制在", "稳定在", "保持在", "维持在", "稳定保持在", "达到了", "达到", "达", "增长到", "提高到", "增加到", "增至", "升至", "提升至", "提高至", "降至", "为",
}

// bareVerbs are the last characters of words behind which a number without
// unit is an amount even if more text follows.
const bareVerbs = "达到至为长降于是超近约升增减破共计余比率在值有成"

// classNouns are things that come in size classes: 10亿元以上项目 is a kind of
// project, not an amount.
var classNouns = []string{"项目", "企业", "村", "工程", "集群", "园区", "产业", "农户", "家庭", "单位", "合同", "户", "人群"}

// nameTails make a span of time the name of something: 三年行动, 15分钟…圈.
var nameTails = []string{"倍增", "义务教育", "一贯制", "制", "期"}

// planWords close behind a number of years name a programme of so many years.
var planWords = []string{"行动", "计划", "规划", "攻坚", "会战"}

// labels are numbered parts of a document.
var labels = []string{"专栏", "附件", "附表", "附录", "附图", "图表", "表", "图", "注"}

// spokenUnits are the classifiers that a single Chinese numeral may stand with
// as an amount; with the others it makes words (三方, 四面, 二线).
var spokenUnits = unitSet("个 项 家 件 条 座 所 名 户 处 次 场 场次 种 类 年 天 个月 小时 分钟 公里 人 岁 倍 番 成 张 套 辆 艘 架 间 栋 幢 株 棵 只 部 周年 个小时 个百分点 百分点 批 方面 个季度 个工作日 人次 户次 件套")

// oneUnits are the classifiers with which 一 counts; with the others it is an
// article (一个, 一批, 一家).
var oneUnits = unitSet("座 所 栋 幢 艘 倍 番 成 个百分点 百分点 个月")

func unitSet(words string) map[string]bool {
	set := map[string]bool{}
	for at := 0; at < len(words); {
		end := at
		for end < len(words) && words[end] != ' ' {
			end++
		}
		set[words[at:end]] = true
		at = end + 1
	}
	return set
}
