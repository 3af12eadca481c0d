package document

import "fmt"

// What can be wrong with a file, as Error.Code.
const (
	CodeMissing     = "missing"            // there is no such file
	CodeUnreadable  = "unreadable"         // a directory, no permission, a failing disk
	CodeEmpty       = "empty"              // no bytes, or no text at all
	CodeUnsupported = "unsupported-format" // known, but not read by this version
	CodeUnknown     = "unknown-format"     // neither text nor a known format
	CodeEncrypted   = "encrypted"          // needs a password
	CodeDamaged     = "damaged"            // truncated or corrupt
	CodeTooLarge    = "too-large"          // beyond the limits
	CodeUnsafe      = "unsafe"             // made to harm: entities, declared types
)

// Error says why a file could not be read. Message and MessageEn are for
// people: what is wrong and what to do.
type Error struct {
	Code      string
	Message   string
	MessageEn string
	Cause     error
}

// Error is the message with its cause.
func (e *Error) Error() string {
	if e.Cause == nil {
		return e.Message
	}
	return e.Message + ": " + e.Cause.Error()
}

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Cause }

// NoText is the error for a file that could be read but says nothing.
func NoText() *Error {
	return &Error{
		Code:      CodeEmpty,
		Message:   "文件里没有文字。如果内容是扫描件或图片，请先做文字识别，再另存为 docx 或文本。",
		MessageEn: "The file holds no text. If it is a scan or picture, run text recognition first and save as docx or text.",
	}
}

// WarnIfEmpty says of a document without any block what NoText says; an office
// file without text is a document none the less.
func (d *Document) WarnIfEmpty() {
	if len(d.Blocks) == 0 {
		none := NoText()
		d.Warnings = append(d.Warnings, Warning{Zh: none.Message, En: none.MessageEn})
	}
}

// Damaged is the error for a file of a known format that breaks off or is
// corrupt.
func Damaged(cause error) *Error {
	return &Error{
		Code:      CodeDamaged,
		Message:   "文件不完整或已损坏，没有读取。请重新复制或下载一份；如果办公软件还能打开，另存一份新的再试。",
		MessageEn: "The file is truncated or corrupt; nothing was read. Copy or download it again; if an office program still opens it, save it as a new file.",
		Cause:     cause,
	}
}

// Encrypted is the error for a file that needs a password.
func Encrypted() *Error {
	return &Error{
		Code:      CodeEncrypted,
		Message:   "文件已加密，需要密码才能打开。请用办公软件打开，去掉密码后另存，再试一次。",
		MessageEn: "The file is encrypted. Open it in an office program, remove the password, save it and try again.",
	}
}

// Unsafe is the error for XML that declares types or entities, which documents
// of office programs never do.
func Unsafe(cause error) *Error {
	return &Error{
		Code:      CodeUnsafe,
		Message:   "文件里有不安全的内容（自定义 XML 实体），没有读取。请用办公软件打开，另存一份新的再试。",
		MessageEn: "The file declares XML entities, which is unsafe; nothing was read. Open it in an office program and save it as a new file.",
		Cause:     cause,
	}
}

// TooDeep is the error for elements nested beyond the limit.
func TooDeep(limit int) *Error {
	return &Error{
		Code:      CodeTooLarge,
		Message:   fmt.Sprintf("文件的内部嵌套超过 %d 层，没有读取。请用办公软件打开，另存一份新的再试。", limit),
		MessageEn: fmt.Sprintf("The file nests more than %d levels deep; nothing was read. Open it in an office program and save it as a new file.", limit),
	}
}

// TooManyPages is the error for a file with more than limit pages.
func TooManyPages(limit int) *Error {
	return &Error{
		Code:      CodeTooLarge,
		Message:   fmt.Sprintf("文件超过 %d 页，没有读取。请确认这是一份报告；确需读取时，拆成几个文件。", limit),
		MessageEn: fmt.Sprintf("The file has more than %d pages; nothing was read. Make sure this is a report, or split it.", limit),
	}
}
