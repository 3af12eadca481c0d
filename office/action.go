package office

import "gangmu/vet"

// Action is something that rights decide about, as object.verb.
type Action string

const (
	ReadPlan       Action = "plan.read"
	AdoptPlan      Action = "plan.adopt"
	AdjustPlan     Action = "plan.adjust"
	CorrectFact    Action = "fact.correct"
	AssignSeries   Action = "series.assign"
	AcceptSeries   Action = "series.accept"
	ReadSheet      Action = "sheet.read"
	ReportSheet    Action = "sheet.report"
	ReviewSheet    Action = "sheet.review"
	ConfirmSheet   Action = "sheet.confirm"
	UnlockSheet    Action = "sheet.unlock"
	WriteNote      Action = "note.write"
	Instruct       Action = "instruction.give"
	ChangeLights   Action = "lights.change"
	ReadDraft      Action = "draft.read"
	UploadDraft    Action = "draft.upload"
	AcceptFinding  Action = "finding.accept"
	CorrectReading Action = "reading.correct"
	ReadUnits      Action = "unit.read"
	ManageUnits    Action = "unit.manage"
	ReadPeople     Action = "person.read"
	ManagePeople   Action = "person.manage"
	InvitePerson   Action = "person.invite"
	GrantRole      Action = "role.grant"
	ResetFactor    Action = "factor.reset"
	EndSessions    Action = "session.end"
	OwnAccount     Action = "account.own"
	ReadSettings   Action = "settings.read"
	ChangeSettings Action = "settings.change"
	ReadHealth     Action = "health.read"
	ReadAudit      Action = "audit.read"
)

// Actions are all actions, in the order of docs/rights.md.
var Actions = []Action{
	ReadPlan, AdoptPlan, AdjustPlan, CorrectFact,
	AssignSeries, AcceptSeries, ReadSheet, ReportSheet, ReviewSheet, ConfirmSheet, UnlockSheet, WriteNote, Instruct, ChangeLights,
	ReadDraft, UploadDraft, AcceptFinding, CorrectReading,
	ReadUnits, ManageUnits,
	ReadPeople, ManagePeople, InvitePerson, GrantRole, ResetFactor, EndSessions, OwnAccount,
	ReadSettings, ChangeSettings, ReadHealth, ReadAudit,
}

var actionNames = map[Action]vet.Words{
	ReadPlan:       {Zh: "查看计划", En: "Read a plan"},
	AdoptPlan:      {Zh: "确定年度计划", En: "Adopt a plan"},
	AdjustPlan:     {Zh: "调整目标、录入市级下达", En: "Adjust targets, enter issued ones"},
	CorrectFact:    {Zh: "更正实绩", En: "Correct a result"},
	AssignSeries:   {Zh: "分解任务", En: "Assign indicators"},
	AcceptSeries:   {Zh: "认领任务", En: "Accept an indicator"},
	ReadSheet:      {Zh: "查看报表", En: "Read sheets"},
	ReportSheet:    {Zh: "填报、报送", En: "Fill in and submit a sheet"},
	ReviewSheet:    {Zh: "审核、退回", En: "Review or return a sheet"},
	ConfirmSheet:   {Zh: "确认、收回确认", En: "Confirm a sheet, take it back"},
	UnlockSheet:    {Zh: "批准锁定后修改", En: "Grant a change after the lock"},
	WriteNote:      {Zh: "写偏差说明", En: "Explain a deviation"},
	Instruct:       {Zh: "批示", En: "Give an instruction"},
	ChangeLights:   {Zh: "修改亮灯规则", En: "Change the rules of lights"},
	ReadDraft:      {Zh: "查看文稿", En: "Read drafts"},
	UploadDraft:    {Zh: "上传文稿", En: "Upload a draft"},
	AcceptFinding:  {Zh: "接受问题", En: "Accept a finding"},
	CorrectReading: {Zh: "更正读取结果", En: "Correct what was read"},
	ReadUnits:      {Zh: "查看单位", En: "Read units"},
	ManageUnits:    {Zh: "管理单位", En: "Manage units"},
	ReadPeople:     {Zh: "查看人员", En: "Read people"},
	ManagePeople:   {Zh: "管理账号", En: "Manage accounts"},
	InvitePerson:   {Zh: "发一次性登录链接", En: "Issue a one-time link"},
	GrantRole:      {Zh: "授予和收回角色", En: "Grant and revoke roles"},
	ResetFactor:    {Zh: "重置二次验证", En: "Reset a second factor"},
	EndSessions:    {Zh: "结束登录", En: "End sessions"},
	OwnAccount:     {Zh: "管理自己的账号", En: "Manage one's own account"},
	ReadSettings:   {Zh: "查看设置", En: "Read settings"},
	ChangeSettings: {Zh: "修改设置", En: "Change settings"},
	ReadHealth:     {Zh: "查看运行状况", En: "Read the installation's health"},
	ReadAudit:      {Zh: "查看审计记录", En: "Read the audit"},
}

// Name is the action for people.
func (a Action) Name() vet.Words { return actionNames[a] }
