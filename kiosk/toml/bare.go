package toml

import (
	"regexp"
	"strings"
	"time"

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

// bare reads a value without quotes.
func (g *guess) bare(key string) bool {
	start := g.pos
	text := bareText(g.beforeSecond(g.ahead()))
	if text == "" {
		return g.fault(start, "“"+diag.Excerpt(key, 30)+"”后面没有值", "补上值；不需要这个键就删去这一行")
	}
	if wideTriple.MatchString(text) {
		return g.fault(start, "大段文字的开头不是三个英文双引号", `改成 """，结尾也要改`)
	}
	if fd := g.field(key); fd != nil && fd.many && fd.kind != textName && g.entry.value == start && roundList.MatchString(text) {
		return g.fault(start, "列表外面是圆括号", "改成英文方括号，[ 在前，] 在后，中间用英文逗号 , 隔开")
	}
	message, fix, known := knownBare(text)
	if !known {
		message, fix = g.wordsFor(key, text)
	}
	if tail := g.table.tailOf(key, text); message != "" && tail != "" {
		message, fix = g.table.byKey(key).wrongTail(strings.TrimSpace(tail))
	}
	if i := strings.IndexAny(text, "，、；。;"); i > 0 && message != "" {
		// A value with a Chinese mark behind it: the value is right, and lineEnd reports the mark.
		head := strings.TrimRight(text[:i], " \t")
		if wrong, _ := wrongBare(head); wrong == "" {
			text, message = head, ""
		}
	}
	g.pos = start + len(text)
	if message != "" {
		g.fault(start, message, fix)
	}
	return true
}

// wrongBare returns what is wrong with a bare value; both are "" for a right one.
func wrongBare(text string) (message, fix string) {
	if message, fix, known := knownBare(text); known {
		return message, fix
	}
	return words(text)
}

// knownBare returns what is wrong with a bare value whose fix doesn't depend on its key, both "" for a right
// one; known is false for words.
func knownBare(text string) (message, fix string, known bool) {
	switch m := zeroHead.FindStringSubmatch(text); {
	case text == "true", text == "false":
		return "", "", true
	case m != nil:
		return "数字不能以 0 开头", "改成 " + diag.Excerpt(m[1], 20), true
	case isNumber.MatchString(text):
		return "", "", true
	case isMoment.MatchString(text) && !strings.Contains(text, "："):
		message, fix = wrongMoment(text)
		return message, fix, true
	}
	message, fix = guessBare(text)
	return message, fix, message != ""
}

// wrongMoment reports a day that no calendar has; the rest is left to the library.
func wrongMoment(text string) (message, fix string) {
	day, _, _ := strings.Cut(strings.NewReplacer("T", " ", "t", " ").Replace(text), " ")
	if _, err := time.Parse(time.DateOnly, day); err != nil && !strings.Contains(day, ":") {
		return "没有 " + day + " 这一天", "改成真实的日期，例如 2026-03-01"
	}
	return "", ""
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

// guessBare names what was meant by a bare value, "" for words.
func guessBare(text string) (message, fix string) {
	if message, fix = guessTime(text); message != "" {
		return message, fix
	}
	shown, first := diag.Excerpt(text, 20), firstChar(text)
	switch {
	case strings.HasPrefix(text, ".") && isNumber.MatchString("0"+text):
		return "小数点前面缺少数字", "改成 0" + shown
	case strings.Contains("“”＂‘’＇「」『』", first):
		return "值的开头不是英文引号，是" + named(first), `改成英文双引号 "，开头和结尾都要改`
	case strings.Contains("［【", first):
		return "方括号是全角的“" + first + "”", "改成英文方括号 [ ]"
	case first == "｛":
		return "大括号是全角的“｛”", "改成英文大括号 { }"
	case anyTime.MatchString(text) && strings.Contains(text, "："):
		return "时间“" + shown + "”里的冒号是全角的", `改成英文冒号，时间放在英文双引号里，例如 "07:30"`
	case anyTime.MatchString(text):
		return "时间“" + shown + "”要放在英文双引号里", `例如 "07:30"`
	case strings.ContainsAny(first, "０１２３４５６７８９"):
		return "数字“" + shown + "”是全角的", "改成半角的 " + halfWidth(shown)
	case strings.Contains("|true|yes|是|对|真|", "|"+strings.ToLower(text)+"|"):
		return "“" + shown + "”不是这里的写法", "改成 true"
	case strings.Contains("|false|no|否|不|假|", "|"+strings.ToLower(text)+"|"):
		return "“" + shown + "”不是这里的写法", "改成 false"
	case strings.HasSuffix(text, `"`):
		return "文字的前面缺少英文双引号", `在文字的开头补上英文双引号 "`
	}
	return "", ""
}

// guessTime names the day, with a time or without one, that was meant by a bare value, "" for another value.
func guessTime(text string) (message, fix string) {
	shown := diag.Excerpt(text, 20)
	if m := anyDate.FindStringSubmatch(text); m != nil {
		return "日期“" + shown + "”的写法不对", "改成 " + isoDate(m)
	}
	iso, ok := isoMoment(text)
	switch {
	case !ok:
		return "", ""
	case strings.Contains(text, "："):
		return "时间“" + shown + "”里的冒号是全角的", "写成 " + iso
	}
	return "时间“" + shown + "”的写法不对", "写成 " + iso
}

// words reports a text that has no quotes.
func words(text string) (message, fix string) {
	shown := diag.Excerpt(text, 20)
	switch {
	case halfDate.MatchString(text):
		return "“" + shown + "”不是日期的写法", "日期写成 2026-03-01；是文字就在前后加上英文双引号"
	case hanNumber.MatchString(text):
		return "“" + shown + "”不是数字的写法", "数字写成 6 这样的阿拉伯数字；是文字就在前后加上英文双引号"
	}
	if shown != text {
		return "“" + shown + "”没有放在引号里", "整段文字的前后加上英文双引号 \""
	}
	return "“" + shown + "”没有放在引号里", `文字的前后加上英文双引号，例如 "` + shown + `"`
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
