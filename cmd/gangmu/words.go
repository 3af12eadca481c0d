package main

import (
	"strings"

	"github.com/alecthomas/kong"

	"gangmu/render"
)

// both is a text in both languages.
type both struct{ zh, en string }

func (b both) in(l render.Lang) string {
	if l == render.En {
		return b.en
	}
	return b.zh
}

// words are the texts of the help, by the names that grammar uses.
var words = map[string]both{
	"description": {
		"纲目：读入国民经济和社会发展计划报告，取出其中的计划，评估完成情况。文件只在本机读取，不外传。",
		"Gangmu reads a local government's plan report, takes out the plan and assesses it. Files are read on this machine only.",
	},
	"help_lang":           {"输出语言：zh 中文，en 英文（默认 zh）。", "Language of output: zh Chinese, en English (default zh)."},
	"help_max_size":       {"单个文件展开后的最大字节数（默认 256MB）。", "Largest size of one file when expanded (default 256MB)."},
	"help_read":           {"列出报告里的计划：指标、重点项目、民生实事、承诺事项、名词解释。", "Print the plan in a report: indicators, projects, livelihood items, commitments, glossary."},
	"help_assess":         {"评估上年指标：超额完成、完成、未达预期、待定，逐项说明理由。", "Print the scorecard: exceeded, met, missed, undetermined, and why."},
	"help_diff":           {"对比两年的指标：新增、取消、更名、口径改变、调组、目标调整。一份报告比上年与本年，两份报告比两年的计划。", "Compare two years' indicators: added, removed, renamed, on another basis, regrouped, moved targets."},
	"help_diff_old":       {"报告；只给一份时，比它的上年与本年。", "A report; alone, its two years are compared."},
	"help_diff_new":       {"后一年的报告，或同一年的另一稿。", "The report of a later year, or another draft of the same year."},
	"no_comparison":       {"报告里没有指标可比（指标表或表述中的目标）。", "There are no indicators to compare in the report."},
	"help_vet":            {"检查报告：前后矛盾、与指标表和专栏不符、算术和编号错误，逐处指出。", "Find where a report contradicts itself, its tables or arithmetic."},
	"help_explain":        {"说明检查规则；不写规则名时列出全部规则。", "Explain a rule; without a name, list them all."},
	"help_rules":          {"只用这些规则（逗号分隔，名称见 gangmu explain）；--rules=-ID 表示不用这条。", "Apply only these rules (comma-separated; names as in gangmu explain); --rules=-ID leaves one out."},
	"help_severity":       {"只列这个等级及以上的问题：error 必须改，warning 请核实，info 提示（默认 info）。", "List findings of this severity and above (default info)."},
	"help_baseline":       {"以前一次 --format json 的结果为基线，只列新出现的问题。", "Take an earlier --format json as known and list only what is new."},
	"help_accept":         {"接受问题的清单，每行“指纹 规则 理由”（默认用报告旁的 报告文件名.gangmu）。", "File of accepted findings, a line each: FINGERPRINT RULE REASON (default: the report's name with .gangmu beside it)."},
	"help_rule":           {"规则名。", "The rule's id."},
	"nothing_checkable":   {"没有可以检查的内容，请确认这是计划报告或政府工作报告。", "There was nothing to check: make sure this is a plan report or a government work report."},
	"help_serve":          {"启动网页应用：计划的分解、填报、审核和监测。", "Run the web application in which the plan lives: assignment, reporting, review, monitoring."},
	"help_addr":           {"监听的地址和端口（默认 127.0.0.1:8080，只有本机能访问）。", "Address and port to listen on (default 127.0.0.1:8080, this machine only)."},
	"help_data":           {"数据目录（默认 gangmu-data）。", "Folder of the data (default gangmu-data)."},
	"help_db":             {"PostgreSQL 的地址 postgres://…；不写时用数据目录里的 SQLite。", "Address of PostgreSQL, postgres://…; without it SQLite in the data folder."},
	"help_config":         {"配置文件，每行“选项 = 值”；命令行优先，其次环境变量。", "Configuration file, a line \"option = value\" each; the command line counts first, then the environment."},
	"serving":             {"纲目已在 %s 提供服务，按 Ctrl-C 停止。", "Gangmu serves on %s; Ctrl-C stops it."},
	"help_verify":         {"核对账本：有没有事件被改动、删除、调换。有损坏时退出码为 1。", "Check the ledger: whether any event was changed, dropped or reordered. Damage gives exit code 1."},
	"help_checkpoint":     {"以前用 -o 存下、另处保管的检查点。", "A checkpoint written before with -o and kept elsewhere."},
	"help_checkpoint_out": {"核对无误后，把签名的检查点写入文件。", "Write the signed checkpoint to a file when nothing is wrong."},
	"help_backup":         {"备份账本和文件到一个文件，服务不必停。", "Back up the ledger and its files into one file, while the service runs."},
	"help_backup_out":     {"备份文件的名字，不能已存在。", "Name of the backup file; it must not exist."},
	"help_restore":        {"把备份恢复到空的数据目录或数据库，先核对再恢复。", "Restore a backup into an empty data folder or database, after checking it."},
	"help_restore_file":   {"备份文件。", "The backup file."},
	"help_work":           {"单独的后台进程：读取和核查上传的文稿（PostgreSQL）。", "A process of its own that reads and vets what is uploaded (PostgreSQL)."},
	"help_workers":        {"同时读取几份文稿。", "How many reports are read at once."},
	"help_serve_workers":  {"本进程同时读取几份文稿；0 全部交给 gangmu work（只限 PostgreSQL）。", "How many reports this process reads at once; 0 leaves them to gangmu work (PostgreSQL only)."},
	"working":             {"正在处理后台工作，按 Ctrl-C 停止。", "Working; Ctrl-C stops it."},
	"help_doctor":         {"检查安装：哪里不对，怎样修。", "Examine the installation: what is wrong and how to mend it."},
	"verify_sound":        {"账本完好：共%d条事件、%d个文件，根散列 %s。", "The ledger is sound: %d events, %d files, root %s."},
	"verify_damaged":      {"账本有损坏，共%d处：", "The ledger is damaged in %d places:"},
	"verify_more":         {"  还有%d处没有列出。", "  %d more are not listed."},
	"verify_tail":         {"没有给出外部检查点：末尾的事件如被截去，或整本被重写，这里看不出来。请用 -o 存一份检查点到别处，下次用 --checkpoint 核对。", "Without an outside checkpoint nobody can see whether events at the end were cut off or all was rewritten. Keep one elsewhere (-o) and compare with --checkpoint next time."},
	"verify_stranger":     {"检查点不是用本账本用过的密钥签的：请确认它属于这本账。", "The checkpoint was signed by a key that this ledger never used: make sure that it belongs to it."},
	"verify_agrees":       {"与给出的检查点一致：它签到的%d条事件一条不少，一字未改。", "It agrees with the checkpoint given: its %d events are all there, unchanged."},
	"backup_done":         {"已备份到 %s：%d条事件、%d个文件，已核对。签名密钥 signing.key 不在其中，请另行保管。", "Backed up to %s: %d events, %d files, checked. The signing key signing.key is not in it: keep it apart."},
	"restore_done":        {"已从 %s 恢复：%d条事件、%d个文件，核对无误。", "Restored from %s: %d events, %d files, nothing wrong."},
	"backup_damaged":      {"备份照原样完成，但账本本身有损坏，请运行 gangmu verify。", "the backup was made as it is, but the ledger itself is damaged: run gangmu verify."},
	"doctor_fine":         {"没有发现问题（数据库：%s）。账本内容请用 gangmu verify 核对。", "Nothing is wrong (database: %s). Check the ledger's content with gangmu verify."},
	"help_url":            {"浏览器访问本服务的地址，如 https://plan.example；用统一认证时必须写明。", "The address that browsers reach this service by, such as https://plan.example; needed with an identity provider."},
	"help_oidc_issuer":    {"统一认证（OpenID Connect）的地址；不写则只用本地账号。", "Address of an OpenID Connect provider; without it there are local accounts only."},
	"help_oidc_client":    {"本服务在统一认证登记的客户端标识。", "The client id by which the provider knows this service."},
	"help_oidc_secret":    {"客户端密钥；用环境变量或配置文件给出，不会出现在进程列表里。", "The client's secret; the environment or the configuration file keeps it out of the list of processes."},
	"help_oidc_name":      {"登录页上统一认证的名称。", "What the sign-in page calls the provider."},
	"help_oidc_login":     {"令牌里写登录名的字段（如 preferred_username）：首次登录即关联同名账号，三员除外；不写则由系统管理员逐个关联。", "The claim that holds a login (preferred_username): the first sign-in links the account of that login, but no administrator's. Without it the system administrator links each."},
	"help_proxy":          {"前面的代理的地址或网段；它在 X-Forwarded-For 里写的来源才可信。", "Addresses or networks of the proxy in front, whose X-Forwarded-For is believed."},
	"help_smtp":           {"发提醒和每月摘要的邮件服务器；口令用环境变量 GANGMU_SMTP_PASSWORD 给出。", "The server that mails reminders and monthly summaries; its password comes in by GANGMU_SMTP_PASSWORD."},
	"help_smtp_from":      {"发信地址。", "The sender's address."},
	"help_smtp_user":      {"邮件服务器的用户名；不填则不登录。", "User name at the mail server; none without a sign-in."},
	"help_smtp_plain":     {"允许不加密的邮件服务器（封闭网络内）。", "Allow a mail server without TLS, inside a closed network."},
	"help_webhook":        {"提醒也以 JSON 发到这个地址；GANGMU_WEBHOOK_KEY 是签名的密钥。", "Reminders are posted to this address as JSON, too; GANGMU_WEBHOOK_KEY signs them."},
	"help_https":          {"经 https 访问（前面有代理）：登录凭据只经 https 发送。", "It is reached by https through a proxy: cookies are sent by https alone."},
	"first_start":         {"首次启动。请用这个一次性链接给系统管理员 admin 设置口令：\n\n  %s\n\n有效到 %s。", "First start. Set the password of the system administrator, admin, with this link, which works once:\n\n  %s\n\nIt is good until %s."},
	"help_demo":           {"打开示例：一个虚构区县的计划年度，在浏览器里看，退出后不保留。", "Open the sample in the browser: a plan year of a made-up district, gone when it ends."},
	"help_demo_text":      {"不开网页，用自带的示例报告演示 read 和 assess。", "No pages: show read and assess on the built-in sample report."},
	"help_demo_addr":      {"监听的地址和端口（默认本机的空闲端口）。", "Address and port to listen on (default a free port of this machine)."},
	"demo_open":           {"纲目的示例已打开（虚构的区县，另有一份注明来源的公开数据）：\n\n  %s\n\n选一个身份进入；按 Ctrl-C 结束，改动不保留。不开网页：%s demo --text\n", "The sample is open (a made-up district, and public data with their source):\n\n  %s\n\nChoose whom to be; Ctrl-C ends it, and nothing is kept. Without pages: %s demo --text\n"},
	"help_open":           {"打开本机页面：拖入报告，看到问题，保存结果（不写命令时即是）。", "Open the local page to drop a report on, see its findings and save them (what happens without a command)."},
	"help_browser":        {"是否打开浏览器；--no-browser 只显示网址。", "Open the browser; --no-browser only prints the address."},
	"opened":              {"纲目已打开一个本机页面，只有这台电脑能看：\n\n  %s\n\n关闭页面，程序随后停止；在此按 Ctrl-C 也可以。命令用法：gangmu --help\n", "Gangmu has opened a page that only this computer can see:\n\n  %s\n\nClosing the page ends the program, and so does Ctrl-C here. For commands: gangmu --help\n"},
	"no_browser":          {"浏览器没能自动打开，请把上面的网址复制到浏览器。", "The browser did not open: copy the address above into it."},
	"help_version":        {"显示版本号。", "Print the version."},
	"help_files":          {"报告文件（txt、md、docx、doc、wps、odt、pdf、ofd、html、xlsx），可以多个；“-”表示标准输入。", "Report files (txt, md, docx, doc, wps, odt, pdf, ofd, html, xlsx), one or more; \"-\" is standard input."},
	"help_format":         {"输出格式：text 供人阅读，json 供程序使用（默认 text）。", "Output format: text for people, json for programs (default text)."},
	"help_author":         {"批注的作者（默认 纲目）。", "Author of the comments (default 纲目)."},
	"help_clear":          {"从 Word 文件里清除 vet 写的批注，别人的批注都保留。", "Take the comments of vet out of a Word file; those of people stay."},
	"help_vet_format":     {"输出格式：text 供人阅读，json 供程序使用，sarif 为检查结果的通用格式 SARIF 2.1.0，html 为一个可离线打开的网页，docx 为带批注的 Word 文件，pdf 为带批注的 PDF 副本（默认 text）。", "Output format: text for people, json for programs, sarif for SARIF 2.1.0, html for one page that opens offline, docx for the report as a Word file with comments, pdf for a copy of a PDF file with notes (default text)."},
	"help_read_format":    {"输出格式：text 供人阅读，json 供程序使用，xlsx 为可编辑、可再读入的表格，parquet 为多份报告的指标数据表（默认 text）。", "Output format: text for people, json for programs, xlsx for a workbook that can be edited and read back, parquet for the indicators of many reports as a data table (default text)."},
	"pdf_first":           {"首次读取 PDF，正在为本机准备 PDF 组件，约需几秒；以后不再需要。", "Reading a PDF for the first time: preparing the PDF component for this machine takes some seconds, once."},
	"progress":            {"读取报告", "reading reports"},
	"no_plan":             {"没有找到计划内容（指标表、重点项目、民生实事、承诺）。请确认这是计划报告或政府工作报告。", "No plan was found (indicator tables, key projects, livelihood items, commitments). Make sure this is a plan report or a government work report."},
	"no_indicators":       {"没有找到可评估的指标（带目标和完成情况的指标表或表述）。", "No indicator with a target and a result was found to assess."},
	"demo_read":           {"示例报告里的计划（gangmu read）：地名和数字都是虚构的", "The plan in the sample report (gangmu read); places and figures are made up"},
	"demo_assess":         {"示例报告的完成情况评估（gangmu assess）", "The scorecard of the sample report (gangmu assess)"},
	"demo_next":           {"接下来可以试", "What to try next"},
	"demo_commands": {
		"  %[1]s assess sample/report.docx      同一份报告的 Word 文件\n" +
			"  %[1]s read 报告.docx                 换成自己的报告\n" +
			"  %[1]s read --format json 报告.docx   给程序用的数据\n" +
			"  %[1]s demo                           在浏览器里看一个计划年度\n" +
			"  %[1]s --help                         全部命令和选项\n",
		"  %[1]s --lang en assess sample/report.docx   the same report as a Word file\n" +
			"  %[1]s --lang en read report.docx            a report of your own\n" +
			"  %[1]s read --format json report.docx        data for programs\n" +
			"  %[1]s --lang en demo                        a plan year in the browser\n" +
			"  %[1]s --lang en --help                      all commands and options\n",
	},
	"help_out": {"写入文件，不写到屏幕；“-”表示标准输出。", "Write to a file instead of the screen; \"-\" is standard output."},
}

