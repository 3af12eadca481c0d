package main

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
)

const codeOutput = "cannot-write"

// output is where results go: stdout, or a file that appears whole or not at all.
type output struct {
	*bufio.Writer
	file   *os.File // nil for stdout
	target string   // the file's final name
}

// openOutput opens path for results; "" and "-" are stdout. A path that is one
// of the inputs is refused: reading must never destroy a report.
func (s *invocation) openOutput(path string, inputs []string) (*output, error) {
	if path == "" || path == stdio {
		return &output{Writer: bufio.NewWriter(s.Stdout)}, nil
	}
	target := path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		target = real
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, os.ErrNotExist):
	case err != nil:
		return nil, outputProblem(path, err)
	case info.IsDir():
		return nil, &problem{
			Code: codeOutput,
			Zh:   fmt.Sprintf("%s 是文件夹，请给出文件名。", path),
			En:   fmt.Sprintf("%s is a folder: give the name of a file.", path),
		}
	case !info.Mode().IsRegular(): // /dev/null, a pipe: nothing to replace
		f, err := os.OpenFile(target, os.O_WRONLY, 0)
		if err != nil {
			return nil, outputProblem(path, err)
		}
		return &output{Writer: bufio.NewWriter(f), file: f}, nil
	case slices.ContainsFunc(inputs, func(in string) bool { return s.isInput(in, info) }):
		return nil, &problem{
			Code: codeOutput,
			Zh:   fmt.Sprintf("%s 是要读的报告，不能覆盖，请换一个输出文件名。", path),
			En:   fmt.Sprintf("%s is a report to be read and is not overwritten: choose another name for the output.", path),
		}
	}
	f, err := createTemp(target, info)
	if err != nil {
		return nil, outputProblem(path, err)
	}
	return &output{Writer: bufio.NewWriter(f), file: f, target: target}, nil
}

// isInput reports whether the input called name is the file of info, by whatever
// name or redirection.
func (s *invocation) isInput(name string, info os.FileInfo) bool {
	other, err := os.Stat(name)
	if name == stdio {
		f, ok := s.Stdin.(*os.File)
		if !ok {
			return false
		}
		other, err = f.Stat()
	}
	return err == nil && os.SameFile(info, other)
}

// createTemp makes an empty file beside target, with target's rights when it
// exists and the user's usual rights when it does not.
func createTemp(target string, old os.FileInfo) (*os.File, error) {
	name := fmt.Sprintf(".%s-%x.tmp", filepath.Base(target), rand.Uint64())
	f, err := os.OpenFile(filepath.Join(filepath.Dir(target), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil || old == nil {
		return f, err
	}
	if err := f.Chmod(old.Mode().Perm()); err != nil {
		return nil, errors.Join(err, f.Close(), os.Remove(f.Name()))
	}
	return f, nil
}

// commit makes the results final.
func (o *output) commit() error {
	err := o.Flush()
	if o.file == nil {
		return wrapOutput("stdout", err)
	}
	name := o.file.Name()
	if o.target == "" {
		return wrapOutput(name, errors.Join(err, o.file.Close()))
	}
	err = errors.Join(err, o.file.Close())
	if err == nil {
		err = os.Rename(name, o.target)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(name))
	}
	o.file = nil
	return wrapOutput(o.target, err)
}

// discard drops what was not committed.
func (o *output) discard() {
	if o.file == nil {
		return
	}
	o.file.Close()
	if o.target != "" {
		os.Remove(o.file.Name())
	}
}

func wrapOutput(path string, err error) error {
	if err == nil {
		return nil
	}
	return outputProblem(path, err)
}

func outputProblem(path string, err error) error {
	return &problem{
		Code:  codeOutput,
		Zh:    fmt.Sprintf("%s 写不了，请检查文件夹是否存在、是否有权限和空间（%v）。", path, err),
		En:    fmt.Sprintf("cannot write %s: check that the folder exists, is writable and has room (%v).", path, err),
		Cause: err,
	}
}
