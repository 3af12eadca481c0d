package ledger

import (
	"math/bits"

	"golang.org/x/mod/sumdb/tlog"
)

// scan holds the events, as they are read in order, against the hashes written with
// them. It goes on from the written hashes, so that one change is one damage and
// not one for every event after it.
type scan struct {
	report *Report
	tree   tree
	known  uint64 // bit per level: that peak was read, and not lost with a missing event
}

// event takes the next event that is there, with its written hashes.
func (s *scan) event(e Event, written []byte) {
	if next := s.tree.size + 1; e.Seq > next {
		s.report.damage(dropped(next, e.Seq-1))
		s.skip(e.Seq - 1)
	}
	levels := bits.TrailingZeros64(uint64(e.Seq)) + 1 // how many hashes event Seq completes
	if len(written) != levels*tlog.HashSize {
		s.report.damage(changedAmong(e.Seq, e.Seq))
		s.skip(e.Seq)
		return
	}
	if e.leaf() != hashAt(written, 0) {
		s.report.damage(changed(e.Seq))
	}
	for level := 1; level < levels; level++ {
		below := hashAt(written, level-1)
		if s.known>>(level-1)&1 == 1 && tlog.NodeHash(s.tree.peaks[level-1], below) != hashAt(written, level) {
			s.report.damage(changedAmong(e.Seq-1<<level+1, e.Seq))
		}
	}
	s.tree.size = e.Seq
	s.tree.peaks[levels-1] = hashAt(written, levels-1)
	s.known |= 1 << (levels - 1)
}

// skip goes on to size without the hashes in between: the peaks that they would
// have changed are lost until later events complete them anew.
func (s *scan) skip(size int64) {
	highest := bits.Len64(uint64(s.tree.size ^ size))
	s.known &^= 1<<highest - 1
	s.tree.size = size
}

// whole reports whether all peaks are known, and thus the root.
func (s *scan) whole() bool { return s.known&uint64(s.tree.size) == uint64(s.tree.size) }

func hashAt(packed []byte, level int) tlog.Hash {
	return tlog.Hash(packed[level*tlog.HashSize : (level+1)*tlog.HashSize])
}
