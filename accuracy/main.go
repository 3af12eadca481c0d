// Command accuracy measures how well vet finds contradictions. Run it with
// `make accuracy`; docs/accuracy.md says how to read what it prints.
//
// It plants single errors (package plant) in the sample and in real reports and
// counts those that vet finds, counts the benign edits that vet takes for
// errors, and counts what vet says of the unedited reports. Nothing is judged
// here: whether a finding on an unedited report is right, a reader must say.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
)

// options are the flags.
type options struct {
	seed   uint64
	number int
	list   string
	found  bool
	kinds  string
	groups string
	show   string
}

func main() {
	var o options
	flag.Uint64Var(&o.seed, "seed", 1, "seed of the planter")
	flag.IntVar(&o.number, "n", 12, "plants of a kind in a group at most; 0 for all")
	flag.StringVar(&o.list, "list", "", "list the misses of this kind (of a benign one the false alarms), or of all")
	flag.BoolVar(&o.found, "found", false, "with -list: list what was found too")
	flag.StringVar(&o.kinds, "kinds", "", "only these kinds, separated by commas")
	flag.StringVar(&o.groups, "groups", "", "only these groups of reports: tongliang, sample, others")
	flag.StringVar(&o.show, "findings", "", "print the errors and warnings on the unedited reports of this group instead")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(2)
	}
}

func run(ctx context.Context, o options) error {
	only := o.groups
	if o.show != "" {
		only = o.show
	}
	groups, err := findReports(only)
	if err != nil {
		return err
	}
	if err := vetAll(ctx, groups); err != nil {
		return err
	}
	if o.show != "" {
		showFindings(os.Stdout, groups)
		return nil
	}
	trials, err := plantAll(ctx, groups, o)
	if err != nil {
		return err
	}
	printRecall(os.Stdout, groups, trials)
	printUnedited(os.Stdout, groups)
	if o.list != "" {
		printTrials(os.Stdout, trials, o)
	}
	return nil
}

// chosen reports that name stands in a list; every name stands in an empty one.
func chosen(list, name string) bool {
	return list == "" || strings.Contains(","+list+",", ","+name+",")
}
