package catalogue

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm" // full-width digits and signs

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// What Decode reports of a value fits any key. Where a key makes clearer what was meant, its own message
// replaces that; the problem is recognised by its line, whatever its wording.

// optionalDays are the days that may be absent, with the fix of a value that is no day.
var optionalDays = map[string]struct {
	of         kind
	label, fix string
}{
	"expire":   {noticeKind, "下屏时间", "没有期限就删去这一行；有期限写成 expire = 2026-12-31"},
	"publish":  {noticeKind, "上屏时间", "马上就上屏就删去这一行；不是就写成 publish = 2026-12-01"},
	"updated":  {itemKind, "更新日期", "没有日期就删去这一行；有就写成 updated = 2026-03-01"},
	"reviewed": {itemKind, "复核日期", "没有日期就删去这一行；有就写成 reviewed = 2026-03-01"},
}

// reword replaces what Decode found at keys that make clearer what was meant.
func (c *checker) reword() {
	if len(c.problems) == 0 {
		return
	}
	in := kindOf(c.file)
	for _, h := range toml.Heads(c.data) {
		if day, ok := optionalDays[h.Name]; ok && day.of == in && hasNoDate(h) {
			c.replace("day-needless", h.Line, h.Line, "“"+h.Name+"”（"+day.label+"）不是日期", day.fix)
		}
		if first, last, ok := toml.TwoDays(h.Value); ok && h.Name == "publish" && in == noticeKind {
			c.replace("publish-two-days", h.Line, h.Line, "“publish”（上屏时间）里写了两个日子", "写成两行：publish = "+first+" 和 expire = "+last)
		}
		if in == noticeKind || in == settingsKind {
			c.rewordSpan(h)
		}
		if in == settingsKind {
			c.rewordSetting(h)
		}
		if h.Name == "at" && (in == settingsKind || in == itemKind) {
			c.rewordPlace(h)
		}
		if h.Name == "images" && in == noticeKind {
			c.rewordImages(h)
		}
	}
}

// replace puts one problem in the place of all from one line to another, if there are any.
func (c *checker) replace(code string, from, to int, message, fix string) {
	c.replaceBy(diag.Mend{}, code, from, to, message, fix)
}

// replaceBy replaces as replace does, by a problem that has a mend.
func (c *checker) replaceBy(m diag.Mend, code string, from, to int, message, fix string) {
	there := func(p diag.Problem) bool { return p.Line >= from && p.Line <= to }
	i := slices.IndexFunc(c.problems, there)
	if i < 0 {
		return
	}
	p := &c.problems[i]
	p.Code, p.Message, p.Fix, p.Mend = code, message, fix, m
	c.problems = append(c.problems[:i+1], slices.DeleteFunc(c.problems[i+1:], there)...)
}

// rewordSpan replaces what Decode found at a span's days and times where it is clear what was meant by numbers, a list or
// text without quotes.
func (c *checker) rewordSpan(h toml.Head) {
	value, ok := h.Scalar()
	if !ok || h.IsText() {
		return
	}
	code, message, meant := "", "", ""
	switch h.Name {
	case "days":
		code, message = "days-no-text", "“days”（星期）要放在英文双引号里"
		meant = daysMeant(strings.Trim(value, "[]［］【】（）() "))
	case "from", "to", "on", "off":
		code, message = "clock-no-text", "“"+h.Name+"”要放在英文双引号里"
		meant, _ = toml.Clock(strings.Trim(value, `"'“”‘’ `))
		if value == "24:00" || isMidnight(strings.Trim(value, `"'“”‘’`)) {
			meant = "24:00"
		}
	}
	if meant != "" {
		fix := h.Name + ` = "` + meant + `"`
		c.replaceBy(h.Mended(fix), code, h.Line, h.Line, message, "写成 "+fix)
	}
}

