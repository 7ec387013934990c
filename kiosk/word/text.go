package word

import (
	"cmp"
	"strings"
	"time"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// readText makes a notice of a text: one with labels (标题：), one that was copied from WeChat, or one that begins with its
// title.
func readText(name string, data []byte) (Notice, *Fault) {
	text, fault := decode(data)
	if fault != nil {
		return Notice{}, fault
	}
	if n := utf8.RuneCountInString(text); n > 4*maxBody { // whatever of it is a page's
		return Notice{}, tooLong(n)
	}
	d := &document{problems: problems{file: name}}
	t := &letter{document: d}
	for l := range strings.SplitSeq(plain(strings.ReplaceAll(text, "\r\n", "\n")), "\n") {
		t.lines = append(t.lines, strings.TrimRight(l, " \t"))
	}
	t.trim()
	t.dropChat()
	t.dropPage()
	if !t.labels() {
		t.begin()
	} else if t.second = cmp.Or(t.second, labelled(t.lines)); t.second != "" {
		return Notice{}, several(t.second)
	}
	for _, l := range t.lines {
		d.add(block{text: l})
	}
	var title []string
	if t.title != "" {
		title = []string{close(t.title)}
	}
	n, fault := d.notice(name, title, d.blocks, t.day)
	if fault == nil && n.Issuer == "" {
		n.Issuer = t.issuer
	}
	if t.unread != "" && t.day.IsZero() { // whatever day the text has below
		n.Day, n.Unread = time.Time{}, t.unread
	}
	return n, fault
}

// letter is a text that is being read.
type letter struct {
	lines  []string
	title  string
	issuer string
	day    time.Time
	second string // another title, of another notice
	unread string // what a label gives for the day, if it isn't one
	*document
}

// trim drops empty lines at the ends.
func (t *letter) trim() {
	blank := func(l string) bool { return strings.TrimSpace(l) == "" }
	for len(t.lines) > 0 && blank(t.lines[0]) {
		t.lines = t.lines[1:]
	}
	for len(t.lines) > 0 && blank(t.lines[len(t.lines)-1]) {
		t.lines = t.lines[:len(t.lines)-1]
	}
}

// head matches a line that gives what its label names.
var head = lazily(`^\s*【?(标题|题目|日期|发布日期|发布时间|成文日期|发布单位|发布机构|发布|来源|落款|署名|正文|内容)】?\s*[：:]\s*(.*)$`)

// labels reads the labels at the beginning of a text; false: it has none.
func (t *letter) labels() (some bool) {
	rest, issuer, day, unread := t.lines, t.issuer, t.day, t.unread
	for len(rest) > 0 {
		m := head().FindStringSubmatch(rest[0])
		if m == nil {
			if strings.TrimSpace(rest[0]) != "" {
				break
			}
			rest = rest[1:]
			continue
		}
		label, value := m[1], strings.TrimSpace(m[2])
		switch label {
		case "标题", "题目":
			if some {
				t.second = value
			}
			t.title, some = value, true
		case "正文", "内容":
			if !some {
				t.issuer, t.day, t.unread = issuer, day, unread
				return false
			}
			t.lines = append([]string{value}, rest[1:]...)
			t.trim()
			return true
		case "发布单位", "发布机构", "发布", "来源", "落款", "署名":
			t.issuer = value
		default:
			if day, ok := dayWithTime(value); ok {
				t.day = day
			} else {
				t.unread = value
			}
		}
		rest = rest[1:]
	}
	if !some {
		t.issuer, t.day, t.unread = issuer, day, unread
		return false
	}
	t.lines = rest
	t.trim()
	return true
}

// labelled returns the title that a label gives in lines, if labels of a day or a body stand below it.
func labelled(lines []string) (title string) {
	for _, l := range lines {
		m := head().FindStringSubmatch(l)
		switch {
		case m == nil:
		case m[1] == "标题" || m[1] == "题目":
			title = m[2]
		case title != "" && strings.Contains("日期 发布日期 发布时间 成文日期 正文 内容", m[1]):
			return title
		}
	}
	return ""
}

// begin takes the title off a text: what stands in 【】 at its beginning, or a first line that may be one.
func (t *letter) begin() {
	if len(t.lines) == 0 {
		return
	}
	first := strings.TrimSpace(t.lines[0])
	if rest, ok := strings.CutPrefix(first, "【"); ok {
		if inner, after, ok := strings.Cut(rest, "】"); ok && inner != "" && utf8.RuneCountInString(inner) <= plainTitle {
			t.title = inner
			t.lines = t.lines[1:]
			if strings.TrimSpace(after) != "" {
				t.lines = append([]string{strings.TrimSpace(after)}, t.lines...)
			}
			t.byline()
			return
		}
	}
	if next := strings.TrimLeft(strings.Trim(first, "#＃*《"), " "); titular(first) || strings.HasPrefix(first, "#") && titular(next) {
		if strings.HasPrefix(first, "#") { // as notes on a phone mark it
			first = next
		}
		t.title, t.lines = first, t.lines[1:]
		t.byline()
	}
}

// dayWithTime reads a day that may have a time behind it.
func dayWithTime(text string) (time.Time, bool) {
	if m := stamp().FindString(text); m != "" {
		text = strings.TrimSpace(clock().ReplaceAllString(m, ""))
	}
	return catalogue.ReadDay(text)
}

var (
	// stamp matches a day with a time, as WeChat has it: 2026年11月20日 10:30.
	stamp = lazily(`(?:19|20)\d\d\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}\s*日?\s*(?:上午|下午|晚上|凌晨|中午)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?`)
	clock = lazily(`\s*(?:上午|下午|晚上|凌晨|中午)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$`)
)
