package doc

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// record is a record of a drawing.
func record(kind, version int, body ...string) string {
	all := ""
	for _, b := range body {
		all += b
	}
	return string(u16s(version, kind)) + string(u32s(len(all))) + all
}

// shapeRecord is a shape of a kind.
func shapeRecord(id, kind int) string {
	return record(recordShape, 0xF, record(recordShapeID, kind<<4|2, string(u32s(id, 0))))
}

// The texts of a group belong to the place where the group is anchored, however
// deep it is nested.
func TestGroupedShapes(t *testing.T) {
	drawing := record(recordGroup, 0xF,
		shapeRecord(1, 0), // the drawing itself
		shapeRecord(2, 202),
		record(recordGroup, 0xF,
			shapeRecord(3, 0),
			shapeRecord(4, 202),
			record(recordGroup, 0xF, shapeRecord(5, 0), shapeRecord(6, pictureFrame))),
		record(recordGroup, 0xF, shapeRecord(7, 0), shapeRecord(8, 202)))
	d := &drawings{members: map[int][]int{}, pictures: map[int]bool{}}
	d.read(raw(drawing), 0, 0)
	if diff := cmp.Diff(map[int][]int{3: {3, 4, 5, 6}, 7: {7, 8}}, d.members); diff != "" {
		t.Error(diff)
	}
	if !d.pictures[6] || d.pictures[4] {
		t.Errorf("pictures: %v", d.pictures)
	}
}
