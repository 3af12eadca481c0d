package monitor

import "gangmu/quantity"

type quantityOf = quantity.Quantity

func num(s string) quantity.Number { return quantity.MustNumber(s) }
