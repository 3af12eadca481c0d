package order_test

import (
	"testing"

	"gangmu/vet/rules/order"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, order.Rule)
	vettest.Run(t, order.Rule, "testdata/wrong.txt")
	vettest.Run(t, order.Rule, "testdata/right.txt")
}
