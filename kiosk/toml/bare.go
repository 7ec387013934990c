package toml

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"gongkai/kiosk/diag"
)

// A bare value stands without quotes: true, a number, a date. Whatever else people
// write there is distinguished below, each with its own fix.

var (
	isNumber = regexp.MustCompile(`^[+-]?(?:0[xob][0-9A-Fa-f_]+|[0-9][0-9_]*(?:\.[0-9_]+)?(?:[eE][+-]?[0-9_]+)?|inf|nan)$`)
	isMoment = regexp.MustCompile(`^(?:\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d.*)?|\d\d:\d\d(?::\d\d.*)?)$`)
	anyTime  = regexp.MustCompile(`^\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$`)
	// wideTriple opens a long text with an input method's quotes, or some of them.
	wideTriple = regexp.MustCompile(`^[“”＂]{3}$`)
	halfDate   = regexp.MustCompile(`^\d{2,4} ?[-/年] ?\d`)
	hanNumber  = regexp.MustCompile(`^第?[〇零一二三四五六七八九十百]+$`)
	roundList  = regexp.MustCompile(`^[(（]`)
	zeroHead   = regexp.MustCompile(`^0+([1-9]\d*)$`)
)

// isKnown reports whether a value without quotes is a number, a day or another value whose fix doesn't depend on its key.
func isKnown(text string) bool {
	_, known := knownBare(text)
	return known
}

// quotedElement is an element of a list in other quotes, with a separator that isn't TOML's behind it.
var quotedElement = regexp.MustCompile(`^([“”＂‘’][^“”＂‘’"]*[“”＂‘’])[ \t]*[，、；;]`)

// bare reads a value without quotes.
func (g *guess) bare(key string) bool {
	start := g.pos
	text := bareText(g.beforeSecond(g.ahead()))
	if m := quotedElement.FindStringSubmatch(text); m != nil && g.inList() {
		text = m[1]
	} else if i := strings.IndexAny(text, "，、；;"); i > 0 && g.inList() {
		if head := strings.TrimRight(text[:i], " \t"); isKnown(head) {
			text = head
		}
	}
	if text == "" {
		return g.fault(start, "value-missing", "“"+diag.Excerpt(key, 30)+"”后面没有值", "补上值；不需要这个键就删去这一行")
	}
	if wideTriple.MatchString(text) {
		return g.mended(diag.Mend{Start: start, End: start + len(text), Text: `"""`}, start, "text-begin", "大段文字的开头不是三个英文双引号", `改成 """，结尾也要改`)
	}
	if fd := g.field(key); fd != nil && fd.many && fd.kind != textName && g.entry.value == start && roundList.MatchString(text) {
		return g.fault(start, "list-round", "列表外面是圆括号", "改成英文方括号，[ 在前，] 在后，中间用英文逗号 , 隔开")
	}
	wrong, known := knownBare(text)
	takesText := g.takesText(key)
	if !known || takesText && wrong.rewrites(g.field(key).many && g.entry.value == start) {
		wrong = g.wordsFor(key, text)
	}
	if tail := g.table.tailOf(key, text); wrong.message != "" && tail != "" {
		wrong = g.table.byKey(key).wrongTail(strings.TrimSpace(tail))
	}
	if i := strings.IndexAny(text, "，、；。;"); i > 0 && wrong.message != "" && !takesText {
		// A value with a Chinese mark behind it: the value is right, and lineEnd reports the mark.
		head := strings.TrimRight(text[:i], " \t")
		if wrongBare(head).message == "" {
			text, wrong = head, flaw{}
		}
	}
	g.pos = start + len(text)
	if wrong.code == "beyond-month" && key != "expire" {
		wrong.value = "" // only of an end is the month's last day sure to be meant
	}
	if wrong.quotes() && !g.endsHere(wrong.bounded()) {
		wrong.value = ""
		wrong.fix += g.noteFix()
	}
	if wrong.message != "" {
		g.mended(wrong.mend(start, g.pos), start, wrong.code, wrong.message, wrong.fix)
	}
	return true
}

// flaw is what is wrong with a value. value is how it is written, "" where that isn't certain.
type flaw struct{ code, message, fix, value string }

// mend returns what puts the right value in the place of the wrong one.
func (f flaw) mend(start, end int) diag.Mend {
	if f.value == "" {
		return diag.Mend{}
	}
	return diag.Mend{Start: start, End: end, Text: f.value}
}

