// Package demo fills an empty office with what the demonstration shows: the plan
// of a made-up district with people in every role, and as a second plan, only to
// look at, the published tables of a real one.
//
// It gives only commands that people could give, as those people. All of it is
// marked 示例; nobody has a password (Office.SignInDemo).
package demo

import (
	"context"
	"fmt"

	"gangmu/ledger"
	"gangmu/office"
	"gangmu/plan"
	"gangmu/sample"
	"gangmu/vet"
)

// Seat is somebody whom a visitor can be.
type Seat struct {
	Person string // id
	Role   office.Role
	Name   string
	Unit   string    // its name
	Try    vet.Words // what to do first, in one line
}

// district is the made-up district; codes that begin with 99 are no division's.
const district = "999901"

var units = []office.Unit{
	{Code: district, Kind: office.District, Name: "青禾区（示例）"},
	{Code: "999901.fgj", Parent: district, Kind: office.Department, Name: "区发展改革局"},
	{Code: "999901.tjj", Parent: district, Kind: office.Department, Name: "区统计局"},
	{Code: "999901.nyj", Parent: district, Kind: office.Department, Name: "区农业农村局"},
	{Code: "999901.swj", Parent: district, Kind: office.Department, Name: "区商务局"},
	{Code: "999901.hbj", Parent: district, Kind: office.Department, Name: "区生态环境局"},
	{Code: "999901.jxj", Parent: district, Kind: office.Department, Name: "区经济信息局"},
	{Code: "999901.czj", Parent: district, Kind: office.Department, Name: "区财政局"},
	{Code: "999901.rsj", Parent: district, Kind: office.Department, Name: "区人力社保局"},
	{Code: "999901.yjj", Parent: district, Kind: office.Department, Name: "区应急管理局"},
	{Code: "999901.qx", Parent: district, Kind: office.Town, Name: "清溪镇"},
	{Code: "999901.fl", Parent: district, Kind: office.Town, Name: "枫林街道"},
}

// person is somebody of the demonstration: works in a unit, holds a role for one.
type person struct {
	login, name string
	unit        string
	role        office.Role
	on          string
	try         vet.Words
}

var people = []person{
	{"jihua", "程越（示例）", "999901.fgj", office.PlanOffice, district, vet.Words{
		Zh: "打开文稿“青禾区2025年计划报告”，按 n 逐条看矛盾，再看它怎样成为2026年计划。",
		En: "Open the draft report, walk its contradictions with n, then see the plan of 2026 that came of it."}},
	{"tianbao", "罗田（示例）", "999901.nyj", office.Reporter, "999901.nyj", vet.Words{
		Zh: "区农业农村局三季度报表逾期了：填农业增加值增速4.1、农村居民人均可支配收入增速6.9，提交审核。", En: "Your unit's third quarter is late: enter 4.1 and 6.9, and submit it for review."}},
	{"shenhe", "苏禾（示例）", "999901.nyj", office.Reviewer, "999901.nyj", vet.Words{
		Zh: "审核填报人报来的三季度报表，看确认后灯会怎样变。", En: "Review the third quarter when it was submitted, and see what it will change."}},
	{"lingdao", "沈川（示例）", district, office.Leader, district, vet.Words{
		Zh: "二十秒看完监测：三个红灯为什么红，对其中一个批示；再确认审核过的报表。", En: "Twenty seconds: why three lights are red. Give an instruction, then confirm what was reviewed."}},
	{"daibiao", "梁小满（示例）", "999901.qx", office.Deputy, district, vet.Words{
		Zh: "看去年的承诺与今年的结果。", En: "Last year's promises beside this year's results."}},
	{"xitong", "系统管理员（示例）", "999901.fgj", office.System, district, vet.Words{
		Zh: "新建一个账号，得到一次性链接；再试着给它授予角色。", En: "Make an account and get its one-time link; then try to grant it a role."}},
	{"anquan", "安全管理员（示例）", "999901.fgj", office.Security, district, vet.Words{
		Zh: "给人授予角色，修改口令和锁定的规则。", En: "Grant roles, change the rules for passwords and locks."}},
	{"shenji", "审计管理员（示例）", "999901.fgj", office.Audit, district, vet.Words{
		Zh: "看谁在何时从何处做了什么，哪些被拒绝。", En: "Who did what, when and from where, and what was refused."}},
}

// setup acts where nobody is there yet to act.
var setup = office.Actor{
	Person: ledger.System.ID, Name: "示例", Origin: "demo",
	Grants: []office.Grant{{Role: office.System}, {Role: office.Security}},
}

// Load fills an empty office. The report is read and vetted before it returns.
func Load(ctx context.Context, o *office.Office) ([]Seat, error) {
	settings := office.DefaultSettings
	settings.Factor = office.FactorChoice
	if err := o.ChangeSettings(ctx, setup, settings, "示例里不用验证器"); err != nil {
		return nil, err
	}
	if err := openUnits(ctx, o, units...); err != nil {
		return nil, err
	}
	seats, err := seatPeople(ctx, o)
	if err != nil {
		return nil, err
	}
	planner := office.Actor{
		Person: seats[0].Person, Name: seats[0].Name, Origin: "demo",
		Grants: []office.Grant{{Role: office.PlanOffice, Unit: district}, {Role: office.PlanOffice, Unit: tongliang}},
	}
	if err := adoptSample(ctx, o, planner); err != nil {
		return nil, err
	}
	return seats, adoptTongliang(ctx, o, planner)
}

func openUnits(ctx context.Context, o *office.Office, units ...office.Unit) error {
	for _, u := range units {
		u.From = "2025-01-01"
		if err := o.OpenUnit(ctx, setup, u); err != nil {
			return fmt.Errorf("unit %s: %w", u.Code, err)
		}
	}
	return nil
}

func seatPeople(ctx context.Context, o *office.Office) ([]Seat, error) {
	var seats []Seat
	for _, p := range people {
		id, _, err := o.AddPerson(ctx, setup, office.NewPerson{Login: p.login, Name: p.name, Unit: p.unit})
		if err != nil {
			return nil, fmt.Errorf("person %s: %w", p.login, err)
		}
		if err := o.GrantRole(ctx, setup, id, office.Grant{Role: p.role, Unit: p.on}); err != nil {
			return nil, fmt.Errorf("person %s: %w", p.login, err)
		}
		seats = append(seats, Seat{Person: id, Role: p.role, Name: p.name, Unit: unitName(p.unit), Try: p.try})
	}
	return seats, nil
}

func unitName(code string) string {
	for _, u := range units {
		if u.Code == code {
			return u.Name
		}
	}
	return code
}

// adoptSample uploads the sample report, has it read and adopts its plan.
func adoptSample(ctx context.Context, o *office.Office, planner office.Actor) error {
	job, err := o.Upload(ctx, planner, office.Upload{Unit: district, File: "青禾区2025年计划报告（示例）.docx", Data: sample.Docx})
	if err != nil {
		return err
	}
	if err := o.Work(ctx, job); err != nil {
		return err
	}
	_, err = o.Adopt(ctx, planner, office.Adoption{
		From: job, Year: 2026, Session: "青禾区第九届人民代表大会第六次会议（示例）", Date: "2026-01-20", Publish: true,
	})
	return err
}

// rows are the items of a typed table.
func rows(table []office.TypedRow) []plan.Item {
	var out []plan.Item
	for _, r := range table {
		out = append(out, r.Item())
	}
	return out
}
