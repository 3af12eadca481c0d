package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"
)

const codeArguments = "bad-arguments"

// argumentProblem says in office Chinese what the parser says in English.
func argumentProblem(err error) error {
	var p *problem
	if errors.As(err, &p) {
		return p
	}
	var parse *kong.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	msg := parse.Error()
	zh := "参数有误：" + msg
	unexpected := "多余的参数："
	if parse.Context.Selected() == nil {
		unexpected = "没有这个命令："
	}
	for _, t := range []struct{ prefix, zh string }{
		{"unknown flag ", "没有这个选项："},
		{"unexpected argument ", unexpected},
		{"unexpected flag argument ", "这个选项不带值："},
		{"expected one of ", "缺少命令，可用的命令："},
		{"expected ", "缺少参数："},
	} {
		if rest, ok := strings.CutPrefix(msg, t.prefix); ok {
			zh = t.zh + didYouMean.Replace(rest)
			break
		}
	}
	if flag, ok := strings.CutSuffix(msg, `: expected string value but got "EOL" (<EOL>)`); ok {
		zh, msg = flag+" 后面缺少值", flag+" needs a value"
	}
	return &problem{
		Code:  codeArguments,
		Zh:    sentence(zh, "。") + "运行 gangmu --help 查看用法。",
		En:    sentence(msg, ". ") + "Run gangmu --help for usage.",
		Cause: err,
	}
}

// sentence ends s with stop unless it is a question already.
func sentence(s, stop string) string {
	if strings.HasSuffix(s, "？") {
		return s
	}
	if strings.HasSuffix(s, "?") {
		return s + " "
	}
	return s + stop
}

var didYouMean = strings.NewReplacer(", did you mean one of ", "，是不是 ", ", did you mean ", "，是不是 ", "?", "？", "<files> ...", "<文件>")

func badLang(lang string) error {
	return &problem{
		Code: codeArguments,
		Zh:   fmt.Sprintf("没有语言 %q，可用 zh（中文）或 en（英文）。", lang),
		En:   fmt.Sprintf("no language %q: use zh (Chinese) or en (English).", lang),
	}
}

func stdinTwice() error {
	return &problem{
		Code: codeArguments,
		Zh:   "标准输入（-）只能读一次，请只写一个“-”。",
		En:   "standard input (-) can be read only once: write a single \"-\".",
	}
}

// outputFormat is how a command prints.
type outputFormat string

const (
	formatText    outputFormat = "text"
	formatJSON    outputFormat = "json"
	formatParquet outputFormat = "parquet"
	formatXlsx    outputFormat = "xlsx"
	formatSarif   outputFormat = "sarif"
	formatHTML    outputFormat = "html"
	formatDocx    outputFormat = "docx"
	formatPDF     outputFormat = "pdf"
)

// check refuses a format that is none of those known.
func (f outputFormat) check(known ...outputFormat) error {
	if slices.Contains(known, f) {
		return nil
	}
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = string(k)
	}
	return &problem{
		Code: "unknown-format",
		Zh:   fmt.Sprintf("不能输出 %q 格式，可用 %s。", string(f), strings.Join(names, "、")),
		En:   fmt.Sprintf("cannot print the format %q: use %s.", string(f), strings.Join(names, ", ")),
	}
}

// byteSize is a number of bytes, written 256MB, 64M, 1GB or plain.
type byteSize int64

// UnmarshalText reads a size for the command line.
func (b *byteSize) UnmarshalText(text []byte) error {
	s := strings.ToUpper(strings.TrimSpace(string(text)))
	s = strings.TrimSuffix(s, "B")
	shift := 0
	if n := len(s); n > 0 {
		if i := strings.IndexByte("KMG", s[n-1]); i >= 0 {
			shift, s = 10*(i+1), s[:n-1]
		}
	}
	n, err := strconv.ParseInt(s, 10, 32)
	if err != nil || n <= 0 {
		return &problem{
			Code:  codeArguments,
			Zh:    fmt.Sprintf("--max-size 看不懂 %q，请写成 256MB 这样的大小。", text),
			En:    fmt.Sprintf("--max-size cannot be %q: write a size such as 256MB.", text),
			Cause: err,
		}
	}
	*b = byteSize(n << shift)
	return nil
}
