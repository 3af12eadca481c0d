package main

import (
	"context"
	"errors"
	"fmt"

	"gangmu/document"
	"gangmu/fault"
	"gangmu/render"
)

// problem is an error for people: what happened and what to do, in both
// languages. Code names it for programs and never changes.
type problem struct {
	Code   string
	Zh, En string
	Cause  error
}

func (p *problem) Error() string { return p.En }
func (p *problem) Unwrap() error { return p.Cause }

func (p *problem) text(l render.Lang) string {
	if l == render.En {
		return p.En
	}
	return p.Zh
}

// errReported says that everything worth saying was said already.
var errReported = errors.New("reported")

// problemOf makes any error fit for people.
func problemOf(err error) *problem {
	var p *problem
	if errors.As(err, &p) {
		return p
	}
	var d *document.Error
	if errors.As(err, &d) {
		return &problem{Code: d.Code, Zh: d.Message, En: d.MessageEn, Cause: err}
	}
	var f *fault.Error
	if errors.As(err, &f) {
		return faultProblem(f, err)
	}
	if errors.Is(err, context.Canceled) {
		return &problem{Code: "interrupted", Zh: "已中断，没有做完。", En: "interrupted, not finished.", Cause: err}
	}
	return &problem{
		Code:  "internal",
		Zh:    fmt.Sprintf("没有做完：%v。请重试；仍不行，请把这句话连同文件交给维护者。", err),
		En:    fmt.Sprintf("not finished: %v. Try again; if it stays, give this sentence and the file to the maintainers.", err),
		Cause: err,
	}
}

// faultProblem adds the cause, which the administrator in front of the terminal
// needs and a visitor of the pages does not see.
func faultProblem(f *fault.Error, err error) *problem {
	p := &problem{Code: f.Code, Zh: f.Zh, En: f.En, Cause: err}
	if f.Cause != nil {
		p.Zh += fmt.Sprintf("（%v）", f.Cause)
		p.En += fmt.Sprintf(" (%v)", f.Cause)
	}
	return p
}
