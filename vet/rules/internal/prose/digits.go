package prose

// Digits are the ASCII digits and those of full width, which reports mix.
const Digits = "0123456789０１２３４５６７８９"
