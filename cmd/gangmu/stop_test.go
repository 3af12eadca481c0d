package main

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// A service manager's SIGTERM ends the service in order.
func TestStopsOnTermination(t *testing.T) {
	program := exec.Command("gangmu", "--lang", "en", "serve", "--addr", "127.0.0.1:0", "--data", t.TempDir())
	program.Stdout = os.Stdout
	messages, err := program.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	var said []string
	for lines := bufio.NewScanner(messages); lines.Scan(); {
		said = append(said, lines.Text())
		if strings.Contains(lines.Text(), `"msg":"serving"`) {
			if err := program.Process.Signal(syscall.SIGTERM); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := program.Wait(); err != nil || !strings.Contains(said[len(said)-1], `"msg":"stopped"`) {
		t.Errorf("ended with %v, saying\n%s", err, strings.Join(said, "\n"))
	}
}
