package text

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"gangmu/document"
	"gangmu/document/internal/charset"
	"gangmu/internal/reference"
)

// inUTF16 encodes s without a mark.
func inUTF16(s string, order binary.AppendByteOrder) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

func inGB18030(t testing.TB, s string) []byte {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// encodings are the forms in which a text may come.
func encodings(t testing.TB, s string) map[string][]byte {
	return map[string][]byte{
		"utf-8, mark":    append([]byte("\xef\xbb\xbf"), s...),
		"gb18030":        inGB18030(t, s),
		"utf-16le":       inUTF16(s, binary.LittleEndian),
		"utf-16be":       inUTF16(s, binary.BigEndian),
		"utf-16le, mark": append([]byte("\xff\xfe"), inUTF16(s, binary.LittleEndian)...),
		"utf-16be, mark": append([]byte("\xfe\xff"), inUTF16(s, binary.BigEndian)...),
	}
}

// decoded is the text of data[r.Start:r.End] in the encoding.
func decoded(encoding string, data []byte) string {
	switch encoding {
	case "gb18030":
		s, _ := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
		return string(s)
	case "utf-16le", "utf-16be":
		order := binary.ByteOrder(binary.LittleEndian)
		if encoding == "utf-16be" {
			order = binary.BigEndian
		}
		units := make([]uint16, len(data)/2)
		for i := range units {
			units[i] = order.Uint16(data[2*i:])
		}
		return string(utf16.Decode(units))
	}
	return string(data)
}

// checkEncodings holds that a text says the same at the same lines and columns
// in every encoding, and that its bytes are found again.
func checkEncodings(t *testing.T, s string) {
	t.Helper()
	want := places(read(t, []byte(s)))
	for name, data := range encodings(t, s) {
		doc := read(t, data)
		if expected, _, _ := strings.Cut(name, ","); doc.Encoding != expected {
			t.Errorf("%s: taken for %s", name, doc.Encoding)
			continue
		}
		if diff := cmp.Diff(want, places(doc)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		for b := range doc.Paragraphs() {
			var bytes []byte
			for _, r := range b.Text.Source(0, len(b.Text.S)) {
				bytes = append(bytes, data[r.Start:r.End]...)
			}
			got := strings.ReplaceAll(decoded(doc.Encoding, bytes), "\r\n", "\n")
			if got != b.Text.S {
				t.Errorf("%s: %q stands on the bytes of %q", name, b.Text.S, got)
			}
		}
	}
}

func places(doc *document.Document) string {
	var out strings.Builder
	doc.Print(&out)
	return out.String()
}

func TestEncodings(t *testing.T) {
	tests := map[string]string{
		"report":          "一、2024年计划执行情况\r\n地区生产总值增长6.5%，城镇新增就业1.34万人。\r\n\r\n（一）主要指标\r\n空气质量保持Ⅲ类≥317天——达标①\r\n",
		"table":           "\t序号\r\n\t2024年\r\n目标\r\n\r\n\t1\r\n\t增长8以上\r\n\r\n\r\n完。\r\n",
		"short":           "计划",
		"no line end":     "各位代表：现在报告工作",
		"rare characters": "项目：㙍塘村、𠮷祥街、喆、镕、堃等地名，各位代表同志们，现在报告工作情况，请予审议。\n",
	}
	for name, s := range tests {
		t.Run(name, func(t *testing.T) { checkEncodings(t, s) })
	}
}

func TestEncodingsOfReport(t *testing.T) {
	data, err := os.ReadFile(reference.Path(t, "corpus", "tongliang-2024", "report.txt"))
	if err != nil {
		t.Fatal(err)
	}
	checkEncodings(t, string(data))
}

// Every report of the corpus, cut anywhere, is told apart in any encoding.
func TestEncodingsOfCorpus(t *testing.T) {
	dir := reference.Path(t, "corpus", "reports")
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".txt") {
			continue
		}
		data, err := os.ReadFile(dir + "/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		s := string(data[:min(len(data), 3000)])
		for !utf8.ValidString(s) {
			s = s[:len(s)-1]
		}
		for name, data := range encodings(t, s) {
			expected, _, _ := strings.Cut(name, ",")
			if got := charset.Detect(data); got != expected {
				t.Errorf("%s in %s is taken for %q", f.Name(), name, got)
			}
		}
	}
}

func TestNotText(t *testing.T) {
	random := make([]byte, 5000)
	state := uint32(1)
	for i := range random {
		state = state*1664525 + 1013904223
		random[i] = byte(state >> 24)
	}
	big5, err := traditionalchinese.Big5.NewEncoder().Bytes([]byte(strings.Repeat("各位代表：現在向大會報告工作，請予審議。經濟發展總體平穩，", 20)))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"random bytes":   random,
		"zeros":          make([]byte, 3000),
		"program":        append([]byte("\x7fELF\x02\x01\x01"), make([]byte, 300)...),
		"Big5":           big5,
		"Western Europe": []byte(strings.Repeat("Budget r\xe9vis\xe9 d\xe9j\xe0 adopt\xe9 \xe0 l'unanimit\xe9\n", 9)),
	} {
		_, err := Read(context.Background(), data, document.Limits{})
		var e *document.Error
		if !errors.As(err, &e) || e.Code != document.CodeUnknown {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A text in which a few bytes are damaged is read, and says so.
func TestDamagedBytes(t *testing.T) {
	long := strings.Repeat("各位代表，现在报告工作。\n", 50)
	for name, data := range map[string][]byte{
		"utf-8":   []byte(long + "增长\xff8%\n"),
		"gb18030": append(inGB18030(t, long), "\xd4\xf6\xff8%\n"...),
	} {
		doc := read(t, data)
		last := doc.Blocks[len(doc.Blocks)-1].Text
		if !strings.Contains(last.S, "\uFFFD8%") || len(doc.Warnings) != 1 {
			t.Errorf("%s: %q with %d warnings", name, last.S, len(doc.Warnings))
		}
		at := strings.Index(last.S, "8%")
		r := last.Source(at, at+2)
		if len(r) != 1 || !bytes.Equal(data[r[0].Start:r[0].End], []byte("8%")) {
			t.Errorf("%s: places behind the damage are wrong: %v", name, r)
		}
	}
}
