package quantity

// unitRow is one printed form of a unit.
type unitRow struct {
	text  string
	dim   Dimension
	base  string
	scale string // how many base one unit is; "" means 1
}

// unitTable lists the units that measure something. Scales in front (万, 亿,
// 千 …) are read apart; a unit stands here with one only where that is its name
// (千瓦, 公里). Another unit is one more line.
//
// Area counts in 亩 because 1亩 is 2000/3 square metres: so every scale is an
// exact decimal.
var unitTable = []unitRow{
	{"元", Money, "元", ""},
	{"元人民币", Money, "元", ""},
	{"人民币", Money, "元", ""},
	{"块钱", Money, "元", ""},
	{"角", Money, "元", "0.1"},
	{"美元", Money, "美元", ""},
	{"美金", Money, "美元", ""},
	{"欧元", Money, "欧元", ""},
	{"港元", Money, "港元", ""},
	{"港币", Money, "港元", ""},
	{"日元", Money, "日元", ""},
	{"英镑", Money, "英镑", ""},

	{"亩", Area, "亩", ""},
	{"公顷", Area, "亩", "15"},
	{"平方公里", Area, "亩", "1500"},
	{"平方千米", Area, "亩", "1500"},
	{"平方米", Area, "亩", "0.0015"},
	{"平米", Area, "亩", "0.0015"},
	{"平方", Area, "亩", "0.0015"},
	{"㎡", Area, "亩", "0.0015"},
	{"m2", Area, "亩", "0.0015"},
	{"m²", Area, "亩", "0.0015"},
	{"km2", Area, "亩", "1500"},
	{"km²", Area, "亩", "1500"},
	{"㎢", Area, "亩", "1500"},
	{"hm²", Area, "亩", "15"},

	{"立方米", Volume, "立方米", ""},
	{"立方", Volume, "立方米", ""},
	{"方", Volume, "立方米", ""},
	{"m3", Volume, "立方米", ""},
	{"m³", Volume, "立方米", ""},
	{"m³/d", Rate, "立方米/天", ""},
	{"升", Volume, "立方米", "0.001"},
	{"公升", Volume, "立方米", "0.001"},
	{"毫升", Volume, "立方米", "0.000001"},
	{"标准立方米", Volume, "标准立方米", ""},
	{"标方", Volume, "标准立方米", ""},

	{"吨", Mass, "吨", ""},
	{"千克", Mass, "吨", "0.001"},
	{"公斤", Mass, "吨", "0.001"},
	{"斤", Mass, "吨", "0.0005"},
	{"市斤", Mass, "吨", "0.0005"},
	{"克", Mass, "吨", "0.000001"},
	{"毫克", Mass, "吨", "0.000000001"},
	{"微克", Mass, "吨", "0.000000000001"},
	{"kg", Mass, "吨", "0.001"},
	{"t", Mass, "吨", ""},
	{"担", Mass, "吨", "0.05"},

	{"米", Length, "米", ""},
	{"公里", Length, "米", "1000"},
	{"千米", Length, "米", "1000"},
	{"里", Length, "米", "500"},
	{"华里", Length, "米", "500"},
	{"海里", Length, "米", "1852"},
	{"厘米", Length, "米", "0.01"},
	{"毫米", Length, "米", "0.001"},
	{"纳米", Length, "米", "0.000000001"},
	{"微米", Length, "米", "0.000001"},
	{"延米", Length, "米", ""},
	{"km", Length, "米", "1000"},
	{"KM", Length, "米", "1000"},
	{"Km", Length, "米", "1000"},
	{"m", Length, "米", ""},
	{"cm", Length, "米", "0.01"},
	{"mm", Length, "米", "0.001"},
	{"nm", Length, "米", "0.000000001"},
	{"车公里", Length, "车公里", ""},
	{"皮长公里", Length, "皮长公里", ""},
	{"芯公里", Length, "芯公里", ""},
	{"车道公里", Length, "车道公里", ""},

	{"千瓦", Power, "千瓦", ""},
	{"瓦", Power, "千瓦", "0.001"},
	{"兆瓦", Power, "千瓦", "1000"},
	{"吉瓦", Power, "千瓦", "1000000"},
	{"kW", Power, "千瓦", ""},
	{"KW", Power, "千瓦", ""},
	{"MW", Power, "千瓦", "1000"},
	{"GW", Power, "千瓦", "1000000"},
	{"千伏安", Power, "千伏安", ""},
	{"kVA", Power, "千伏安", ""},
	{"KVA", Power, "千伏安", ""},
	{"MVA", Power, "千伏安", "1000"},
	{"兆伏安", Power, "千伏安", "1000"},
	{"马力", Power, "马力", ""},
	{"蒸吨", Power, "蒸吨", ""},

	{"千瓦时", Energy, "千瓦时", ""},
	{"千瓦·时", Energy, "千瓦时", ""},
	{"千瓦小时", Energy, "千瓦时", ""},
	{"度", Energy, "千瓦时", ""},
	{"度电", Energy, "千瓦时", ""},
	{"兆瓦时", Energy, "千瓦时", "1000"},
	{"吉瓦时", Energy, "千瓦时", "1000000"},
	{"kWh", Energy, "千瓦时", ""},
	{"kW·h", Energy, "千瓦时", ""},
	{"KWh", Energy, "千瓦时", ""},
	{"MWh", Energy, "千瓦时", "1000"},
	{"GWh", Energy, "千瓦时", "1000000"},
	{"吨标准煤", Energy, "吨标准煤", ""},
	{"吨标煤", Energy, "吨标准煤", ""},
	{"千克标准煤", Energy, "吨标准煤", "0.001"},
	{"公斤标准煤", Energy, "吨标准煤", "0.001"},
	{"吨油当量", Energy, "吨油当量", ""},
	{"吉焦", Energy, "吉焦", ""},

	{"千伏", Voltage, "千伏", ""},
	{"伏", Voltage, "千伏", "0.001"},
	{"kV", Voltage, "千伏", ""},
	{"KV", Voltage, "千伏", ""},
	{"kv", Voltage, "千伏", ""},
	{"Kv", Voltage, "千伏", ""},

	{"秒", Time, "秒", ""},
	{"秒钟", Time, "秒", ""},
	{"分钟", Time, "秒", "60"},
	{"小时", Time, "秒", "3600"},
	{"个小时", Time, "秒", "3600"},
	{"天", Time, "秒", "86400"},
	{"日", Time, "秒", "86400"},
	{"周", Time, "秒", "604800"},
	{"个星期", Time, "秒", "604800"},
	{"工作日", Time, "工作日", ""},
	{"个工作日", Time, "工作日", ""},
	{"个月", Time, "月", ""},
	{"月", Time, "月", ""},
	{"个季度", Time, "月", "3"},
	{"年", Time, "月", "12"},
	{"周年", Time, "月", "12"},
	{"个年头", Time, "月", "12"},
	{"岁", Time, "岁", ""},
	{"周岁", Time, "岁", ""},

	{"人", People, "人", ""},
	{"名", People, "人", ""},
	{"位", People, "人", ""},
	{"人次", People, "人次", ""},
	{"人·次", People, "人次", ""},
	{"人天", People, "人天", ""},
	{"人日", People, "人天", ""},
	{"口人", People, "人", ""},

	{"个", Count, "个", ""},
	{"项", Count, "个", ""},

	{"%", Share, "%", ""},
	{"％", Share, "%", ""},
	{"﹪", Share, "%", ""},
	{"‰", Share, "%", "0.1"},
	{"‱", Share, "%", "0.01"},
	{"成", Share, "%", "10"},

	{"个百分点", Points, "个百分点", ""},
	{"百分点", Points, "个百分点", ""},
	{"个千分点", Points, "个百分点", "0.1"},
	{"千分点", Points, "个百分点", "0.1"},
	{"个基点", Points, "个百分点", "0.01"},
	{"基点", Points, "个百分点", "0.01"},

	{"倍", Fold, "倍", ""},
	{"番", Fold, "番", ""},

	{"KB", Data, "GB", "0.000001"},
	{"MB", Data, "GB", "0.001"},
	{"M", Data, "兆", ""},
	{"兆", Data, "兆", ""},
	{"GB", Data, "GB", ""},
	{"TB", Data, "GB", "1000"},
	{"PB", Data, "GB", "1000000"},
	{"EB", Data, "GB", "1000000000"},
	{"ZB", Data, "GB", "1000000000000"},
	{"Mbps", Data, "Mbps", ""},
	{"Gbps", Data, "Mbps", "1000"},
	{"Tbps", Data, "Mbps", "1000000"},
	{"P", Data, "PFLOPS", ""},
	{"PFLOPS", Data, "PFLOPS", ""},
	{"Pflops", Data, "PFLOPS", ""},
	{"PFlops", Data, "PFLOPS", ""},
	{"EFLOPS", Data, "PFLOPS", "1000"},
	{"EFlops", Data, "PFLOPS", "1000"},

	{"℃", Degree, "℃", ""},
	{"°C", Degree, "℃", ""},
	{"摄氏度", Degree, "℃", ""},
	{"分贝", Degree, "分贝", ""},
	{"dB", Degree, "分贝", ""},
	{"hm2", Area, "亩", "15"},
}

