package sheet

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tickState is what a cell below a choice says.
type tickState uint8

const (
	notTick tickState = iota // neither: a text
	ticked
	unticked
)

// The signs of ticks and of boxes without one. Letters of symbol fonts are private characters, or letters.
const (
	tickSigns   = "√✓✔☑■●☒✅▣◼⬛🗹\uf0fc\uf0fe\uf052\uf050\uf0a2\uf06e\u221a"
	untickSigns = "□☐◻▢×✗✘✕❌⬜\uf0a8\uf06f\uf071\uf0a3"
)

// tickWords are cells that are a tick or none, folded.
var tickWords = map[string]tickState{
	"是": ticked, "有": ticked, "对": ticked, "公开": ticked, "Y": ticked, "y": ticked, "YES": ticked, "Yes": ticked, "yes": ticked, "V": ticked, "v": ticked, "TRUE": ticked, "1": ticked,
	"ü": ticked, "þ": ticked, "R": ticked, "P": ticked, "勾": ticked,
	"否": unticked, "无": unticked, "不": unticked, "不公开": unticked, "N": unticked, "n": unticked, "NO": unticked, "No": unticked, "no": unticked, "FALSE": unticked, "0": unticked, "口": unticked, "X": unticked, "x": unticked,
}

// tickOf returns what a cell that may hold a tick says. Of several signs a tick counts.
func tickOf(text string) tickState {
	text = norm.NFKC.String(strings.Join(strings.Fields(text), ""))
	if t, ok := tickWords[text]; ok {
		return t
	}
	found := notTick
	for _, r := range text {
		switch {
		case strings.ContainsRune(tickSigns, r):
			found = ticked
		case strings.ContainsRune(untickSigns+"-—–－/／\\", r):
			if found == notTick {
				found = unticked
			}
		default:
			return notTick
		}
	}
	return found
}

// bracketed matches a tick or a box in brackets, 县级（√）; hollow are brackets that are a box themselves, with nothing or 口 in them.
var (
	bracketed = regexp.MustCompile(`[（(【〔\[]\s*([` + tickSigns + untickSigns + `口])\s*[）)】〕\]]`)
	hollow    = regexp.MustCompile(`[（(【〔\[]\s*口?\s*[）)】〕\]]`)
)

// option is one choice of a list, with its box.
type option struct {
	text   string
	ticked bool
}

// options returns the choices in a cell such as □县级 ☑乡镇 or 县级√ 乡镇; none if it has no boxes. Boxes stand before the
// choices, or else behind them. 口 is a box where it stands for one: at the beginning, behind a space or a mark.
func options(text string) []option {
	if bracketed.MatchString(text) {
		text = bracketed.ReplaceAllString(hollow.ReplaceAllString(text, "□"), "$1")
	}
	signs := boxes(text)
	if len(signs) == 0 {
		return nil
	}
	runes := []rune(text)
	var all []option
	if first := strings.TrimSpace(string(runes[:signs[0].at])); first == "" {
		for i, s := range signs {
			end := len(runes)
			if i+1 < len(signs) {
				end = signs[i+1].at
			}
			if t := between(string(runes[s.at+1 : end])); t != "" {
				all = append(all, option{t, s.ticked})
			}
		}
		return all
	}
	start := 0
	for _, s := range signs {
		if s.at < start {
			continue // in the brackets behind another sign
		}
		parts := wordsOf(string(runes[start:s.at]), isBetween)
		for i, t := range parts {
			all = append(all, option{t, s.ticked && i == len(parts)-1})
		}
		start = s.at + 1
		if n := remarkAt(runes[start:]); n > 0 && len(parts) > 0 {
			all[len(all)-1].text += between(string(runes[start : start+n]))
			start += n
		}
	}
	for _, t := range wordsOf(string(runes[start:]), isBetween) {
		all = append(all, option{t, false})
	}
	return all
}

// remarkAt returns how many characters the brackets have that a text begins with, as behind a sign: 县级√（市区除外）. 0 where
// there are none, or they aren't closed.
func remarkAt(runes []rune) int {
	depth, any := 0, false
	for i, r := range runes {
		switch {
		case strings.ContainsRune("（(【〔[", r):
			depth, any = depth+1, true
		case !any && unicode.IsSpace(r):
		case !any:
			return 0
		case strings.ContainsRune("）)】〕]", r):
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// wordsOf returns the words of a list, by what is between them; brackets stay whole.
func wordsOf(text string, isBetween func(rune) bool) []string {
	var at []int
	outer(text, func(i int, r rune) {
		if isBetween(r) {
			at = append(at, i, i+utf8.RuneLen(r))
		}
	})
	var all []string
	start := 0
	for _, i := range append(at, len(text)) {
		if word := strings.TrimFunc(text[start:i], isBetween); word != "" {
			all = append(all, word)
		}
		start = i
	}
	return all
}

// isBetween reports whether a character separates choices.
func isBetween(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("、，,；;/／|", r) }

// between returns a choice without what separates it from the next one.
func between(text string) string {
	return strings.Join(strings.Fields(strings.TrimFunc(text, isBetween)), "")
}

// box is a sign in a list of choices.
type box struct {
	at     int // in characters
	ticked bool
}

// boxes finds the signs in a text.
func boxes(text string) []box {
	var all []box
	last := ' '
	for i, r := range []rune(text) {
		switch {
		case strings.ContainsRune(tickSigns, r):
			all = append(all, box{i, true})
		case strings.ContainsRune(untickSigns, r), r == '口' && (isBetween(last) || strings.ContainsRune("（(：:", last)):
			all = append(all, box{i, false})
		}
		last = r
	}
	return all
}

// joint is the ministries' own column for two levels, one word.
const joint = "乡、村级"

// levelsIn returns the words in a cell of 公开层级: those ticked, or all of them where there are no boxes.
func levelsIn(text string) []string {
	var all []string
	if opts := options(strings.ReplaceAll(text, joint, "\x00")); opts != nil {
		for _, o := range opts {
			if o.ticked {
				all = append(all, strings.ReplaceAll(o.text, "\x00", joint))
			}
		}
		return all
	}
	text = strings.ReplaceAll(strings.Join(strings.Fields(text), " "), joint, "\x00")
	for _, w := range wordsOf(text, isBetween) {
		all = append(all, strings.ReplaceAll(w, "\x00", joint))
	}
	return all
}

// chosen returns what a cell of 公开对象 or 公开方式 says: the choices that are ticked, or its text where it has no boxes.
func chosen(text string) string {
	opts := options(text)
	if opts == nil {
		return text
	}
	var all []string
	for _, o := range opts {
		if o.ticked {
			all = append(all, o.text)
		}
	}
	return strings.Join(all, "、")
}
