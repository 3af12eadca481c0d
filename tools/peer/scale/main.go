// Command scale does in SQL on DuckDB what bench/scale measures of Gangmu, on the
// same figures, and prints what it took as JSON. It is a measure, not a rival: it
// holds no events, no rights and no earlier versions.
//
//	go run ./bench/scale -facts facts.csv                          in the repository
//	cd tools/peer/scale && go run . -facts …/facts.csv > peer.json
//	go run ./bench/scale -database … -peer peer.json
//
// This module needs cgo, which the program itself does not.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	_ "github.com/duckdb/duckdb-go/v2"
)

func main() {
	facts := flag.String("facts", "", "the figures that bench/scale wrote")
	clients := flag.Int("clients", 32, "that ask for overviews at once")
	flag.Parse()
	out, err := run(context.Background(), *facts, *clients)
	if err != nil {
		fmt.Fprintln(os.Stderr, "peer:", err)
		os.Exit(2)
	}
	_ = json.NewEncoder(os.Stdout).Encode(out)
}

// load reads the figures in the order in which overviews ask for them; the
// city's last month is left for the close.
var load = []string{
	`CREATE TABLE counted AS SELECT * FROM read_csv('%s', types = {'unit': 'VARCHAR', 'value': 'DECIMAL(18,2)', 'goal': 'DECIMAL(18,2)'})
		WHERE NOT (city <= 1 AND year = 2026 AND month = 12) ORDER BY unit, no, year, month`,
	`CREATE TABLE waiting AS SELECT * FROM read_csv('%s', types = {'unit': 'VARCHAR', 'value': 'DECIMAL(18,2)', 'goal': 'DECIMAL(18,2)'})
		WHERE city = 1 AND year = 2026 AND month = 12`,
	`CREATE INDEX counted_unit ON counted (unit)`,
}

// overview is a unit's rows with pace, gap, light, and the share of the year that
// earlier years had reached by the same month.
const overview = `
WITH mine AS (SELECT * FROM counted WHERE unit = ?),
last AS (SELECT no, arg_max(month, month) AS month, arg_max(value, month) AS value, any_value(goal) AS goal FROM mine WHERE year = 2026 GROUP BY no),
before AS (
	SELECT l.no, avg(m.value / nullif(y.value, 0)) AS share FROM last l
	JOIN mine m ON m.no = l.no AND m.year < 2026 AND m.month = l.month
	JOIN mine y ON y.no = l.no AND y.year = m.year AND y.month = 12 GROUP BY l.no)
SELECT l.no, l.value, l.goal, round(100 * l.value / l.goal, 1) AS done, round(100.0 * l.month / 12, 1) AS pace, b.share,
	CASE WHEN l.no > 24 AND l.value >= l.goal THEN 'green' WHEN l.no > 24 AND l.goal - l.value <= 2 THEN 'yellow' WHEN l.no > 24 THEN 'red'
		WHEN 100.0 * l.month / 12 - 100 * l.value / l.goal > 30 THEN 'red'
		WHEN 100.0 * l.month / 12 - 100 * l.value / l.goal >= 10 THEN 'yellow' ELSE 'green' END AS light
FROM last l LEFT JOIN before b USING (no) ORDER BY l.no`

const ranking = `SELECT unit, value, rank() OVER (ORDER BY value DESC) AS place FROM counted WHERE no = ? AND year = 2026 AND month = 11 ORDER BY place, unit`

