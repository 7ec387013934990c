package word

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// Notice is what a document makes.
type Notice struct {
	Title    string    // "\n" between the lines that the document gives it
	Day      time.Time // midnight in UTC; zero: the document has none
	Unread   string    // what stands where a day should, and can't be read as one; then Day is zero
	Issuer   string    // who signs; "": the body has the signature, or there is none
	Body     string    // as kiosk/catalogue parses it
	Pictures []Picture
	Problems []diag.Problem // what found no place (warnings), and what was left out or moved (hints)
}

// Read makes a notice of a .docx or a text; name is the file's. The error is a *Fault, or the context's.
func Read(ctx context.Context, name string, data []byte) (Notice, error) {
	n, fault := noticeOf(ctx, name, data)
	switch {
	case ctx.Err() != nil:
		return Notice{}, ctx.Err()
	case fault != nil:
		return Notice{}, fault
	}
	return n, nil
}

func noticeOf(ctx context.Context, name string, data []byte) (Notice, *Fault) {
	if fault := foreign(name, data); fault != nil {
		return Notice{}, fault
	}
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if bytes.HasPrefix(data, []byte("PK")) {
		d, fault := readDocument(ctx, base, data)
		if fault != nil {
			return Notice{}, fault
		}
		title, body := titled(d.blocks)
		return d.notice(base, title, body, time.Time{})
	}
	if ending(name) == ".docx" || ending(name) == ".docm" {
		return Notice{}, broken
	}
	return readText(base, data)
}

// notice puts a notice together from its title's lines and the blocks of its body.
func (d *document) notice(name string, title []string, blocks []block, day time.Time) (Notice, *Fault) {
	if n := length(blocks); n > 2*maxBody { // its tables would be parsed first
		return Notice{}, tooLong(n)
	}
	n := Notice{Day: day, Pictures: d.pictures}
	body := d.body(blocks)
	if strings.TrimSpace(body) == "" && len(title) == 0 && len(d.pictures) == 0 {
		if len(d.problems.list) > 0 { // it had something, which has no place
			p := d.problems.list[0]
			return Notice{}, &Fault{"document-nothing-fits", "里面没有能放进公告的：" + p.Message, p.Fix}
		}
		return Notice{}, &Fault{"document-blank", "里面没有文字，也没有图片", "打开看看是不是这一份；文字在图片里的，存成图片，用 kiosk new poster"}
	}
	if n := utf8.RuneCountInString(body) + utf8.RuneCountInString(strings.Join(d.notes, "\n")); n > maxBody {
		return Notice{}, tooLong(n)
	}
	if title := second(blocks); title != "" {
		return Notice{}, several(title)
	}
	if len(title) == 0 {
		stem := strings.TrimSpace(plain(strings.ToValidUTF8(strings.TrimSuffix(name, path.Ext(name)), "")))
		title = []string{cmp.Or(stem, "公告")}
		d.problems.note("", "title-from-file-name", "没有找到标题，用了文件名", "改公告里的 title")
	}
	n.Title = strings.Join(title, "\n")
	n.sign(body, d.notes)
	if n.Day.IsZero() {
		n.Day = dayAtTop(blocks)
	}
	if n.Day.IsZero() {
		n.Unread = cmp.Or(d.unread, catalogue.ReadLetter(body).Sign.Day, unreadDay(blocks))
	}
	if strings.TrimSpace(n.Body) == "" && len(n.Pictures) == 0 {
		d.problems.lost("", "notice-no-body", "只有标题，没有正文", "在公告里补上 body")
	}
	n.Problems = d.problems.list
	return n, nil
}

// maxBody limits a body with its footnotes, in characters, as kiosk/catalogue does.
const maxBody = 50_000

func tooLong(n int) *Fault {
	return &Fault{"document-long", fmt.Sprintf("有 %d 个字，超过 %d，一条公告放不下", n, maxBody), "只留要让居民看的部分，或分成几份，再导入"}
}

// length returns how many characters blocks have.
func length(blocks []block) (n int) {
	for _, b := range blocks {
		n += utf8.RuneCountInString(b.text)
		if b.table == nil {
			continue
		}
		for _, row := range b.table.rows {
			for _, c := range row {
				n += utf8.RuneCountInString(c)
			}
		}
	}
	return n
}

// sign takes the signature off a body, if the screen writes the same from the notice's keys, and puts the footnotes at the
// body's end.
func (n *Notice) sign(body string, notes []string) {
	l := catalogue.ReadLetter(body)
	if n.Day.IsZero() {
		n.Day = l.Day
	}
	typed := ""
	switch s := l.Sign; {
	case n.Day.IsZero() && n.signedAbove(body):
		l.Body = body
	case s.Within:
	case len(s.Issuers) <= 1 && (s.Day == "" || unspaced(s.Day) == catalogue.LongDate(n.Day)):
		if len(s.Issuers) == 1 {
			n.Issuer = s.Issuers[0]
		}
	default:
		typed = s.Typed()
	}
	parts := []string{strings.TrimRight(l.Body, " \n\t　"), strings.Join(notes, "\n"), typed}
	n.Body = strings.Join(slices.DeleteFunc(parts, func(p string) bool { return strings.TrimSpace(p) == "" }), "\n")
}

