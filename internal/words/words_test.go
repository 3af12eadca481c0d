package words_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gangmu/internal/words"
)

// alphabet has characters of one, two, three and four bytes, some of which share
// bytes.
var alphabet = []rune("a1 ·×建成投产設，。、𠀀一丁七")

func text(most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return string(rapid.SliceOfN(rapid.SampledFrom(alphabet), 1, most).Draw(t, "text"))
	})
}

func TestASetFindsWhatOneSearchAfterTheOtherFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(text(3), 1, 40).Draw(t, "words")
		s := text(30).Draw(t, "in")
		set := words.New(list...)

		first, starts, ends := -1, -1, -1
		for i, w := range list {
			if at := strings.Index(s, w); at >= 0 && (first < 0 || at < first) {
				first = at
			}
			if starts < 0 && strings.HasPrefix(s, w) {
				starts = i
			}
			if ends < 0 && strings.HasSuffix(s, w) {
				ends = i
			}
		}
		at, w := set.Next(s, 0)
		if at != first || at >= 0 && !strings.HasPrefix(s[at:], set.Word(w)) {
			t.Fatalf("%q in %q: at %d, want %d", list, s, at, first)
		}
		if set.In(s) != (first >= 0) || set.Begins(s) != starts || set.Ends(s) != ends {
			t.Fatalf("%q in %q: begins %d, want %d; ends %d, want %d", list, s, set.Begins(s), starts, set.Ends(s), ends)
		}
	})
}

func TestTheFirstOfTheListCounts(t *testing.T) {
	set := words.New("建成投产", "建成", "投产")
	at, w := set.Next("已建成投产", 0)
	if at != len("已") || set.Word(w) != "建成投产" {
		t.Errorf("at %d: %s", at, set.Word(w))
	}
	if rest, ok := set.CutSuffix("已建成"); !ok || rest != "已" {
		t.Errorf("left %q", rest)
	}
	if rest, ok := set.CutPrefix("成"); ok || rest != "成" {
		t.Errorf("left %q", rest)
	}
}

func TestBrokenTextIsPassedOver(t *testing.T) {
	set := words.New("建")
	for _, s := range []string{"\xe5", "\xe5\xbb", "\xff\xfe", "\xbb\xba建"} {
		at, _ := set.Next(s, 0)
		if want := strings.Index(s, "建"); at != want {
			t.Errorf("%q: at %d, want %d", s, at, want)
		}
	}
}
