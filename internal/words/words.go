// Package words looks for many words in a Chinese text in one pass.
//
// Most of a report's bytes are characters of three bytes whose first byte is one
// of six, so that a search for one word after the other stops at every second
// character. A Set looks at the two other bytes of each character, once for all
// of its words. It is for lists of words that are fixed in the program: build it
// once, as a variable of the package.
package words

import (
	"slices"
	"strings"
)

// Set is a list of words. Where several fit, the one that comes first in the list
// counts, so the longer of two that begin (or end) alike should come first.
type Set struct {
	words  []string
	heads  [slots]uint8 // hash of a word's first character -> number of its bucket
	tails  [slots]uint8 // of its last one
	starts [][]int32    // words by bucket, in the order of the list
	ends   [][]int32
}

const slots = 1 << 10

// New is the set of words, none of which may be empty.
func New(words ...string) *Set {
	s := &Set{words: words, starts: [][]int32{nil}, ends: [][]int32{nil}}
	for i, w := range words {
		s.starts = enter(&s.heads, s.starts, head(w, 0), i)
		s.ends = enter(&s.tails, s.ends, tail(w), i)
	}
	return s
}

// enter puts word i into the bucket of its hash. Two hashes may share a bucket:
// whatever is found there is compared in full.
func enter(table *[slots]uint8, buckets [][]int32, hash, i int) [][]int32 {
	b := table[hash]
	if b == 0 {
		if len(buckets) < 256 {
			buckets = append(buckets, nil)
		}
		b = uint8(len(buckets) - 1)
		table[hash] = b
	}
	buckets[b] = append(buckets[b], int32(i))
	return buckets
}

// head is the hash of the character at text[i].
func head(text string, i int) int {
	if c := text[i]; c < 0x80 || i+1 == len(text) {
		return int(c)
	}
	if i+2 == len(text) || text[i] < 0xE0 {
		return (int(text[i])<<6 ^ int(text[i+1])) % slots
	}
	return (int(text[i+1])<<6 ^ int(text[i+2])) % slots
}

// tail is the hash of the last character of text.
func tail(text string) int {
	n := len(text)
	if c := text[n-1]; c < 0x80 || n == 1 {
		return int(c)
	}
	return (int(text[n-2])<<6 ^ int(text[n-1])) % slots
}

// size is the length of the character that begins with c.
func size(c byte) int {
	switch {
	case c < 0xC0:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

// Word is the word of a number that the methods give.
func (s *Set) Word(i int) string { return s.words[i] }

// Next finds the first place of text[from:] where a word begins, and which; -1
// for none. The place counts from the beginning of text.
func (s *Set) Next(text string, from int) (at, word int) {
	for i := from; i < len(text); i += size(text[i]) {
		if b := s.heads[head(text, i)]; b != 0 {
			if w := s.among(s.starts[b], text[i:]); w >= 0 {
				return i, w
			}
		}
	}
	return -1, -1
}

// Index is the first place of text where a word begins, -1 for none.
func (s *Set) Index(text string) int {
	at, _ := s.Next(text, 0)
	return at
}

// In reports whether text holds a word.
func (s *Set) In(text string) bool {
	return s.Index(text) >= 0
}

// Has reports whether word is one of the set.
func (s *Set) Has(word string) bool { return slices.Contains(s.words, word) }

// Begins is the word that text begins with, -1 for none.
func (s *Set) Begins(text string) int {
	if text == "" {
		return -1
	}
	b := s.heads[head(text, 0)]
	if b == 0 {
		return -1
	}
	return s.among(s.starts[b], text)
}

func (s *Set) among(bucket []int32, text string) int {
	for _, i := range bucket {
		if strings.HasPrefix(text, s.words[i]) {
			return int(i)
		}
	}
	return -1
}

// Ends is the word that text ends with, -1 for none.
func (s *Set) Ends(text string) int {
	if text == "" {
		return -1
	}
	for _, i := range s.ends[s.tails[tail(text)]] {
		if strings.HasSuffix(text, s.words[i]) {
			return int(i)
		}
	}
	return -1
}

// CutPrefix is text without the word that it begins with.
func (s *Set) CutPrefix(text string) (rest string, ok bool) {
	if i := s.Begins(text); i >= 0 {
		return text[len(s.words[i]):], true
	}
	return text, false
}

// CutSuffix is text without the word that it ends with.
func (s *Set) CutSuffix(text string) (rest string, ok bool) {
	if i := s.Ends(text); i >= 0 {
		return text[:len(text)-len(s.words[i])], true
	}
	return text, false
}