// signedAbove takes the day of a letter that is signed above a long annex, and reports whether it is.
func (n *Notice) signedAbove(body string) bool {
	lines := strings.Split(body, "\n")
	var starts []int
	for i := 1; i < len(lines) && len(starts) < maxAnnexes; i++ {
		if annex().MatchString(lines[i]) {
			starts = append(starts, i)
		}
	}
	for _, i := range slices.Backward(starts) {
		if l := catalogue.ReadLetter(strings.Join(lines[:i], "\n")); !l.Day.IsZero() {
			n.Day = l.Day
			return true
		}
	}
	return false
}

// maxAnnexes limits above how many annexes a signature is looked for.
const maxAnnexes = 20

// dayAtTop returns the day that stands below a title, often in brackets.
func dayAtTop(blocks []block) time.Time {
	few := 0
	for _, b := range blocks {
		if b.blank() {
			continue
		}
		if few++; few > 3 || b.table != nil {
			break
		}
		if day, ok := dayLine(strings.Trim(strings.TrimSpace(b.text), "（）()[]")); ok {
			return day
		}
	}
	return time.Time{}
}

// body returns the text of blocks.
func (d *document) body(blocks []block) string {
	var lines []string
	gap := func() {
		if len(lines) > 0 && lines[len(lines)-1] != "" {
			lines = append(lines, "")
		}
	}
	tabled := false // the last line is a table's
	for _, b := range blocks {
		var next []string
		switch {
		case b.table != nil:
			text, whole := b.table.written()
			if !whole {
				d.problems.lost("", "grid-left-out", "有一个表格写不成公告里的表格：“"+cut(b.table.rows[0][0])+"”……", "对照原文核对这个表格，或截图存成图片")
			}
			next = strings.Split(text, "\n")
		case b.blank():
			gap()
			tabled = false
			continue
		default:
			next = b.typed()
		}
		if n := len(lines); n > 0 && (b.table != nil || tabled) && (inTable(lines[n-1]) && inTable(next[0])) {
			gap()
		}
		lines, tabled = append(lines, next...), b.table != nil
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// inTable reports whether a line beside a table would be read as its row.
func inTable(line string) bool { return strings.ContainsAny(line, "|｜+\t\"") }

// asideRight is the white space before a line that stands at the right.
var asideRight = strings.Repeat("　", 8)

// typed returns a paragraph's lines with its indent.
func (b block) typed() []string {
	lines := strings.Split(b.text, "\n")
	switch {
	case b.align == "right":
		for i, l := range lines {
			lines[i] = asideRight + strings.TrimSpace(l)
		}
	case b.align == "":
		lines[0] = strings.Repeat("　", b.indent/2) + strings.Repeat(" ", b.indent%2) + lines[0]
	}
	return lines
}

var (
	// letterhead and number begin an official letter, above its title: ××社区居民委员会文件, 朝社〔2026〕3号.
	letterhead = lazily(`^[\p{Han}（）()　 ]{4,40}文\s*件$`)
	number     = lazily(`^[\p{Han}（）()\s]{1,20}[〔\[［【（(]\s*(19|20)\d\d\s*[〕\]］】）)]\s*第?\s*\d+\s*号`)
	// annex begins an annex.
	annex = lazily(`^[\s\p{Zs}]*附\s*[件表图]`)
	// dayLabel stands before a day below a title.
	dayLabel = lazily(`^(?:(?:发布|公布|印发|成文|公示)(?:日期|时间)|日期)\s*[：:]\s*`)
	// eventLabel stands before a day that a text is about.
	eventLabel = lazily(`^\s*(?:[^：:]*时间|日期)\s*[：:]?\s*$`)
	// bracketed is a line that is an addition to a title.
	bracketed = lazily(`^[（(].*[）)]$`)
	// numbered begins an element of a text.
	numbered = lazily(`^([（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|第[\d一二三四五六七八九十]+[章节条]|[①-⑳●•·■□◆])`)
)

// Bounds of a title.
const (
	titleLines  = 4
	titleLength = 100
	plainTitle  = 40 // of a line that is neither centred nor a heading
	titleWithin = 12 // blocks from the beginning
)

// titled returns the lines of a document's title, nil if it has none, and the other blocks.
func titled(blocks []block) (title []string, rest []block) {
	at := titleAt(blocks)
	if at < 0 {
		return nil, blocks
	}
	end, length := at, 0
	for ; end < len(blocks) && end-at < titleLines; end++ {
		b := blocks[end]
		text := strings.TrimSpace(b.text)
		length += utf8.RuneCountInString(text)
		if b.blank() || b.table != nil || length > titleLength && end > at {
			break
		}
		if end > at && (b.align != "center" || blocks[at].align != "center" || number().MatchString(text) || bracketed().MatchString(text) || isDay(text)) {
			break
		}
		for l := range strings.SplitSeq(text, "\n") {
			if l = close(l); l != "" {
				title = append(title, l)
			}
		}
	}
	rest = append(slices.Clone(blocks[:at]), blocks[end:]...)
	return title, rest
}

// titleAt returns the block that a document's title begins with: the first one that is centred or a heading, below a
// letterhead and a number; else a short first line. -1: none is.
func titleAt(blocks []block) int {
	first, seen := -1, 0
	for i, b := range blocks {
		text := strings.TrimSpace(b.text)
		switch {
		case b.table != nil:
			seen = titleWithin
		case b.blank() || letterhead().MatchString(text) && numberFollows(blocks[i+1:]) || number().MatchString(text) || isDay(text):
			continue
		case utf8.RuneCountInString(text) > titleLength:
		case b.align == "center" && !bracketed().MatchString(text), b.heading && !numbered().MatchString(text):
			return i
		case first < 0:
			first = i
		}
		if seen++; seen > titleWithin || sentence(text) {
			break
		}
	}
	if first < 0 || blocks[first].align == "right" || !titular(blocks[first].text) {
		return -1
	}
	return first
}

// titular reports whether a line may be a title though nothing marks it as one.
func titular(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && utf8.RuneCountInString(text) <= plainTitle && !sentence(text) && !strings.HasSuffix(text, "：") && !strings.HasSuffix(text, ":") &&
		!strings.Contains(text, "\t") && !strings.Contains(text, "|") && !numbered().MatchString(text)
}

// sentence reports whether a text is one, and no title.
func sentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune("。；，、,;", last) || last == '.' && strings.Contains(text, " ") || utf8.RuneCountInString(text) > titleLength
}

// numberFollows reports whether one of the next lines is the number of an official letter.
func numberFollows(blocks []block) bool {
	for _, b := range blocks[:min(4, len(blocks))] {
		if number().MatchString(strings.TrimSpace(b.text)) {
			return true
		}
	}
	return false
}

// dayLine reads a line that is nothing but a day, with a label or a time or without.
func dayLine(text string) (time.Time, bool) {
	text = dayLabel().ReplaceAllString(text, "")
	if stamp().FindString(text) == text {
		return dayWithTime(text)
	}
	return catalogue.ReadDay(text)
}

// isDay reports whether a line is nothing but a day, the notice's or that of what it is about: no title is.
func isDay(text string) bool {
	if before, after, ok := strings.Cut(strings.Replace(text, ":", "：", 1), "："); ok && eventLabel().MatchString(before) {
		text = strings.TrimSpace(after)
	}
	_, ok := dayLine(text)
	return ok
}

// likeDay matches a line that is meant as a day, though it may be none: 2026年2月30日, 二〇二六年十一月廿日, 2026年11月20日下午.
var likeDay = lazily(`^(?:` + digit + `{4}年` + digit + `{1,3}月(?:` + digit + `{1,4}[日号]?(?:[上下中]午|[早晚]上?|凌晨|夜间|[（(].{1,6}[）)])?)?|[12]\d{3}[\-./]\d{1,2}[\-./]\d{1,2}[日号]?(?:[上下中]午)?)$`)

const digit = `[\d０-９〇零○Ｏ一二三四五六七八九十廿卅正冬腊初]`

// nearEnds is how many lines at the beginning and at the end of a text may be its day.
const nearEnds = 3

// unreadDay returns the line below a title, above an annex or at the end of a text that is meant as its day; "" if there is none.
func unreadDay(blocks []block) string {
	blocks = slices.DeleteFunc(slices.Clone(blocks), block.blank)
	end := max(0, len(blocks)-nearEnds)
	near := append(slices.Clone(blocks[end:]), blocks[:min(nearEnds, end)]...)
	for i, b := range blocks[min(1, len(blocks)):] {
		if annex().MatchString(b.text) {
			near = append(near, blocks[i])
		}
	}
	for _, b := range near {
		lines := strings.Split(b.text, "\n")
		if b.table == nil && meantAsDay(lines[len(lines)-1]) {
			return strings.TrimSpace(lines[len(lines)-1])
		}
	}
	return ""
}

// meantAsDay reports whether a line is meant as a day, behind a name or without.
func meantAsDay(line string) bool {
	words := strings.Fields(dayLabel().ReplaceAllString(strings.Trim(strings.TrimSpace(line), "（）()[]"), ""))
	for i := range min(len(words), 6) {
		if likeDay().MatchString(strings.Join(words[i:], "")) && !strings.ContainsAny(strings.Join(words[:i], ""), "。，；：:、") {
			return true
		}
	}
	return false
}

// close returns a title's line without the white space that sets its hanzi apart, as in 通　　知.
func close(text string) string {
	runes := []rune(strings.TrimSpace(text))
	apart := true
	for i, r := range runes {
		if i > 0 && unicode.Is(unicode.Han, r) && unicode.Is(unicode.Han, runes[i-1]) {
			apart = false
		}
	}
	if !apart {
		return string(runes)
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }) {
			return -1
		}
		return r
	}, string(runes))
}

func unspaced(text string) string { return strings.Join(strings.Fields(text), "") }
