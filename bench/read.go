package main

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"time"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/quantity"
)

// Requirements for reading and assessing.
const (
	textLimit      = 12  // ms
	textFloorLimit = 150 // times the floor
	docxLimit      = 25
	docxFloorLimit = 40
	docLimit       = 30
	corpusLimit    = 8   // MB of text per second on one core
	linearLimit    = 1.2 // time beside what is proportional
	scanLimit      = 30  // MB/s
)

// extracted reads one report and takes its plan out.
func extracted(ctx context.Context, data []byte) (*document.Document, *extract.Result, error) {
	doc, err := open.Read(ctx, "report", data, document.Limits{})
	if err != nil {
		return nil, nil, err
	}
	r, err := extract.Extract(ctx, doc)
	return doc, r, err
}

// work reads and assesses one report, as the command does.
func work(data []byte) error {
	_, r, err := extracted(context.Background(), data)
	if err != nil {
		return err
	}
	r.Plan.Assess()
	return nil
}

// single measures one report in the common formats, two of them beside their
// floor.
func single(b *board, in *inputs) error {
	var err error
	keep := func(e error) {
		if e != nil {
			err = e
		}
	}
	t := fastest(rounds,
		func() { keep(work(in.text)) },
		func() { decode(in.text) },
		func() { keep(work(in.docx)) },
		func() { keep(inflate(in.docx)) },
	)
	if err != nil {
		return err
	}
	b.info("floor, text: decode", milliseconds(t[1]), "ms")
	b.atMost("read+assess, text", milliseconds(t[0]), textLimit, "ms")
	b.atMost("  beside its floor", float64(t[0])/float64(t[1]), textFloorLimit, "x")
	b.info("floor, docx: inflate and decode", milliseconds(t[3]), "ms")
	b.atMost("read+assess, docx", milliseconds(t[2]), docxLimit, "ms")
	b.atMost("  beside its floor", float64(t[2])/float64(t[3]), docxFloorLimit, "x")
	if in.doc == nil {
		return nil
	}
	old := fastest(rounds, func() { keep(work(in.doc)) })[0]
	b.atMost("read+assess, doc", milliseconds(old), docLimit, "ms")
	return err
}

// corpus measures all reports one after another on one core, the collector included.
func corpus(b *board, in *inputs) error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	size, total := 0, time.Duration(0)
	for _, r := range in.reports {
		var err error
		size += len(r)
		total += fastest(5, func() { err = work(r) })[0]
		if err != nil {
			return err
		}
	}
	b.atLeast("all reports, one core", megabytesPerSecond(size, total), corpusLimit, "MB/s")
	return nil
}

// linear measures a text and the same text four and sixteen times over: once a
// plan report and once reports in prose.
func linear(b *board, in *inputs) error { return proportional(b, in, "", work, 8) }

// proportional is linear for some work.
func proportional(b *board, in *inputs, name string, work func([]byte) error, rounds int) error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	prose := bytes.Join(in.reports[:min(len(in.reports), 10)], []byte("\n"))
	for _, text := range []struct {
		what string
		data []byte
	}{{"plan report", in.text}, {"prose", prose}} {
		var err error
		times := fastest(rounds, repeated(work, text.data, 1, &err), repeated(work, text.data, 4, &err), repeated(work, text.data, 16, &err))
		if err != nil {
			return err
		}
		for i, n := range []int{4, 16} {
			b.atMost(fmt.Sprintf("%s%s %d times over, beside proportional", name, text.what, n),
				float64(times[i+1])/float64(n)/float64(times[0]), linearLimit, "x")
		}
	}
	return nil
}

// repeated is the work on a text n times over.
func repeated(work func([]byte) error, text []byte, n int, err *error) func() {
	data := bytes.Repeat(text, n)
	return func() {
		if e := work(data); e != nil {
			*err = e
		}
	}
}

// scan measures the search for numbers alone.
func scan(b *board, in *inputs) error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	text := string(in.text)
	var found []quantity.Mention
	t := fastest(rounds, func() { found = quantity.AppendMentions(found[:0], text) })[0]
	b.atLeast("quantity scan alone", megabytesPerSecond(len(in.text), t), scanLimit, "MB/s")
	return nil
}
