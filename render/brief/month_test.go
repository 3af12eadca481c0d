package brief

import (
	"fmt"
	"time"

	"gangmu/monitor"
	"gangmu/target"
)

// one is a line of the made-up month: name, unit, target, earlier values, values.
type one struct {
	name, unit, goal string
	binding          bool
	owner            string
	values           []string // period and printed value
}

var list = []one{
	{"地区生产总值增速", "%", "6以上", false, "区统计局", []string{"2025", "5.8", "2026-Q3", "5.9"}},
	{"规模以上工业增加值增速", "%", "8", false, "区经信局", []string{"2026-09", "6.6", "2026-10", "5.7"}},
	{"固定资产投资增速", "%", "5", false, "区发展改革委", []string{"2026-09", "5.0", "2026-10", "5.3"}},
	{"工业投资", "亿元", "120", false, "区经信局", []string{"2026-07", "50.1", "2026-08", "57.2", "2026-09", "63.0", "2026-10", "74.5"}},
	{"社会消费品零售总额", "亿元", "210", false, "区商务委", []string{"2026-09", "156.2", "2026-10", "176.4"}},
	{"一般公共预算收入", "亿元", "33", false, "区财政局", []string{"2026-09", "25.3", "2026-10", "28.1"}},
	{"城镇新增就业", "人", "10000以上", true, "区人力社保局", []string{"2026-07", "4300", "2026-08", "5000", "2026-09", "5600", "2026-10", "6210"}},
	{"城镇调查失业率", "%", "控制在5.5以内", false, "区人力社保局", []string{"2026-09", "5.4", "2026-10", "5.2"}},
	{"居民人均可支配收入增速", "%", "6", false, "国家统计局调查队", []string{"2026-Q3", "6.1"}},
	{"空气质量优良天数", "天", "310", true, "区生态环境局", []string{"2026-09", "222", "2026-10", "240"}},
	{"生产安全事故死亡人数", "人", "不超过12", true, "区应急局", []string{"2026-10", "9"}},
	{"地表水水质", "", "保持Ⅲ类", true, "区生态环境局", []string{"2026-10", "Ⅲ类"}},
	{"单位GDP能耗下降", "%", "完成市级下达目标", true, "区发展改革委", []string{"2026-H1", "3.2"}},
	{"数字经济核心产业增加值占地区生产总值比重", "%", "8.5", false, "区大数据局", []string{"2025", "7.9", "2026-H1", "8.0"}},
	{"常住人口城镇化率", "%", "62.5", false, "区统计局", nil},
	{"新增规模以上工业企业", "家", "40", false, "区经信局", []string{"2026-09", "22"}},
	{"新建改扩建公办幼儿园", "所", "6", false, "区教委", []string{"2026-10", "6"}},
	{"背街小巷改造", "条", "120", true, "区住房城乡建设委", []string{"2026-09", "91", "2026-10", "104"}},
	{"新增养老床位", "张", "600", false, "区民政局", []string{"2026-10", "470"}},
	{"高标准农田建设", "万亩", "3.5", true, "区农业农村委", []string{"2026-10", "3.1"}},
	{"市场主体总量", "万户", "9.8", false, "区市场监管局", []string{"2025", "9.2", "2026-10", "9.7"}},
	{"金融机构人民币贷款余额", "亿元", "880", false, "区金融发展中心", []string{"2025", "812.3", "2026-10", "861.0"}},
}

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// october is a month of a made-up district.
func october() Month {
	m := Month{
		Region: "云岭区", Office: "云岭区发展和改革委员会", Plan: "plan/yunling/2026", Number: 10,
		Period: monitor.Month(2026, 10), Date: day("2026-11-20"),
		Seq: 10482, Settings: 3, Size: 10482, Root: "q3Yw0m7kT2v5c8Jx1LZ4eR6uN9pA0sD3fG7hK2bV8cM=",
	}
	for i, o := range list {
		m.Rows = append(m.Rows, o.row(i))
	}
	m.Changes = []Change{{"规模以上工业增加值增速", monitor.Yellow, monitor.Red}, {"固定资产投资增速", monitor.Yellow, monitor.Green}, {"空气质量优良天数", monitor.Yellow, monitor.Red}}
	m.Notes = []Note{
		{Name: "规模以上工业增加值增速", Unit: "区经信局", Cause: "两户龙头企业检修停产，影响增速1.8个百分点", Measure: "11月起错峰复产，逐户派驻服务专员", Outlook: "全年可回升到6.5%左右", Ref: Ref{"note/31", 10411}},
		{Name: "空气质量优良天数", Unit: "区生态环境局", Cause: "9月以来静稳天气多，臭氧超标11天", Outlook: "全年难以完成", Ref: Ref{"note/32", 10420}},
	}
	return m
}

func (o one) row(i int) Row {
	s := monitor.New(2026, o.name, o.unit, target.Target{})
	s.Target = target.Parse(o.goal, s.Context)
	s.Kind = monitor.KindOf(o.name, o.unit, s.Target)
	s.Binding = o.binding
	s.Schedule = monitor.Schedule{Frequency: monitor.Monthly, DueDay: 18}
	r := Row{No: fmt.Sprint(i + 1), Name: o.name, Unit: o.unit, Binding: o.binding, Owner: o.owner}
	r.Target = Figure{o.goal, Ref{fmt.Sprintf("target/%d", i+1), 40}}
	for k := 0; k < len(o.values); k += 2 {
		p, err := monitor.ParsePeriod(o.values[k])
		if err != nil {
			panic(err)
		}
		v := monitor.Value{ID: fmt.Sprintf("fact/%d/%s", i+1, p), Seq: int64(9000 + 10*i + k), Period: p, Actual: target.ParseActualIn(o.values[k+1], s.Context)}
		s.Values = append(s.Values, v)
		if p.Year == 2026 {
			r.Value, r.Period = Figure{o.values[k+1], Ref{v.ID, v.Seq}}, p
			if p.Last != 10 {
				s.Schedule.Frequency = map[int]monitor.Frequency{3: monitor.Quarterly, 6: monitor.HalfYearly, 1: monitor.Monthly}[p.Last-p.First+1]
			}
		} else {
			r.LastYear = Figure{o.values[k+1], Ref{v.ID, v.Seq}}
		}
	}
	if o.values == nil {
		s.Schedule.Frequency = monitor.Yearly
	}
	r.Judgement = monitor.Judge(s, day("2026-11-20"), monitor.Defaults())
	return r
}