// rewrites reports whether the right value has other characters than a text without quotes; list is whether it may be a list.
func (f flaw) rewrites(list bool) bool {
	return f.message != "" && !f.bounded() || f.code == "list-wide" && !list
}

// quotes reports whether the right value is a text, or a list of texts.
func (f flaw) quotes() bool {
	return strings.HasPrefix(f.value, `"`) || strings.HasPrefix(f.value, "[")
}

// bounded reports whether a value shows by itself where it ends.
func (f flaw) bounded() bool {
	return slices.Contains([]string{"quote-begin", "quote-no-begin", "list-wide", "braces-wide", "clock-colon", "clock-no-quotes"}, f.code)
}

// wrongBare returns what is wrong with a bare value, the zero flaw for a right one.
func wrongBare(text string) flaw {
	if wrong, known := knownBare(text); known {
		return wrong
	}
	return words(text)
}

// knownBare returns what is wrong with a bare value whose fix doesn't depend on its key, the zero flaw for a right
// one; known is false for words.
func knownBare(text string) (wrong flaw, known bool) {
	switch m := zeroHead.FindStringSubmatch(text); {
	case text == "true", text == "false":
		return flaw{}, true
	case m != nil:
		return flaw{"leading-zero", "数字不能以 0 开头", "改成 " + diag.Excerpt(m[1], 20), m[1]}, true
	case isNumber.MatchString(text):
		return flaw{}, true
	case isMoment.MatchString(text) && !strings.Contains(text, "："):
		return wrongMoment(text), true
	}
	wrong = guessBare(text)
	return wrong, wrong.message != ""
}

// wrongMoment reports a day that no calendar has; the rest is left to the library. Of a month with fewer days its last
// one is the nearest.
func wrongMoment(text string) flaw {
	if text == "" {
		return flaw{}
	}
	day, clock, _ := strings.Cut(strings.NewReplacer("T", " ", "t", " ").Replace(text), " ")
	if _, err := time.Parse(time.DateOnly, day); err == nil || strings.Contains(day, ":") {
		return flaw{}
	}
	message := "没有 " + day + " 这一天"
	last := lastOfMonth(day)
	if last == "" {
		return flaw{"no-such-day", message, "改成真实的日期，例如 2026-03-01", ""}
	}
	if clock != "" {
		last += "T" + clock
	}
	return flaw{"beyond-month", message, "改成 " + last, last}
}

// lastOfMonth returns the last day of a day's month if the month is too short for it, "" for any other.
func lastOfMonth(day string) string {
	first, err := time.Parse("2006-01", day[:min(len(day), len("2006-01"))])
	if n := strings.TrimPrefix(day, first.Format("2006-01-")); err != nil || n < "29" || n > "31" {
		return ""
	}
	return first.AddDate(0, 1, -1).Format(time.DateOnly)
}

// quoteNames are the names of the marks that an input method puts where quotes should be.
var quoteNames = map[string]string{
	"“": "中文左双引号", "”": "中文右双引号", "‘": "中文左单引号", "’": "中文右单引号", "＂": "全角双引号", "＇": "全角单引号",
}

// named returns a wrong character with its name.
func named(char string) string {
	if name, ok := quoteNames[char]; ok {
		return name + " " + char
	}
	return "“" + char + "”"
}

// guessBare names what was meant by a bare value, the zero flaw for words.
func guessBare(text string) flaw {
	if wrong := guessTime(text); wrong.message != "" {
		return wrong
	}
	shown, first := diag.Excerpt(text, 20), firstChar(text)
	switch {
	case strings.HasPrefix(text, ".") && isNumber.MatchString("0"+text):
		return flaw{"point-first", "小数点前面缺少数字", "改成 0" + shown, "0" + text}
	case strings.Contains("“”＂‘’＇「」『』", first):
		return flaw{"quote-begin", "值的开头不是英文引号，是" + named(first), `改成英文双引号 "，开头和结尾都要改`, requoted(text)}
	case strings.Contains("［【", first):
		return flaw{"list-wide", "方括号是全角的“" + first + "”", "改成英文方括号 [ ]", relisted(text)}
	case first == "｛":
		return flaw{"braces-wide", "大括号是全角的“｛”", "改成英文大括号 { }", ""}
	case anyTime.MatchString(text) && strings.Contains(text, "："):
		return flaw{"clock-colon", "时间“" + shown + "”里的冒号是全角的", `改成英文冒号，时间放在英文双引号里，例如 "07:30"`, quotedClock(text)}
	case anyTime.MatchString(text):
		return flaw{"clock-no-quotes", "时间“" + shown + "”要放在英文双引号里", `例如 "07:30"`, quotedClock(text)}
	case strings.ContainsAny(first, "０１２３４５６７８９"):
		return flaw{"digits-wide", "数字“" + shown + "”是全角的", "改成半角的 " + halfWidth(shown), halfNumber(text)}
	case strings.Contains("|true|yes|是|对|真|", "|"+strings.ToLower(text)+"|"):
		return flaw{"not-true", "“" + shown + "”不是这里的写法", "改成 true", "true"}
	case strings.Contains("|false|no|否|不|假|", "|"+strings.ToLower(text)+"|"):
		return flaw{"not-false", "“" + shown + "”不是这里的写法", "改成 false", "false"}
	case strings.HasSuffix(text, `"`):
		return flaw{"quote-no-begin", "文字的前面缺少英文双引号", `在文字的开头补上英文双引号 "`, requoted(`"` + text)}
	}
	return flaw{}
}