// rewordSetting replaces what Decode found at keys of kiosk.toml that are a word: a colour is taken for a comment, and a yes
// for no word says what happens on holidays.
func (c *checker) rewordSetting(h toml.Head) {
	switch m := hexColour.FindString(h.Value); {
	case h.Name == "accent" && m != "":
		fix := `accent = "` + m + `"`
		c.replaceBy(h.Rewritten(fix), "accent-no-quotes", h.Line, h.Line, "“accent”（主色）要放在英文双引号里，# 后面的被当作说明了", "写成 "+fix)
	case h.Name == "holidays" && (h.Value == "true" || h.Value == "false"):
		c.replace("holidays-yes-no", h.Line, h.Line, "“holidays”（节假日）不写 true 或 false", `写成 holidays = "off"（节假日不开屏），或 holidays = "as-sunday"（和星期日一样）`)
	}
}

// hexColour is a colour where a value should be.
var hexColour = regexp.MustCompile(`^#[0-9A-Fa-f]{6}\b`)

// rewordPlace replaces what Decode found at a place on the floor plan that is one number, or percentages.
func (c *checker) rewordPlace(h toml.Head) {
	shares, ok := sharesIn(h.Value)
	switch {
	case ok && len(shares) == 2 && inPlan(shares[0]) && inPlan(shares[1]):
		fix := fmt.Sprintf("at = [%.3g, %.3g]", shares[0], shares[1])
		c.replaceBy(h.Mended(fix), "at-no-numbers", h.Line, h.Last, "“at”（位置）要写两个数，放在方括号里", "写成 "+fix)
	case ok && len(shares) == 1:
		c.replace("at-one-number", h.Line, h.Last, "“at”（位置）要写两个数，这里是 1 个", "先写从左边算起的，再写从上边算起的，例如 at = [0.4, 0.7]")
	}
}

// sharesIn returns the numbers of a value, percentages as shares; ok is false if it has anything else.
func sharesIn(value string) (shares []float64, ok bool) {
	for _, part := range strings.FieldsFunc(norm.NFKC.String(value), func(r rune) bool { return strings.ContainsRune(`,、;[]()【】"'“” `, r) }) {
		number, percent := strings.CutSuffix(part, "%")
		v, err := strconv.ParseFloat(number, 64)
		if err != nil {
			return nil, false
		}
		if percent {
			v /= 100
		}
		shares = append(shares, v)
	}
	return shares, true
}

func inPlan(v float64) bool { return v >= 0 && v <= 1 }

// hasNoDate reports whether a key's value has no digits, as "" and 长期 have none.
func hasNoDate(h toml.Head) bool {
	value, ok := h.Scalar()
	return ok && !strings.ContainsFunc(value, unicode.IsDigit)
}

// rewordImages replaces what Decode found where it is clear which images were meant.
func (c *checker) rewordImages(h toml.Head) {
	names := c.imagesIn(h)
	code, message := "", ""
	switch {
	case h.HasBraces():
		code, message = "images-braces", "“images”（图片）里写了大括号"
	case len(names) == 0:
		return
	case strings.Contains(h.Value, `\`):
		code, message = "images-backslash", "“images”（图片）的路径用了反斜杠"
	case strings.IndexAny(h.Value, quoteMarks) == 0:
		code, message = "images-no-list", "“images”（图片）应是列表"
	default:
		return
	}
	m := diag.Mend{}
	if len(names) == 0 {
		names = []string{"images/a.jpg"}
	} else if len(names) == len(h.Quoted(11)) {
		m = h.Mended("images = [" + inList(names) + "]")
	}
	c.replaceBy(m, code, h.Line, h.Last, message, "写成 images = ["+inList(names)+"]")
}

// imagesIn returns the first ten images that a key's value names.
func (c *checker) imagesIn(h toml.Head) (names []string) {
	for _, name := range h.Quoted(10) {
		name = strings.ReplaceAll(name, `\\`, `\`)
		parts := severalIn(name)
		if parts == nil {
			parts = []string{name}
		}
		for _, part := range parts {
			in := cmp.Or(c.images.names.Find(part), written(part))
			if WantsImage(in) && len(in) <= 200 && len(names) < 10 {
				names = append(names, in)
			}
		}
	}
	return names
}
