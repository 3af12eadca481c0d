// Command peer sets Gangmu's speed beside that of PocketBase, which is a program of
// the same kind: one binary with SQLite, rights and an API. Both get the same
// operations from the same clients on the same machine: a value entered by somebody
// who is signed in and may, checked and on disk before it is answered; a list of 400
// rows. Run it with `make bench-peer`.
//
// The ratio is the figure to look at: clients and servers share the processor, and
// whatever else runs slows both. PocketBase keeps one table and no history; Gangmu
// writes the event, its hashes and what pages read. The exit code is 1 when a
// requirement is missed.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	command := flag.String("command", "../../bin/gangmu", "the built command")
	each := flag.Duration("time", 5*time.Second, "how long each load lasts")
	dir := flag.String("dir", "", "folder for data, on the disk to be measured; default a temporary one")
	peer := flag.String("peer", "", "serve PocketBase from this folder (used by the program itself)")
	addr := flag.String("addr", "", "where")
	flag.Parse()
	var err error
	ok := true
	if *peer != "" {
		err = servePeer(*peer, *addr)
	} else {
		ok, err = compare(*command, *dir, *each)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "peer:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

func compare(command, dir string, each time.Duration) (bool, error) {
	dir, err := os.MkdirTemp(dir, "gangmu-peer")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	ours, err := measureGangmu(context.Background(), command, dir, each)
	if err != nil {
		return false, fmt.Errorf("gangmu: %w", err)
	}
	theirs, err := measurePeer(dir, each)
	if err != nil {
		err = fmt.Errorf("pocketbase: %w", err) // ours are printed all the same
	}
	return print(ours, theirs), err
}
