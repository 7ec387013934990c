package catalogue

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Boxes and ticks of office documents are letters of symbol fonts; without the font they are private characters, or the
// letters themselves.

// symbols are the private characters that stand for a symbol font's letters, and the symbols.
var symbols = map[rune]rune{
	0xf0fc: '✓', 0xf0fb: '✗', 0xf0fe: '☑', 0xf0fd: '☒', 0xf0a8: '□', 0xf06f: '□', 0xf071: '□', 0xf072: '□', 0xf0a3: '□',
	0xf052: '☑', 0xf053: '☒', 0xf050: '✓', 0xf04f: '✗', 0xf06c: '●', 0xf06e: '■', 0xf075: '◆', 0xf076: '❖', 0xf0d8: '➢',
	0xf0b7: '·', 0xf0a7: '▪', 0xf0e0: '→', 0xf0e8: '➔', 0xf028: '☎', 0xf02a: '✉', 0xf0b2: '☆', 0xf0ab: '★',
}

// symbolLetter matches a letter of Wingdings that stands alone, or before hanzi at the beginning of an option.
var symbolLetter = regexp.MustCompile(`(?m)(?:^|[\t |｜（(：:、，；\x{3000}])([üþý¨])(?:[\t |｜）)\x{3000}]|\r?$|\p{Han})`)

// letterSymbols are those letters' symbols.
var letterSymbols = map[string]string{"ü": "✓", "þ": "☑", "ý": "☒", "¨": "□"}

// letterOptions matches options with the letters of Wingdings 2: R is a box with a tick, £ one without.
var letterOptions = regexp.MustCompile(`(R|£)(\p{Han}{1,8})[\t \x{3000}]*(R|£|□|☐)\p{Han}`)

// symbolCharacters finds the private characters of symbol fonts.
func symbolCharacters(text string, n int) (found []damage) {
	for i, r := range text {
		if s, ok := symbols[r]; ok && len(found) < n {
			found = append(found, damage{i, i + len(string(r)), "symbol-font", fmt.Sprintf("的字符 %U 是 Wingdings 等符号字体里的“%c”，屏幕上没有这种字体", r, s), "改成“" + string(s) + "”"})
		}
	}
	return found
}

// symbolLetters finds letters of Wingdings.
func symbolLetters(text string, n int) (found []damage) {
	for _, m := range symbolLetter.FindAllStringSubmatchIndex(text, n) {
		letter := text[m[2]:m[3]]
		found = append(found, damage{m[2], m[3], "symbol-letter", "的“" + letter + "”像是 Wingdings 字体里的“" + letterSymbols[letter] + "”", "改成“" + letterSymbols[letter] + "”"})
	}
	return found
}

// symbolOptions finds letters of Wingdings 2.
func symbolOptions(text string, n int) (found []damage) {
	for _, m := range letterOptions.FindAllStringSubmatchIndex(text, n) {
		if !strings.ContainsAny(text, "£□☐") {
			break // R级 R类
		}
		found = append(found, optionLetter(text, m[2], m[3])...)
		found = append(found, optionLetter(text, m[6], m[7])...)
	}
	return found
}

// optionLetter returns the damage of a letter of Wingdings 2 before an option.
func optionLetter(text string, start, end int) []damage {
	symbol := map[string]string{"R": "☑", "£": "□"}[text[start:end]]
	if symbol == "" {
		return nil
	}
	return []damage{{start, end, "symbol-option", "的“" + text[start:end] + "”像是 Wingdings 2 字体里的“" + symbol + "”", "改成“" + symbol + "”"}}
}

var (
	// mouthOption matches a 口 at the beginning of an option, with the option.
	mouthOption = regexp.MustCompile(`(?:^|[\t （(：:、，；;\x{3000}])(口)(\p{Han}{1,12})`)
	// mouthPairs are options that stand together without a space.
	mouthPairs = regexp.MustCompile(`(口)(?:是|有|男|同意|合格|符合|满意|通过|需要)[\t \x{3000}]*口(?:否|无|没有|女|不)`)
	// mouthWord begins as words with 口 do.
	mouthWord = regexp.MustCompile(`^[头径腔岸粮罩服述语碑号令感味福供才译袋子诀信哨吃琴香红]`)
)

// squares finds 口 typed for a box: at the beginning of two options and more in a line.
func squares(text string, n int) (found []damage) {
	off := 0
	for line := range strings.Lines(text) {
		var in []damage
		for _, m := range mouthOption.FindAllStringSubmatchIndex(line, n) {
			if !mouthWord.MatchString(line[m[4]:m[5]]) {
				in = append(in, square(off+m[2]))
			}
		}
		if m := mouthPairs.FindStringSubmatchIndex(line); m != nil && len(in) < 2 {
			in = []damage{square(off + m[2]), {}}
		}
		if len(in) >= 2 && len(found) < n {
			found = append(found, in[0])
		}
		off += len(line)
	}
	return found
}

func square(off int) damage {
	return damage{off, off + len("口"), "mouth-as-square", "的“口”像是方框：这一行的选项前面都是它", "每个选项前面的“口”改成“□”"}
}

// ditto warns of an official cell that only refers to another, or has only a tick: on the screen each row stands alone.
func (c *checker) ditto(key string, t *toml.Text) {
	off := 0
	for line := range strings.Lines(t.V) {
		switch word := strings.TrimFunc(line, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("，。、；“”\"", r) }); word {
		case "同上", "同左", "同前", "同上一行", "〃", "″", "々":
			c.warn("ditto", toml.Inside(t, off+strings.Index(line, word)), "“"+key+"”里只写了“"+word+"”，屏幕上看不到上一行是什么", "把上一行的内容照写一遍")
		case "√", "✓", "✔", "☑", "是", "v", "V":
			if strings.TrimSpace(t.V) == word {
				c.warn("tick-alone", t.At, "“"+key+"”里只有一个“"+diag.Printable(word)+"”", "写出目录表里打勾的那一栏的名字；不公开的就删去这一行")
			}
		}
		off += len(line)
	}
}