// countables are what official documents count with; each is its own base.
// They convert into nothing else: 家 and 个, 户 and 人, 场 and 场次 may or may
// not be the same, which only the context can tell.
const countables = `
户 户次 家 家次 件 件次 件套 条 条次 座 所 张 场 场次 间 间次 期 处 宗 宗次 种 类 款 批 批次 次 趟 班 班次 班列 列 列次 对
套 套次 栋 幢 层 单元 梯 部 部次 台 台次 台套 台（套） 台(套) 辆 辆次 艘 艘次 架 架次 节 枚 支 只 头 头份 羽 匹 尾 株 棵 粒 袋 瓶 箱 盒 桶
标箱 标准箱 TEU 车次 车皮 车 床 张床 床位 张床位 个床位 席 席位 座席 卡 桩 枪 井 口 眼 孔 座次 点 点位 片 块 地块 幅 卷 册 册次 本 篇 首 曲 部集 集 首次
份 门 门次 科 届 道 段 标段 站 路 线 圈 环 带 轴 区 县 市 镇 乡 村 社区 行政村 自然村 组 队 支队 团 院 校 馆 厅 室 园 店 铺 网 网点 门店 站点 厂 矿 库 坝 闸 塘 池 棚 圈舍 
例 案 起 案次 人份 份额 股 手 笔 单 票 单位 标 元素 大 方面 小类 大类 学时 课时 学分 学位 个学位 托位 个托位 泊位 个泊位 车位 个车位 个床 个标箱
轮 步 遍 回 面 杯 盏 扇 根 副 双 组次 剂 剂次 针 针次 支次 分 环节 码 帧 星 环次 具 樘 顶 把 台班 艘次 船次 航班 航次 航线 客次 客运量 字 词 页 句 字节 剧目
`
