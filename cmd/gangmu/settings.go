package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/alecthomas/kong"

	"gangmu/ledger"
)

// store are the settings of every command that works on a ledger. An argument
// counts before an environment variable, that before the configuration file.
type store struct {
	Data   string          `default:"gangmu-data" env:"GANGMU_DATA" placeholder:"DIR" help:"help_data"`
	DB     string          `env:"GANGMU_DB" placeholder:"URL" help:"help_db"`
	Config kong.ConfigFlag `env:"GANGMU_CONFIG" placeholder:"FILE" help:"help_config"`
}

// ledger is the configuration of the ledger that the settings name.
func (s *store) ledger() ledger.Config {
	c := ledger.Config{Database: s.DB, KeyFile: filepath.Join(s.Data, "signing.key"), Version: version}
	if c.Database == "" {
		c.Database = filepath.Join(s.Data, "gangmu.db")
	}
	return c
}

// look is the configuration to look at the ledger without changing it.
func (s *store) look() ledger.Config {
	c := s.ledger()
	c.ReadOnly = true
	c.Modules = modules()
	return c
}

// makeData makes the data folder, for the account of the service alone.
func (s *store) makeData() error {
	if err := os.MkdirAll(s.Data, 0o700); err != nil {
		return &problem{
			Code:  "data-folder",
			Zh:    fmt.Sprintf("数据目录 %s 用不了，请检查上级目录和权限（%v）。", s.Data, err),
			En:    fmt.Sprintf("the data folder %s cannot be used: check the folder above it and its permissions (%v).", s.Data, err),
			Cause: err,
		}
	}
	return nil
}

// readSettings reads a configuration file: a line "name = value" per option, # for
// comments, names as on the command line without the dashes.
func readSettings(r io.Reader) (kong.Resolver, error) {
	values := map[string]string{}
	lines := bufio.NewScanner(io.LimitReader(r, 1<<20))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, value, found := strings.Cut(line, "=")
		if !found {
			return nil, settingProblem(n, line)
		}
		values[strings.TrimSpace(name)] = strings.TrimSpace(value)
	}
	return settings(values), lines.Err()
}

func settingProblem(line int, text string) error {
	return &problem{
		Code: codeArguments,
		Zh:   fmt.Sprintf("配置文件第%d行看不懂：%s。每行写“选项 = 值”，如 addr = 127.0.0.1:8080。", line, text),
		En:   fmt.Sprintf("line %d of the configuration file is not understood: %s. Write \"option = value\", such as addr = 127.0.0.1:8080.", line, text),
	}
}

// settings gives options the values of a configuration file.
type settings map[string]string

// Validate refuses a name that is no option of any command: a slip of the pen must
// not pass as a setting.
func (s settings) Validate(app *kong.Application) error {
	known := map[string]bool{}
	_ = kong.Visit(app, func(node kong.Visitable, next kong.Next) error {
		if n, ok := node.(*kong.Flag); ok {
			known[n.Name] = true
		}
		return next(nil)
	})
	for name := range s {
		if !known[name] {
			return &problem{
				Code: codeArguments,
				Zh:   fmt.Sprintf("配置文件里没有这个选项：%s。", name),
				En:   fmt.Sprintf("the configuration file sets %s, which is no option.", name),
			}
		}
	}
	return nil
}

// Resolve is the value of a flag, unless the environment gives one.
func (s settings) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	for _, name := range flag.Envs {
		if _, set := os.LookupEnv(name); set {
			return nil, nil
		}
	}
	if value, set := s[flag.Name]; set {
		return value, nil
	}
	return nil, nil
}
