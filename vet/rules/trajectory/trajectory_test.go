package trajectory_test

import (
	"testing"

	"gangmu/vet/rules/trajectory"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, trajectory.Rule)
	vettest.Run(t, trajectory.Rule, "testdata/wrong.txt")
	vettest.Run(t, trajectory.Rule, "testdata/right.txt")
}
