package sheet

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The screen cuts a cell where its file has a line break. A table that has line breaks in its cells has the cuts already;
// in another one, a cell whose text is known keeps the cuts that it is known with, and the rest is cut here. Nothing is
// added or dropped: the lines, joined, are the cell.

// cuts are cells by their characters: how they are known to be cut.
type cuts map[string]string

// flat returns a text's characters without white space, which is what a cell's cuts don't change.
func flat(text string) string { return strings.Join(strings.Fields(text), "") }

// learn keeps how a cell is cut; the first way counts.
func (c cuts) learn(text string) {
	if key := flat(text); key != "" && c[key] == "" {
		c[key] = strings.Trim(text, "\n")
	}
}

// cut returns a cell in lines.
func (c cuts) cut(f Field, text string) string {
	if known := c[flat(text)]; known != "" {
		return known
	}
	switch f {
	case Content:
		return cutContent(text)
	case Basis:
		return cutBasis(text)
	case Channels:
		return cutChannels(text)
	}
	return text
}

// lined returns a cell's own lines: trimmed, those that stand further in than the least by two spaces. It has the depth that the
// screen shows.
func lined(text string) string {
	var lines []string
	var indents []int
	least := -1
	for line := range strings.Lines(text) {
		t := strings.TrimSpace(line)
		if t == "" {
			continue
		}
		n := utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeftFunc(line, unicode.IsSpace))
		if least < 0 || n < least {
			least = n
		}
		lines, indents = append(lines, t), append(indents, n)
	}
	for i := range lines {
		if i > 0 && indents[i] > least {
			lines[i] = "  " + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// joinedLine returns a text's lines as one. Between two words that are written with spaces a line break was one; elsewhere it
// was none: 之日起 and 20个工作日 stay as close as they are printed.
func joinedLine(text string) string {
	var b strings.Builder
	last := ' '
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if first, _ := utf8.DecodeRuneInString(line); isSpaced(last) && isSpaced(first) {
			b.WriteByte(' ')
		}
		b.WriteString(line)
		last, _ = utf8.DecodeLastRuneInString(line)
	}
	return b.String()
}

// isSpaced reports whether a character belongs to a script whose words have spaces between them: those of the West, and
// the Arabic, Mongolian and Cyrillic that minorities write.
func isSpaced(r rune) bool { return r > ' ' && r < 0x2000 && !unicode.Is(unicode.Tibetan, r) }

// split cuts a text before the characters at some offsets.
func split(text string, at []int) string {
	var lines []string
	start := 0
	for _, i := range append(at, len(text)) {
		if line := strings.TrimSpace(text[start:i]); line != "" {
			lines = append(lines, line)
		}
		start = i
	}
	return strings.Join(lines, "\n")
}

// outer calls do for each character of a text that stands in no brackets and no quotes, with its offset.
func outer(text string, do func(i int, r rune)) {
	depth := 0
	for i, r := range text {
		if strings.ContainsRune("）)》〉”’」』】〕]", r) && depth > 0 {
			depth--
		}
		if depth == 0 {
			do(i, r)
		}
		if strings.ContainsRune("（(《〈“‘「『【〔[", r) {
			depth++
		}
	}
}

// numberedItem matches the number in front of an item of a list.
var numberedItem = regexp.MustCompile(`[（(]?(\d{1,2})[）)、．.](?:\D|$)|[①-⑳]`)

// numbered returns the offsets of a list's numbers, from 1 upwards; nil if there is no list.
func numbered(text string) []int {
	var at []int
	for _, m := range numberedItem.FindAllStringSubmatchIndex(text, -1) {
		n := len(at) + 1
		digit := string(rune('①' + n - 1))
		if m[2] >= 0 {
			digit = text[m[2]:m[3]]
		}
		if got := strings.TrimLeft(digit, "0"); got == itoa(n) || digit == string(rune('①'+n-1)) && text[m[0]:m[1]] == digit {
			at = append(at, m[0])
		}
	}
	if len(at) < 2 {
		return nil
	}
	return at
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

// after returns the offsets behind the characters of a set that stand in no brackets, but not the text's end.
func after(text, set string) []int {
	var at []int
	outer(text, func(i int, r rune) {
		if end := i + utf8.RuneLen(r); strings.ContainsRune(set, r) && end < len(text) {
			at = append(at, end)
		}
	})
	return at
}

// cutChannels cuts 公开渠道和载体 before its numbers or boxes, or else behind its marks.
func cutChannels(text string) string {
	if at := numbered(text); at != nil {
		return split(text, at)
	}
	if signs := boxes(text); len(signs) > 1 {
		runes := []rune(text)
		var at []int
		for _, s := range signs {
			at = append(at, len(string(runes[:s.at])))
		}
		return split(text, at)
	}
	return split(text, after(text, "、；;，"))
}

// cutBasis cuts 公开依据 between its citations: before a title that stands behind the end of another citation, and behind
// the number of a citation that other words follow.
func cutBasis(text string) string {
	if at := numbered(text); at != nil {
		return split(text, at)
	}
	var at []int
	last, ended := ' ', false // ended: a title is over
	outer(text, func(i int, r rune) {
		switch {
		case r == '《' && strings.ContainsRune("》）)；;、，,。 \u3000", last) && i > 0:
			at = append(at, i)
		case last == '）' && ended && (unicode.Is(unicode.Han, r) && !strings.ContainsRune("第和与及等的中", r)):
			at = append(at, i)
		}
		if r == '》' {
			ended = true
		} else if last == '）' {
			ended = false
		}
		last = r
	})
	return split(text, at)
}

// Bounds of a list that is cut: a shorter group stays in its line, and longer parts are sentences.
const (
	nestedFrom  = 12
	longestPart = 24
)

// cutContent cuts 公开内容（要素）: a list before its numbers or bullets, or behind its semicolons, or behind its 、; a long group in
// brackets becomes lines of the second level.
func cutContent(text string) string {
	if at := numbered(text); at != nil {
		return split(text, at)
	}
	if at := bullets(text); len(at) > 1 {
		return split(text, at)
	}
	for _, marks := range []string{"；;", "。"} {
		if at := after(text, marks); at != nil {
			return split(text, at)
		}
	}
	at := after(text, "、")
	if len(at) == 0 || !isList(text, at) {
		return split(text, sentences(text))
	}
	var lines []string
	for line := range strings.Lines(split(text, at)) {
		lines = append(lines, nested(strings.TrimSpace(line)))
	}
	return strings.Join(lines, "\n")
}

// bullets returns the offsets of the marks that begin a list's items.
func bullets(text string) []int {
	var at []int
	for i, r := range text {
		if strings.ContainsRune("●•◆◇■□▪★☆", r) {
			at = append(at, i)
		}
	}
	return at
}

// isList reports whether the parts of a text are a list of their own: none is a sentence, and the last isn't what the
// others qualify (甲、乙、丙等相关情况).
func isList(text string, at []int) bool {
	parts := strings.Split(split(text, at), "\n")
	if len(parts) < 2 {
		return false
	}
	for _, p := range parts {
		plain := withoutBrackets(p)
		if utf8.RuneCountInString(plain) > longestPart || strings.ContainsAny(plain, "，,：") {
			return false
		}
	}
	last := parts[len(parts)-1]
	i := strings.LastIndex(last, "等")
	return i < 0 || i+len("等") == len(last)
}

// withoutBrackets returns the characters of a text that stand in none.
func withoutBrackets(text string) string {
	var b strings.Builder
	outer(text, func(_ int, r rune) { b.WriteRune(r) })
	return b.String()
}

// nested cuts a long group in brackets off its element: 补贴情形（包括, then its parts a level deeper, the last of which closes it.
func nested(line string) string {
	open := strings.Index(line, "（")
	shut := strings.LastIndex(line, "）")
	if open <= 0 || shut < open || utf8.RuneCountInString(strings.TrimRight(line[shut:], "、，；")) > 1 {
		return line
	}
	inner := line[open+len("（") : shut]
	lead := ""
	for _, w := range []string{"主要包括", "包括", "包含", "含", "如"} {
		if strings.HasPrefix(inner, w) {
			lead = w
			break
		}
	}
	rest := inner[len(lead):]
	at := after(rest, "，；")
	if at == nil {
		at = after(rest, "、")
	}
	if at == nil || utf8.RuneCountInString(rest) < nestedFrom {
		return line
	}
	parts := strings.Split(split(rest, at), "\n")
	parts[len(parts)-1] += line[shut:]
	return line[:open] + "（" + lead + "\n  " + strings.Join(parts, "\n  ")
}

// duty matches how a community's duties begin where they are written one behind the other.
var duty = regexp.MustCompile(`协助|配合做好|负责|推进|开展`)

// sentences returns where duties begin in a text whose line breaks were lost: 协助做好甲工作协助做好乙.
func sentences(text string) []int {
	if utf8.RuneCountInString(text) < longestPart {
		return nil
	}
	var at []int
	for _, m := range duty.FindAllStringIndex(text, -1) {
		if ended(text[:m[0]]) {
			at = append(at, m[0])
		}
	}
	return at
}

// ended reports whether a text ends as a duty does.
func ended(text string) bool {
	for _, end := range []string{"工作", "活动", "服务", "管理", "水平", "行为", "演练", "任务", "报到", "宣传", "援助", "咨询", "知识", "）"} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	return false
}