// helpWords puts the texts in the place of the names that the help tags hold.
// kong's own variables would cost every run some milliseconds: it expands each
// of them anew for each flag.
func helpWords(l render.Lang) kong.Option {
	return kong.PostBuild(func(k *kong.Kong) error {
		return kong.Visit(k.Model.Node, func(v kong.Visitable, next kong.Next) error {
			switch v := v.(type) {
			case *kong.Node:
				v.Help = helpText(v.Help, l)
			case *kong.Value:
				v.Help = helpText(v.Help, l)
			}
			return next(nil)
		})
	})
}

func helpText(name string, l render.Lang) string {
	if text, ok := words[name]; ok {
		return text.in(l)
	}
	return name
}

// kongHelp are the fixed words of the help printer.
var kongHelp = strings.NewReplacer(
	"Usage: ", "用法：", "Arguments:\n", "参数：\n", "Flags:\n", "选项：\n", "Commands:\n", "命令：\n",
	"Show context-sensitive help.", "显示帮助。",
	`Run "gangmu <command> --help" for more information on a command.`, `各命令的说明：gangmu <command> --help`,
	"[flags]", "[选项]", "<command>", "<命令>", "<files> ...", "<文件> ...",
)

func translateHelp(s string, l render.Lang) string {
	if l == render.En {
		return s
	}
	return kongHelp.Replace(s)
}