// anyQuotes are the marks that stand for quotes.
const anyQuotes = "\"'“”‘’＂＇「」『』"

// requoted returns a text between other quotes in those of TOML, "" where it isn't clear which belong to the text.
func requoted(text string) string {
	open, n := utf8.DecodeRuneInString(text)
	shut, m := utf8.DecodeLastRuneInString(text)
	if len(text) < n+m {
		return ""
	}
	inner := text[n : len(text)-m]
	if !strings.ContainsRune(anyQuotes, open) || !strings.ContainsRune(anyQuotes, shut) || strings.ContainsAny(inner, `\`+anyQuotes) {
		return ""
	}
	return `"` + inner + `"`
}

// relisted returns a list in full-width brackets in those of TOML, "" for one that isn't whole.
func relisted(text string) string {
	inner := strings.TrimLeft(text, "［【")
	if head := strings.TrimRight(inner, "］】"); head != inner && !strings.ContainsAny(head, "［【］】[]") {
		return "[" + head + "]"
	}
	return ""
}

// halfNumber returns a number or a day with full-width digits in ASCII, "" for another value.
func halfNumber(text string) string {
	if half := halfWidth(text); isNumber.MatchString(half) || isMoment.MatchString(half) {
		return half
	}
	return ""
}

// quotedClock returns a time of day as a text, "" for one with seconds.
func quotedClock(text string) string {
	if clock, ok := Clock(text); ok {
		return `"` + clock + `"`
	}
	return ""
}

// guessTime names the day, with a time or without one, that was meant by a bare value, the zero flaw for another value.
func guessTime(text string) flaw {
	shown := diag.Excerpt(text, 20)
	if m := anyDate.FindStringSubmatch(text); m != nil {
		if wrong := wrongMoment(isoDate(m)); wrong.message != "" {
			return wrong
		}
		return flaw{"day-form", "日期“" + shown + "”的写法不对", "改成 " + isoDate(m), isoDate(m)}
	}
	iso, ok := isoMoment(text)
	wrong := wrongMoment(iso)
	switch {
	case !ok:
		return flaw{}
	case wrong.message != "":
		return wrong
	case strings.Contains(text, "："):
		return flaw{"moment-colon", "时间“" + shown + "”里的冒号是全角的", "写成 " + iso, iso}
	}
	return flaw{"moment-form", "时间“" + shown + "”的写法不对", "写成 " + iso, iso}
}

// words reports a text that has no quotes.
func words(text string) flaw {
	shown := diag.Excerpt(text, 20)
	switch {
	case halfDate.MatchString(text):
		return flaw{"half-day", "“" + shown + "”不是日期的写法", "日期写成 2026-03-01；是文字就在前后加上英文双引号", ""}
	case hanNumber.MatchString(text):
		return flaw{"han-number", "“" + shown + "”不是数字的写法", "数字写成 6 这样的阿拉伯数字；是文字就在前后加上英文双引号", ""}
	}
	wrong := flaw{"no-quotes", "“" + shown + "”没有放在引号里", "整段文字的前后加上英文双引号 \"", ""}
	if !strings.ContainsAny(text, `"\`) {
		wrong.value = `"` + text + `"`
	}
	if shown == text {
		wrong.fix = `文字的前后加上英文双引号，例如 "` + shown + `"`
	}
	return wrong
}

// halfWidth returns a text with its full-width forms (U+FF01 to U+FF5E) in ASCII.
func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s)
}
