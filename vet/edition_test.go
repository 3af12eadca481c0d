package vet_test

import (
	"slices"
	"testing"

	"gangmu/vet"
)

func TestPairFindsLastYearsReportOfThePlace(t *testing.T) {
	all := []vet.Edition{
		{Region: "云溪市临江区", Executed: 2031, Planned: 2032},
		{Region: "云溪市", Executed: 2030, Planned: 2031},
		{Region: "临江区", Executed: 2030, Planned: 2031},
		{Region: "临江区", Executed: 2029},
		{Region: "云溪市", Planned: 2030},
		{Executed: 2031, Planned: 2032},
		{Region: "临江区"},
	}
	if got, want := vet.Pair(all), []int{2, 4, 3, -1, -1, -1, -1}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
