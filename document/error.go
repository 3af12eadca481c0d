package document

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
