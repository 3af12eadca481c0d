package pgtest

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// keeper makes the cluster, says where, and stays until its standard input ends,
// which it does with the test binary, also a killed one. Then it stops the server
// and removes everything. Durability is off: tests do not pull the plug.
const keeper = `
dir=$(mktemp -d /tmp/gangmu-pg-XXXXXX) || exit 1
server=
trap 'trap "" EXIT; [ -n "$server" ] && kill -QUIT $server && wait $server; rm -rf "$dir"' EXIT
"$0/initdb" -D "$dir/data" -U gangmu -A trust -E UTF8 --locale=C --no-sync >"$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
"$0/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=${GANGMU_TEST_FSYNC:-off} -c max_connections=200 \
	-c shared_buffers=64MB </dev/null >>"$dir/log" 2>&1 &
server=$!
echo "ready $dir"
while read -r line; do :; done
`

// alive are the ends of pipes that this process holds until it ends.
var alive []io.Closer

// start starts the keeper and returns the folder of the socket. PostgreSQL refuses
// to run as root, so root lends it the account postgres or nobody.
func start(bin string) (dir string, err error) {
	var keep *exec.Cmd
	if os.Getuid() == 0 {
		keep = exec.Command("su", "-s", "/bin/sh", account(), "-c", keeper, bin)
	} else {
		keep = exec.Command("/bin/sh", "-c", keeper, bin)
	}
	keep.Dir = "/"
	keep.Env = append(os.Environ(), "LC_ALL=C")
	pipe, err := keep.StdinPipe()
	if err != nil {
		return "", err
	}
	alive = append(alive, pipe)
	out, err := keep.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := keep.Start(); err != nil {
		return "", err
	}
	var said []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if dir, ready := strings.CutPrefix(lines.Text(), "ready "); ready {
			return dir, nil
		}
		said = append(said, lines.Text())
	}
	return "", fmt.Errorf("initdb failed: %s", strings.Join(said, "\n"))
}

func account() string {
	if err := exec.Command("id", "postgres").Run(); err == nil {
		return "postgres"
	}
	return "nobody"
}
