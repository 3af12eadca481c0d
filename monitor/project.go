package monitor

import "fmt"

// Project is a key project's year as lights need it. A zero Period is not there.
type Project struct {
	Start        Period // the month in which it is to start, as planned
	Started      Period // the month in which it did
	InStatistics Period // the month in which it entered the statistics (入统)
}

// JudgeProject gives a project its light as of a month: of a start that is due
// and has not come, and of a started one that the statistics do not have.
func JudgeProject(p Project, now Period, set Settings) Judgement {
	j := Judgement{Light: Green, Reason: ByTarget, Version: set.Version}
	switch {
	case p.Started.Year == 0 && p.Start.Year == 0:
		j.Light, j.Reason = None, NotDue
		j.Zh, j.En = "没有排定开工月份。", "No month of start is set."
	case p.Started.Year == 0:
		late := p.Start.until(now) + 1 // the month in which it is due counts
		j.Light = set.Start.light(late)
		j.Zh, j.En = notStarted(p.Start, late)
		j.Next = &p.Start
	case p.InStatistics.Year == 0:
		late := p.Started.until(now)
		j.Light = set.Statistics.light(late)
		j.Zh = fmt.Sprintf("%s已开工，开工后%d个月尚未入统。", p.Started.month(), late)
		j.En = fmt.Sprintf("Started in %s; %s later it is not in the statistics.", p.Started.ym(), months(late))
		if late <= 0 {
			j.Zh, j.En = p.Started.month()+"开工，尚待入统。", "Started in "+p.Started.ym()+"; its entry in the statistics is not due yet."
		}
	default:
		j.Zh, j.En = p.Started.month()+"开工，已入统。", "Started in "+p.Started.ym()+" and in the statistics."
	}
	return j
}

func notStarted(start Period, late int) (zh, en string) {
	if late <= 0 {
		return "计划" + start.month() + "开工，未到时间。", "To start in " + start.ym() + ", which is not due yet."
	}
	if late == 1 {
		return "计划" + start.month() + "（本月）开工，尚未开工。", "To start in " + start.ym() + ", this month, and not started."
	}
	return fmt.Sprintf("计划%s开工，连续%d个月应开工未开工。", start.month(), late),
		fmt.Sprintf("To start in %s; due for %d months running and not started.", start.ym(), late)
}

// light is the light of so many months of delay.
func (d Delay) light(months int) Light {
	switch {
	case months >= d.Red:
		return Red
	case months >= d.Yellow:
		return Yellow
	}
	return Green
}

// until is the number of months from the end of p to the end of q.
func (p Period) until(q Period) int { return (q.Year-p.Year)*12 + q.Last - p.Last }

func (p Period) month() string { return fmt.Sprintf("%d年%d月", p.Year, p.Last) }
func (p Period) ym() string    { return fmt.Sprintf("%d-%02d", p.Year, p.Last) }
