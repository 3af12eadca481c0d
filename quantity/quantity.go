// Package quantity reads numbers and units as Chinese documents write them.
//
// It decides what is a quantity and what only looks like one, what a printed
// number admits (2.45 stands for [2.445, 2.455), 8000余 is open upward), which
// units convert into each other, and when two printed statements agree. It
// knows nothing of indicators, targets or documents: text goes in, quantities
// with their byte offsets come out. It does not guess: digits that cannot be
// read stay unread.
//
// # What counts
//
// Digits always make a Mention of some Kind. Chinese numerals make one only
// where they count (三个项目, 百分之八, 六成), number (第三, 一是) or name
// something (二期, 三级); inside words (统一, 三峡, 零部件) they are nothing. 一
// before a classifier is an article (一个, 一批), and 二 never counts, as one
// says 两.
//
// # What words do
//
// A word beside a number sets its Comparator; the verb before it does not:
// 控制在5.5% is Equal, 控制在5.5%以内 is AtMost. Mention.Lead tells where such a
// verb begins. 余, 多 and 近 also set Near. A qualifier that closes a list
// (97%、95%以上) is only given to the number that it stands beside.
//
// # What units do
//
// Units convert inside one dimension and base only. 项 and 个, 名 and 人 are the
// same; 家 and 个, 人 and 人次 are not. ‰ is read only where it is printed as
// such. A 万 or 亿 before the unit is part of the unit: 1.5万余人 is 1.5 万人.
//
// # Everyday text
//
// Scan is made for official texts. Recognize reads the numbers of any other
// text: bare numerals, mixed fractions, powers, sums of money in parts.
package quantity

// Comparator is how a statement bounds its number.
type Comparator uint8

const (
	Equal   Comparator = iota // a bare number
	AtLeast                   // 以上, 不低于, ≥, 达…以上
	AtMost                    // 以内, 以下, 不超过, ≤, 控制在…以内
	More                      // 超, 突破, ＞, 余, 多
	Less                      // 近, ＜, 低于
	About                     // 左右, 约, 上下
)

// String is the comparator as the JSON formats print it: = >= <= > < ~.
func (c Comparator) String() string { return [...]string{"=", ">=", "<=", ">", "<", "~"}[c] }

// Form is the shape of a quantity.
type Form uint8

const (
	Single   Form = iota // one number
	Range                // Value to High
	Ratio                // Parts, a:b or a:b:c; Value is the first part over the last when the last is 1
	Fraction             // 三分之一, 1/3: Parts are numerator and denominator, Value their quotient
)

// Quantity is a number with its unit and what bounds it.
type Quantity struct {
	Form  Form
	Op    Comparator
	Near  bool     // 余, 多 (with More), 近 (with Less): close to the number, see Interval
	Value Number   // the number; a range's lower end
	High  Number   // a range's upper end
	Parts []Number // a ratio's parts as printed
	Unit  Unit
}

// Unit is a unit of measure. Two units convert into each other when Dim and
// Base are the same.
type Unit struct {
	Text  string    // as printed: 万人, 亿元, 个百分点, 万元/人
	Dim   Dimension // money, area, ...
	Base  string    // what the unit counts in the end: 元, 平方米, 人, 项 ...
	Scale Number    // how many Base one unit is
}

// Dimension is what a unit measures.
type Dimension uint8

const (
	None    Dimension = iota // a bare number
	Money                    // 元, 美元 (its own base)
	Area                     // 平方米, 亩, 公顷
	Volume                   // 立方米
	Mass                     // 吨, 公斤, 斤
	Length                   // 公里, 米
	Power                    // 千瓦
	Energy                   // 千瓦时, 度, 吨标准煤 (its own base)
	Voltage                  // 千伏
	Time                     // 天, 年, 小时
	People                   // 人, 名, 人次 (its own base)
	Count                    // 个, 项, 家, 件, 户, 公里/小时 … countables, each its own base unless interchangeable
	Share                    // %, ‰, 成
	Points                   // 个百分点
	Fold                     // 倍, 番
	Data                     // GB, PB, P (computing)
	Rate                     // a unit over another: 万元/人
	Degree                   // 摄氏度, 分贝: readings of a scale, each its own base
)

// Kind says what a number in a text is.
type Kind uint8

const (
	Amount      Kind = iota // a quantity
	Year                    // 2024年, 2023—2025年: Mention.Year
	Date                    // 1月16日, 2024年1月16日, 第一季度
	Ordinal                 // 第十八届, 第21位
	Code                    // S106, XA08, C22-1/02, K0+160, 5G
	NameVoltage             // 110千伏 inside a project's name
	Mnemonic                // “2+4”, “1361”, “十四五”
	Numbering               // （一）, 1., 一是, 其中 of a list
	NameNumber              // 3岁以下, 限额以上, 一期, 三甲: a number that belongs to a name
	Unreadable              // digits run together that nobody can split
)

// Mention is one number in a text with its byte offsets. Start and End take in
// comparator words (不低于, 以上); NumStart and NumEnd only the digits and unit.
// A number that shares the unit of its list (2332、33953和46268人) has that unit
// in its Quantity though not within its offsets.
type Mention struct {
	Start, End       int
	NumStart, NumEnd int
	// Lead is where the verb that introduces the amount begins (控制在, 稳定在,
	// 达到 …); it is Start when there is none. "控制在5.5%" is printed as a plain
	// number, so its Op is Equal; text[Lead:Start] tells that a ceiling is meant.
	Lead     int
	Kind     Kind
	Year     int // for Year, and Date when it names one
	YearTo   int // the last year of a span of years; 0 for a single one
	Quantity Quantity
}