// forecast is the mean of monitor.Predict for totals in September: months left at
// their usual share and the present level, which is moved by 35% towards the last
// three months and, for two months' weight, towards last year.
const forecast = `
WITH s AS (SELECT * FROM counted WHERE no <= 24 AND city = 1 AND unit IN (SELECT DISTINCT unit FROM counted WHERE city = 1 AND unit <> '99.01' ORDER BY unit LIMIT 17)),
steps AS (SELECT *, value - coalesce(lag(value) OVER (PARTITION BY unit, no, year ORDER BY month), 0) AS step FROM s),
totals AS (SELECT unit, no, year, max(value) AS total FROM s WHERE year < 2026 GROUP BY ALL),
shape AS (SELECT p.unit, p.no, p.month, avg(p.step / t.total) AS share FROM steps p JOIN totals t USING (unit, no, year) GROUP BY ALL),
now AS (SELECT p.unit, p.no, sum(p.step) AS done, sum(12 * h.share) AS due,
		sum(p.step) FILTER (p.month > 6) AS recent, sum(12 * h.share) FILTER (p.month > 6) AS recent_due
	FROM steps p JOIN shape h USING (unit, no, month) WHERE p.year = 2026 AND p.month <= 9 GROUP BY ALL),
level AS (SELECT n.*, t.total, ((n.done / n.due + 0.35 * (n.recent / n.recent_due - n.done / n.due)) * n.due + t.total / 12 * 2) / (n.due + 2) AS level
	FROM now n JOIN totals t ON t.unit = n.unit AND t.no = n.no AND t.year = 2025)
SELECT unit, no, done + level * (12 - due) AS year FROM level ORDER BY unit, no LIMIT 400`

// agree are the sums of a city that do not fit its counties.
const agree = `SELECT no FROM waiting WHERE no <= 24 GROUP BY no
	HAVING sum(value) FILTER (unit <> '99.01') <> sum(value) FILTER (unit = '99.01')`

func run(ctx context.Context, file string, clients int) (map[string]float64, error) {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	out := map[string]float64{}
	if out["load"], err = took(func() error { return loadFacts(ctx, db, file) }); err != nil {
		return nil, err
	}
	units, err := texts(ctx, db, `SELECT DISTINCT unit FROM counted ORDER BY unit`)
	if err != nil {
		return nil, err
	}
	if err := overviews(ctx, db, units, clients, out); err != nil {
		return nil, err
	}
	if out["ranking"], err = took(func() error { return drain(ctx, db, len(units), ranking, 3) }); err != nil {
		return nil, err
	}
	if out["forecast"], err = took(func() error { return drain(ctx, db, 400, forecast) }); err != nil {
		return nil, err
	}
	out["close"], err = took(func() error { return closeMonth(ctx, db) })
	return out, err
}

func loadFacts(ctx context.Context, db *sql.DB, file string) error {
	for _, text := range load {
		if _, err := db.ExecContext(ctx, strings.ReplaceAll(text, "%s", strings.ReplaceAll(file, "'", "''"))); err != nil {
			return err
		}
	}
	return nil
}

func took(do func() error) (ms float64, err error) {
	start := time.Now()
	err = do()
	return float64(time.Since(start).Microseconds()) / 1000, err
}

func overviews(ctx context.Context, db *sql.DB, units []string, clients int, out map[string]float64) error {
	const each = 20
	var mu sync.Mutex
	var all []float64
	var failed error
	var wg sync.WaitGroup
	for c := range clients {
		wg.Go(func() {
			r := rand.New(rand.NewPCG(7, uint64(c)))
			for range each {
				ms, err := took(func() error { return drain(ctx, db, 40, overview, units[r.IntN(len(units))]) })
				mu.Lock()
				if all = append(all, ms); err != nil {
					failed = err
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	slices.Sort(all)
	out["overview-median"], out["overview-p99"] = all[len(all)/2], all[len(all)*99/100]
	return failed
}

// drain reads all rows of a query and expects so many.
func drain(ctx context.Context, db *sql.DB, want int, query string, args ...any) error {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		n++
	}
	if n != want && rows.Err() == nil {
		return fmt.Errorf("%d rows, want %d: %.60s", n, want, query)
	}
	return rows.Err()
}

func texts(ctx context.Context, db *sql.DB, query string) (out []string, err error) {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// closeMonth checks a city's sums against its counties and makes its figures count,
// unit by unit as people confirm them.
func closeMonth(ctx context.Context, db *sql.DB) error {
	if err := drain(ctx, db, 0, agree); err != nil {
		return err
	}
	units, err := texts(ctx, db, `SELECT DISTINCT unit FROM waiting ORDER BY unit DESC`)
	if err != nil {
		return err
	}
	for _, u := range units {
		if _, err := db.ExecContext(ctx, `INSERT INTO counted SELECT * FROM waiting WHERE unit = ?`, u); err != nil {
			return err
		}
	}
	return nil
}
