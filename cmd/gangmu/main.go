// Command gangmu reads the yearly plan report of a Chinese local government and
// prints the plan that it contains, or the scorecard of the year it reports on.
//
// Results go to stdout, messages to stderr. The exit code is 0 when every input
// was used, 1 when vet found an error, and 2 when an input or the arguments could not be used.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/term"

	_ "gangmu/internal/shortrun" // puts the first collection of garbage off
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	p := &Program{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Name: os.Args[0], Args: os.Args[1:],
		StdoutTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		StderrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
	code := p.Run(ctx)
	stop()
	os.Exit(code)
}
