package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// server is a program that serves, started by start.
type server struct {
	cmd   *exec.Cmd
	addr  string
	ready time.Duration // from the start to the first answer
}

var serving = regexp.MustCompile(`http://(127\.0\.0\.1:\d+)`)

// start runs a program until it answers at path; the address is on the first line
// of its messages that has one.
func start(path string, command ...string) (*server, error) {
	begun := time.Now()
	s := &server{cmd: exec.Command(command[0], command[1:]...)}
	messages, err := s.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(messages)
	last := ""
	for s.addr == "" && lines.Scan() {
		last = lines.Text()
		if m := serving.FindStringSubmatch(lines.Text()); m != nil {
			s.addr = m[1]
		}
	}
	go io.Copy(io.Discard, messages)
	if s.addr == "" {
		return nil, fmt.Errorf("%v: ended without serving: %q, %w", command, last, s.cmd.Wait())
	}
	for {
		if _, err = once(s.addr, request("GET", path, "")); err == nil {
			s.ready = time.Since(begun)
			return s, nil
		}
		if time.Since(begun) > 30*time.Second {
			s.stop()
			return nil, err
		}
		time.Sleep(time.Millisecond)
	}
}

func (s *server) stop() {
	s.cmd.Process.Signal(os.Interrupt)
	s.cmd.Wait()
}

// peak is the most memory that was resident so far, in MB; 0 where the system
// does not say.
func (s *server) peak() float64 {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	for line := range strings.Lines(string(status)) {
		if value, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, _ := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(value), " kB"), 64)
			return kb / 1024
		}
	}
	return 0
}
