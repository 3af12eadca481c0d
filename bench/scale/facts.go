package main

import (
	"bufio"
	"fmt"
	"os"
)

// writeFacts writes every figure: row, year, month, unit, city, value.
func writeFacts(file string, p *province) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	fmt.Fprintln(w, "no,year,month,unit,city,value,goal")
	for _, u := range p.units() {
		for row := 1; row <= rows; row++ {
			for year := firstYear; year <= lastYear; year++ {
				goal := p.goal(u, row, year)
				for month := 1; month <= 12; month++ {
					fmt.Fprintf(w, "%d,%d,%d,%s,%d,%s,%s\n", row, year, month, u.code(), u.city, p.value(u, row, year, month), goal)
				}
			}
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
