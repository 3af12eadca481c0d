package office

import "gangmu/vet"

// kindNames are the kinds of events for people.
var kindNames = map[string]vet.Words{
	kindUnitOpened:         {Zh: "新设单位", En: "unit opened"},
	kindUnitChanged:        {Zh: "修改单位", En: "unit changed"},
	kindUnitClosed:         {Zh: "停用单位", En: "unit closed"},
	kindPersonAdded:        {Zh: "新建账号", En: "account made"},
	kindPersonChanged:      {Zh: "修改人员", En: "person changed"},
	kindPersonDisabled:     {Zh: "停用账号", En: "account disabled"},
	kindPersonEnabled:      {Zh: "启用账号", En: "account enabled"},
	kindPersonInvited:      {Zh: "发一次性链接", En: "one-time link issued"},
	kindPersonLinked:       {Zh: "关联统一认证", En: "identity linked"},
	kindPersonUnlinked:     {Zh: "解除统一认证关联", En: "identity unlinked"},
	kindRoleGranted:        {Zh: "授予角色", En: "role granted"},
	kindRoleRevoked:        {Zh: "收回角色", En: "role revoked"},
	kindPasswordChanged:    {Zh: "修改口令", En: "password changed"},
	kindFactorEnrolled:     {Zh: "绑定二次验证", En: "second factor set up"},
	kindFactorReset:        {Zh: "重置二次验证", En: "second factor reset"},
	kindRecoveryUsed:       {Zh: "使用恢复码", En: "recovery code used"},
	kindSessionOpened:      {Zh: "登录", En: "signed in"},
	kindSessionRefused:     {Zh: "登录失败", En: "sign-in failed"},
	kindSessionEnded:       {Zh: "退出登录", En: "signed out"},
	kindTokenMade:          {Zh: "新建令牌", En: "token made"},
	kindTokenUsed:          {Zh: "使用令牌", En: "token in use"},
	kindTokenRevoked:       {Zh: "作废令牌", En: "token revoked"},
	kindSettingsChanged:    {Zh: "修改设置", En: "settings changed"},
	kindRefused:            {Zh: "越权被拒", En: "refused"},
	kindDraftUploaded:      {Zh: "上传文稿", En: "draft uploaded"},
	kindDraftRead:          {Zh: "读完文稿", En: "draft read"},
	kindDraftUnreadable:    {Zh: "文稿读不了", En: "draft unreadable"},
	kindFindingAccepted:    {Zh: "接受问题", En: "finding accepted"},
	kindFindingReopened:    {Zh: "撤回接受", En: "finding reopened"},
	kindReadingCorrected:   {Zh: "更正读取结果", En: "reading corrected"},
	kindPlanAdopted:        {Zh: "确定年度计划", En: "plan adopted"},
	kindIndicatorAdopted:   {Zh: "列入指标", En: "indicator adopted"},
	kindFactRecorded:       {Zh: "录入实绩", En: "result entered"},
	kindFactCorrected:      {Zh: "更正实绩", En: "result corrected"},
	kindTargetIssued:       {Zh: "录入市级下达", En: "target issued"},
	kindTargetAdjusted:     {Zh: "调整目标", En: "target adjusted"},
	"series.assigned":      {Zh: "分解任务", En: "indicators assigned"},
	"series.accepted":      {Zh: "认领任务", En: "indicators accepted"},
	"series.handed-over":   {Zh: "移交任务", En: "indicators handed over"},
	"values.saved":         {Zh: "保存数据", En: "values saved"},
	"sheet.submitted":      {Zh: "报送", En: "sheet submitted"},
	"sheet.withdrawn":      {Zh: "撤回报送", En: "sheet withdrawn"},
	"sheet.reviewed":       {Zh: "审核通过", En: "sheet reviewed"},
	"sheet.returned":       {Zh: "退回", En: "sheet returned"},
	"sheet.confirmed":      {Zh: "确认", En: "sheet confirmed"},
	"sheet.taken-back":     {Zh: "收回确认", En: "confirmation taken back"},
	"sheet.unlocked":       {Zh: "批准限时修改", En: "change after the lock granted"},
	"sheet.reopened":       {Zh: "分解单位更正，退回核对", En: "reopened as a part was corrected"},
	"contact.changed":      {Zh: "修改提醒邮箱", En: "address for reminders changed"},
	"evidence.added":       {Zh: "上传佐证", En: "evidence added"},
	"relations.declared":   {Zh: "声明勾稽关系", En: "relations declared"},
	"note.written":         {Zh: "写偏差说明", En: "deviation explained"},
	"instruction.given":    {Zh: "批示", En: "instruction given"},
	"instruction.answered": {Zh: "办结批示", En: "instruction answered"},
	"lights.changed":       {Zh: "修改亮灯规则", En: "rules of lights changed"},
	"ledger.program":       {Zh: "程序或密钥更换", En: "another program or key"},
}

// KindName is a kind of event for people; one that has no words is its own name.
func KindName(kind string) vet.Words {
	if w, ok := kindNames[kind]; ok {
		return w
	}
	return vet.Words{Zh: kind, En: kind}
}
