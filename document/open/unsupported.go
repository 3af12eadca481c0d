package open

import (
	"fmt"
	"path/filepath"
	"strings"

	"gangmu/document"
)

// known names the formats that are told apart but not read, and what to do.
var known = map[string]struct{ zh, en, do, doEn string }{
	"rtf":     {" RTF 文档", "an RTF document", saveAs, saveAsEn},
	"mht":     {"网页存档（MHT）", "a web archive (MHT)", saveAs, saveAsEn},
	"xml":     {" XML 文件", "an XML file", saveAs, saveAsEn},
	"xlsb":    {" Excel 二进制表格（.xlsb）", "a binary Excel workbook (.xlsb)", asWorkbook, asWorkbookEn},
	"xls":     {"旧版 Excel 或 WPS 表格（.xls、.et）", "an old Excel or WPS workbook (.xls, .et)", asWorkbook, asWorkbookEn},
	"ods":     {" OpenDocument 表格（.ods）", "an OpenDocument spreadsheet (.ods)", asWorkbook, asWorkbookEn},
	"pptx":    {"演示文稿（.pptx）", "a presentation (.pptx)", reportInstead, reportInsteadEn},
	"ppt":     {"演示文稿（.ppt）", "a presentation (.ppt)", reportInstead, reportInsteadEn},
	"works":   {" Microsoft Works 文档（.wps）", "a Microsoft Works document (.wps)", saveAs, saveAsEn},
	"uof":     {"标文通文档（.uof、.uot）", "a UOF document (.uof, .uot)", saveAs, saveAsEn},
	"image":   {"图片", "a picture", "请先做文字识别，再存为 docx 或文本", "Run text recognition first and save as docx or text"},
	"bmp":     {"图片", "a picture", "请先做文字识别，再存为 docx 或文本", "Run text recognition first and save as docx or text"},
	"archive": {"压缩包", "an archive", "请先解压，再给出其中的报告文件", "Unpack it and name the report within it"},
	"sqlite":  {"数据库文件", "a database file", reportInstead, reportInsteadEn},
	"ole":     {"旧版办公软件的文件", "a file of an old office program", saveAs, saveAsEn},
}

const (
	saveAs          = "请用 Word 或 WPS 打开，另存为 docx 或文本"
	saveAsEn        = "Open it in Word or WPS and save it as docx or text"
	asWorkbook      = "请用 Excel 或 WPS 打开，另存为 xlsx"
	asWorkbookEn    = "Open it in Excel or WPS and save it as xlsx"
	reportInstead   = "请给出报告的 docx 或文本"
	reportInsteadEn = "Name the report itself as docx or text"
)

func unsupported(format, name string) error {
	f := known[format]
	zh, en := "", ""
	if ext := strings.ToLower(filepath.Ext(name)); ext == ".docx" || ext == ".txt" || ext == ".md" {
		zh = fmt.Sprintf("（虽然扩展名是 %s）", ext)
		en = fmt.Sprintf(" (although its name ends in %s)", ext)
	}
	return &document.Error{
		Code:      document.CodeUnsupported,
		Message:   fmt.Sprintf("这是%s%s，本版本尚不支持。%s。", f.zh, zh, f.do),
		MessageEn: fmt.Sprintf("This is %s%s, which this version does not read. %s.", f.en, en, f.doEn),
	}
}
