package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"gangmu/render"
)

// version of the program; CHANGELOG.md says what is in it. `make dist` adds the
// commit: 0.1.0+1a2b3c4d5e6f.
var version = "0.1.0"

// Exit codes.
const (
	exitOK       = 0
	exitFindings = 1 // vet found an error, verify found damage
	exitUnusable = 2 // an input or the arguments could not be used
)

// Program is one run of the command with everything it touches.
type Program struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Name           string   // how the program was started, for the commands it proposes
	Args           []string // without the program's name
	StdoutTerminal bool
	// Browse shows an address in a browser; nil for the system's own.
	Browse         func(url string) error
	StderrTerminal bool
}

// grammar is the command line. Help texts stand in words.go.
type grammar struct {
	Lang    string   `default:"zh" placeholder:"zh|en" help:"help_lang"`
	MaxSize byteSize `default:"256MB" placeholder:"SIZE" help:"help_max_size"`

	Read    readCmd    `cmd:"" help:"help_read"`
	Assess  assessCmd  `cmd:"" help:"help_assess"`
	Diff    diffCmd    `cmd:"" help:"help_diff"`
	Vet     vetCmd     `cmd:"" help:"help_vet"`
	Explain explainCmd `cmd:"" help:"help_explain"`
	Open    openCmd    `cmd:"" default:"1" help:"help_open"`
	Serve   serveCmd   `cmd:"" help:"help_serve"`
	Work    workCmd    `cmd:"" help:"help_work"`
	Verify  verifyCmd  `cmd:"" help:"help_verify"`
	Backup  backupCmd  `cmd:"" help:"help_backup"`
	Restore restoreCmd `cmd:"" help:"help_restore"`
	Doctor  doctorCmd  `cmd:"" help:"help_doctor"`
	Demo    demoCmd    `cmd:"" help:"help_demo"`
	Version versionCmd `cmd:"" help:"help_version"`
}

// invocation is what a command sees of its run.
type invocation struct {
	*Program
	ctx     context.Context
	lang    render.Lang
	maxSize int64
}

// Run does what Args say and returns the exit code.
func (p *Program) Run(ctx context.Context) int {
	lang := languageOf(p.Args)
	err := p.run(ctx, lang)
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errReported):
		return exitUnusable
	}
	fmt.Fprintf(p.Stderr, "gangmu: %s\n", problemOf(err).text(lang))
	return exitUnusable
}

func (p *Program) run(ctx context.Context, lang render.Lang) error {
	var g grammar
	var help bytes.Buffer
	helped := false
	parser, err := kong.New(&g,
		kong.Name("gangmu"),
		kong.Description(words["description"].in(lang)),
		helpWords(lang),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.Writers(&help, io.Discard),
		kong.Configuration(readSettings),
		kong.Exit(func(int) { helped = true }),
	)
	if err != nil {
		return err
	}
	parsed, err := parser.Parse(p.Args)
	if helped {
		_, err := io.WriteString(p.Stdout, translateHelp(help.String(), lang))
		return err
	}
	if err != nil {
		return argumentProblem(err)
	}
	if g.Lang != string(render.Zh) && g.Lang != string(render.En) {
		return badLang(g.Lang)
	}
	return parsed.Run(&invocation{Program: p, ctx: ctx, lang: lang, maxSize: int64(g.MaxSize)})
}

// languageOf finds --lang before anything is parsed, so that help and errors
// about the arguments speak it too.
func languageOf(args []string) render.Lang {
	for i, a := range args {
		switch {
		case a == "--":
			return render.Zh
		case a == "--lang" && i+1 < len(args) && args[i+1] == string(render.En):
			return render.En
		case strings.TrimPrefix(a, "--lang=") == string(render.En) && a != string(render.En):
			return render.En
		}
	}
	return render.Zh
}

type versionCmd struct{}

func (versionCmd) Run(s *invocation) error {
	_, err := fmt.Fprintln(s.Stdout, "gangmu "+version)
	return err
}
