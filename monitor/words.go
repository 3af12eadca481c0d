package monitor

import (
	"fmt"
	"strings"

	"gangmu/target"
)

// byWord is the light of a target without a number for this year, or of a class:
// what the unit states decides, if it states anything.
func (s *Series) byWord(last Value, c target.Context, set Settings, zh, en string) Judgement {
	r := target.Test(s.Target, last.Actual, c)
	j := Judgement{Reason: ByWord, From: &last, Zh: r.Zh, En: r.En}
	switch {
	case r.Verdict == target.Exceeded, r.Verdict == target.Met:
		j.Light = Green
	case r.Verdict == target.Missed && last.Period.Final():
		j.Light, j.Reason = s.missed(set), MissCertain
	case r.Verdict == target.Missed:
		j.Light = Yellow
	case zh != "":
		return unsaid(last, NoNumber, zh, en)
	default:
		j.Light, j.Reason = None, NoNumber
	}
	return j
}

// byRange is the light of a value that is no single number: what it implies.
func (s *Series) byRange(last Value, c target.Context, set Settings) Judgement {
	if s.Kind == Accumulating && s.Target.Sense == target.Max || !last.Actual.HasValue && last.Actual.Quality != target.Qualitative {
		return unsaid(last, NotOneNumber, "实际数不是一个确定的数", "the value is not one number")
	}
	j := s.byWord(last, c, set, "实际数不是一个确定的数，跨在目标两边或无法折算", "the value is not one number and lies on both sides of the target, or cannot be converted")
	if s.Kind == Accumulating && j.Light != Green && !last.Period.Final() {
		return unsaid(last, NotOneNumber, "实际数不是一个确定的数，不能同序时比较", "the value is not one number, so it cannot be compared with the pace")
	}
	if j.Reason == NoNumber {
		j.Reason = NotOneNumber
	}
	return j
}

func unsaid(last Value, r Reason, zh, en string) Judgement {
	return Judgement{Light: None, Reason: r, From: &last, Zh: zh + "。", En: sentence(en)}
}

// missed is at least the light of a miss that is certain.
func (s *Series) missed(set Settings) Light {
	if s.Binding {
		return set.MissedBinding
	}
	return set.MissedOther
}

// overdue turns a judgement into that of a value that should be there.
func (s *Series) overdue(j *Judgement, next, last Period) {
	due := s.Schedule.Due(next)
	zh := fmt.Sprintf("%s数应于%d月%d日前报送，尚未收到", next.Zh(), due.Month(), due.Day())
	en := fmt.Sprintf("The value of %s was due by %s and is not there", next.En(), due.Format("2006-01-02"))
	if last.Year != 0 {
		zh += "；" + last.Zh() + "时：" + j.Zh
		en += ". As of " + last.En() + ": " + j.En
	} else {
		zh, en = zh+"；本年还没有报过数。", en+"; nothing has been reported this year."
	}
	j.Light, j.Reason, j.Zh, j.En = Missing, Overdue, zh, en
}

func (s *Series) notDue(j *Judgement, next Period) {
	due := s.Schedule.Due(next)
	j.Zh = fmt.Sprintf("第一次数据为%s，%d月%d日前报送。", next.Zh(), due.Month(), due.Day())
	j.En = fmt.Sprintf("The first value is that of %s, due by %s.", next.En(), due.Format("2006-01-02"))
}

// sayNext tells when a light that stays for months will be looked at again.
func (s *Series) sayNext(j *Judgement, next Period) {
	due := s.Schedule.Due(next)
	j.Zh = strings.TrimSuffix(j.Zh, "。") + fmt.Sprintf("；下一次数据为%s，%s前报送。", next.Zh(), dayZh(due.Year() != s.Year, due.Year(), int(due.Month()), due.Day()))
	j.En = strings.TrimSuffix(j.En, ".") + fmt.Sprintf("; the next value is that of %s, due by %s.", next.En(), due.Format("2006-01-02"))
}

func dayZh(withYear bool, y, m, d int) string {
	if withYear {
		return fmt.Sprintf("%d年%d月%d日", y, m, d)
	}
	return fmt.Sprintf("%d月%d日", m, d)
}

// sentence is an English clause as a sentence.
func sentence(en string) string {
	return strings.ToUpper(en[:1]) + en[1:] + "."
}
