package ledger

import "database/sql"

// statements keeps the writer's statements prepared between transactions. A text
// seen for the first time runs unprepared and is prepared before the next
// transaction: the one connection is busy until then. A nil map keeps none.
type statements struct {
	ready  map[string]*sql.Stmt
	wanted []string
}

const maxStatements = 256

func (s *statements) get(query string) *sql.Stmt {
	if s.ready == nil {
		return nil
	}
	stmt, known := s.ready[query]
	if !known && len(s.ready) < maxStatements {
		s.ready[query] = nil
		s.wanted = append(s.wanted, query)
	}
	return stmt
}

func (s *statements) prepare(db *sql.DB) {
	for _, query := range s.wanted {
		// What cannot be prepared fails where it is used, with a better message.
		if stmt, err := db.Prepare(query); err == nil {
			s.ready[query] = stmt
		}
	}
	s.wanted = nil
}

func (s *statements) close() {
	for _, stmt := range s.ready {
		if stmt != nil {
			stmt.Close()
		}
	}
}
