package render

import (
	"bytes"
	"encoding/json"
	"io"
)

// writeJSON prints v with one field of the object and one entry of each list a
// line, so that a person, grep and diff can follow it too.
func writeJSON(w io.Writer, v any) error {
	compact, err := encode(v)
	if err != nil {
		return err
	}
	_, err = w.Write(append(breakLines(compact), '\n'))
	return err
}

// encode is compact JSON without a line break at its end.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// breakLines puts line breaks into compact JSON: between the fields of the
// outermost object and between the entries of the lists in it.
func breakLines(compact []byte) []byte {
	out := make([]byte, 0, len(compact)+len(compact)/32)
	var open []byte // the brackets around the place
	// broken reports that what stands directly in open goes over several lines.
	broken := func() bool { return len(open) == 1 || len(open) == 2 && open[1] == '[' }
	inString := false
	for i := 0; i < len(compact); i++ {
		c := compact[i]
		switch {
		case inString:
			if c == '\\' {
				out = append(out, c)
				i++
				c = compact[i]
			} else if c == '"' {
				inString = false
			}
			out = append(out, c)
		case c == '"':
			inString = true
			out = append(out, c)
		case c == '{' || c == '[':
			open = append(open, c)
			out = append(out, c)
			if broken() && compact[i+1] != c+2 { // in ASCII } and ] follow { and [ by two
				out = append(out, '\n')
			}
		case c == '}' || c == ']':
			if broken() && compact[i-1] != c-2 {
				out = append(out, '\n')
			}
			open = open[:len(open)-1]
			out = append(out, c)
		default:
			out = append(out, c)
			if c == ',' && broken() {
				out = append(out, '\n')
			}
		}
	}
	return out
}

// list makes an empty list out of a missing one: the formats never print null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
