package plant

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// otherUnits writes a value with another scale of its unit: 8000人 as 0.8万人.
func otherUnits(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	for _, s := range r.Statements {
		// Beside a percentage more printed digits might really disagree.
		if s.Line.Box || strings.ContainsAny(s.Line.Text, "%％") {
			continue
		}
		_, base := s.scale()
		with := ""
		switch {
		case s.Unit == base && strings.HasSuffix(s.Text, "00") && s.decimals() == 0 && s.value() >= 1000 && base != "个百分点":
			with = shifted(s.Text, -4) + "万" + base
		case s.Unit == "万"+base && s.decimals() > 0:
			with = shifted(s.Text, 4) + base
		case s.Unit == "亿"+base:
			with = shifted(s.Text, 4) + "万" + base
		default:
			continue
		}
		out = append(out, Plant{At: s.Range, With: with, Why: "the same value"})
	}
	return out
}

// shifted moves the decimal point of printed digits by n places to the right.
func shifted(digits string, n int) string {
	whole, frac, _ := strings.Cut(digits, ".")
	for ; n > 0; n-- {
		if frac == "" {
			frac = "0"
		}
		whole, frac = whole+frac[:1], frac[1:]
	}
	for ; n < 0; n++ {
		if whole == "" {
			whole = "0"
		}
		whole, frac = whole[:len(whole)-1], whole[len(whole)-1:]+frac
	}
	whole, frac = strings.TrimLeft(whole, "0"), strings.TrimRight(frac, "0")
	if whole == "" {
		whole = "0"
	}
	if frac != "" {
		frac = "." + frac
	}
	return whole + frac
}

var wide = strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", ".", "．", "%", "％")

// otherWidths writes a number with full-width characters.
func otherWidths(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	for _, s := range r.Statements {
		out = append(out, Plant{At: s.Range, With: wide.Replace(r.Text[s.Start:s.End]), Why: "full width"})
	}
	return out
}

// names that mean the same.
var sameNames = [][2]string{
	{"地区生产总值", "GDP"}, {"规上", "规模以上"}, {"规模以上", "规上"}, {"社会消费品零售总额", "社零总额"}, {"城镇新增就业", "新增城镇就业"},
	{"全体居民人均可支配收入", "居民人均可支配收入"}, {"居民消费价格指数", "CPI"}, {"全社会研发经费支出", "全社会R&D经费支出"}, {"进出口总值", "进出口总额"},
}

// synonyms writes an indicator's name another way.
func synonyms(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	for _, s := range r.Statements {
		if s.Line.Box {
			continue
		}
		for _, n := range sameNames {
			clause := r.Text[s.Clause.Start:s.Start]
			if at := strings.Index(clause, n[0]); at >= 0 && !strings.Contains(clause, n[1]) {
				at += s.Clause.Start
				out = append(out, Plant{At: Range{at, at + len(n[0])}, With: n[1], Why: "another name for the same"})
				break
			}
		}
	}
	return out
}

// otherVerbs are words that say the same of a number.
var otherVerbs = map[string]string{"增长": "同比增长", "下降": "同比下降", "达到": "为", "达": "达到", "为": "达到", "提高到": "提升到", "提升到": "提高到", "增加到": "增至"}

// verbs write the verb another way.
func verbs(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	for _, s := range r.Statements {
		from := s.Start - len(s.Verb)
		to, ok := otherVerbs[s.Verb]
		if s.Line.Box || !ok || strings.Contains(s.Name, "目标") || r.Text[from:s.Start] != s.Verb || strings.HasSuffix(r.Text[:from], "比") || s.Part == Outlook && s.Growth {
			continue
		}
		out = append(out, Plant{At: Range{from, s.Start}, With: to, Why: "another verb for the same"})
	}
	return out
}

// known are the statements that stand twice or meet a table; whatever is said
// beside them must be told apart.
func known(r *Report) []Statement {
	var out []Statement
	seen := map[Range]bool{}
	add := func(s Statement) {
		if !seen[s.Range] && len(s.Name) >= len("四个汉字") && s.Verb != "" {
			seen[s.Range] = true
			out = append(out, s)
		}
	}
	for _, p := range r.pairs() {
		add(p.a)
	}
	for _, m := range append(actualMeetings(r), targetMeetings(r)...) {
		add(m.text)
	}
	return out
}

// inserted adds a sentence behind that of each known statement.
func inserted(r *Report, rng *rand.Rand, lead func(Statement) string) []Plant {
	var out []Plant
	for _, s := range known(r) {
		if !strings.HasSuffix(s.Line.Text, "。") {
			continue
		}
		n, ok := misprintUntil(rng, s.Number, func(b Number) bool { return disagree(b, s.Number) })
		if ok && !strings.HasPrefix(s.Name, "全") {
			text := lead(s) + s.Name + s.Verb + n.Text + r.Text[s.Digits.End:s.End] + "。"
			out = append(out, Plant{At: Range{s.Line.End, s.Line.End}, With: text, Why: "of another place or year"})
		}
	}
	return out
}

func otherPlaces(r *Report, rng *rand.Rand) []Plant {
	return inserted(r, rng, func(Statement) string { return []string{"同期，全国", "全国"}[rng.IntN(2)] })
}

func otherYears(r *Report, rng *rand.Rand) []Plant {
	first := 2020
	if y := yearRE.FindString(r.Text); y != "" {
		first, _ = strconv.Atoi(y[:4]) // yearRE admits digits only
	}
	return inserted(r, rng, func(Statement) string { return strconv.Itoa(first-3-rng.IntN(3)) + "年，" })
}

// roundings prints a result with one digit less. Targets are exact, and a growth
// rate may reach its target by rounding, so levels only.
func roundings(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	for _, s := range known(r) {
		d := s.decimals()
		if s.Part != Review || d == 0 || len(s.Text) < 4 || s.Unit == "%" {
			continue
		}
		v, _ := strconv.ParseFloat(s.Text, 64) // numberRE admits only what parses
		if strings.HasSuffix(s.Text, "5") {
			continue // halves go either way in binary
		}
		out = append(out, Plant{At: s.Digits, With: strconv.FormatFloat(v, 'f', d-1, 64), Why: "rounded"})
	}
	return out
}
