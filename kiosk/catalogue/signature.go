package catalogue

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Signature is the end of a notice that says whose it is and from which day. Where Issuers or Day is
// empty the screen puts the centre and the notice's date.
type Signature struct {
	Issuers []string
	Day     string // as the body writes it
	// Within reports that the body signs itself before an annex: nothing is put below it.
	Within bool
	typed  string // the lines of the body that are the signature
}

// SignedBy returns the lines of a notice's signature, the issuers and the day, of which the centre
// and the notice's date stand in for what is not given; nil if the body has them within.
func (n *Notice) SignedBy(centre string) []string {
	if n.Sign.Within {
		return nil
	}
	lines := slices.Clone(n.Sign.Issuers)
	if len(lines) == 0 {
		lines = []string{centre}
	}
	if n.Sign.Day != "" {
		return append(lines, n.Sign.Day)
	}
	return append(lines, LongDate(n.Date))
}

// LongDate returns a day with its year: 2026年3月12日.
func LongDate(t time.Time) string { return t.Format("2006年1月2日") }

// maxIssuers is how many bodies sign a notice together, maxIssuer the length of a name that stands
// for one, in hanzi.
const maxIssuers, maxIssuer = 4, 40

// signature cuts off a body's last lines that are its signature, and returns what is left. The key
// issuer goes before the body's own signature, and is not said twice. A body that is nothing else
// stays whole, and so does one with the signature of another body than issuer.
func signature(body, issuer string, date time.Time) (rest string, s Signature) {
	issuer = strings.TrimSpace(issuer)
	if issuer != "" {
		s.Issuers = []string{issuer}
	}
	r := signer{lines: strings.Split(body, "\n"), issuer: issuer, date: date}
	end := r.filled(len(r.lines))
	annexed, above := r.annexes(end)
	if above {
		s.Within = true
		return body, s
	}
	from, found := r.signed(end)
	if annexed && (len(found.Issuers) == 0 || found.Day == "") {
		return body, s // the end of the annex
	}
	other := issuer != "" && len(found.Issuers) > 0 && !sameName(strings.Join(found.Issuers, ""), issuer)
	if from == end || other || r.filled(from) == 0 {
		return body, s
	}
	if len(found.Issuers) == 0 {
		found.Issuers = s.Issuers
	}
	found.typed = strings.Join(r.lines[from:], "\n")
	return strings.Join(r.lines[:from], "\n"), found
}

// signer reads a signature from the lines of a body.
type signer struct {
	lines  []string
	issuer string
	date   time.Time
}

// signed reads the signature that ends before line end: one to four names, and a day below or behind
// them; from is its first line, or end if there is none.
func (r signer) signed(end int) (from int, s Signature) {
	if end == 0 {
		return end, Signature{}
	}
	last := r.lines[end-1]
	name, day := nameAndDay(last)
	from, s.Day = end-1, day
	switch {
	case name != "" && (!r.signs(last, name) || day != "" && r.timetable(end)):
		return end, Signature{}
	case name != "":
		s.Issuers = []string{name}
	default:
		from, s.Issuers = r.names(r.filled(from))
	}
	if len(s.Issuers) == 0 && r.isDate(last, day, r.lines[max(r.filled(end-1)-1, 0)]) {
		return end - 1, s
	}
	if len(s.Issuers) == 0 || r.continues(from, day == "" && !setRight(last)) {
		return end, Signature{}
	}
	return from, s
}

// timetable reports whether the line above the last one has a name and a day too.
func (r signer) timetable(end int) bool {
	above := r.filled(end - 1)
	if above == 0 {
		return false
	}
	name, day := nameAndDay(r.lines[above-1])
	return name != "" && day != ""
}

// names returns the names of those who sign in the lines that end before line end.
func (r signer) names(end int) (from int, names []string) {
	for from = end; from > 0 && len(names) < maxIssuers && r.signs(r.lines[from-1], r.lines[from-1]); from-- {
		names = append(names, strings.TrimSpace(r.lines[from-1]))
	}
	slices.Reverse(names)
	return from, names
}

// isDate reports whether a line that is only a day is the notice's own: any other day may be what
// the notice is about.
func (r signer) isDate(line, day, above string) bool {
	written, ok := dayOf(day)
	return ok && !dayHead.MatchString(above) && (written.Equal(r.date) || setRight(line))
}

// dayHead ends a line that a day below belongs to.
var dayHead = regexp.MustCompile(`(时间|日期|日子|截止)[：:]?\s*$`)

// continues reports whether the line from belongs to what stands above it: to a list, or, if it has
// to stand apart, to a text without an end.
func (r signer) continues(from int, apart bool) bool {
	at := r.filled(from)
	if at == 0 {
		return false
	}
	above := strings.TrimSpace(r.lines[at-1])
	last, _ := utf8.DecodeLastRuneInString(above)
	return strings.ContainsRune("：:、，,", last) || apart && at == from && !sentence(above)
}

// filled returns the end of the first end lines without blank ones at their end.
func (r signer) filled(end int) int {
	for end > 0 && strings.TrimSpace(r.lines[end-1]) == "" {
		end--
	}
	return end
}

// annex begins a line that may stand below a signature.
var annex = regexp.MustCompile(`^(附件|附表|附图|附[：:]|[（(]此件|[（(]?(联系人|地址|办公地址|备注|注)[：:]|[（(]?(联系|咨询|监督|举报|办公|服务)?(电话|热线|方式)[：:]|抄送|抄报|主送)`)

// maxAnnex is how many lines below a signature are looked through.
const maxAnnex = 12

// annexes reports whether the last of the lines above end may stand below a signature, and whether one with a day stands
// above them.
func (r signer) annexes(end int) (found, signed bool) {
	for i := end - 1; i >= max(0, end-maxAnnex); i-- {
		if annex.MatchString(strings.TrimSpace(r.lines[i])) {
			found = true
			_, s := r.signed(r.filled(i))
			signed = signed || len(s.Issuers) > 0 && s.Day != ""
		}
	}
	return found, signed
}

// signs reports whether a line is the name of who signs: the issuer, an organisation, or a name that
// is set to the right.
func (r signer) signs(line, name string) bool {
	name = strings.TrimSpace(name)
	n := utf8.RuneCountInString(name)
	switch {
	case foreign.MatchString(name):
		return n <= 2*maxIssuer
	case name == "" || n > maxIssuer:
		return false
	case labelledIssuer.MatchString(name):
		return true
	case strings.ContainsAny(name, "。，；：！？,;:!?|\t"):
		return false
	case r.issuer != "" && sameName(name, r.issuer):
		return true
	case listed.MatchString(name) || advice.MatchString(name):
		return false
	}
	return organisation.MatchString(unspaced(name)) || setRight(line)
}

var (
	// labelledIssuer matches a name behind what it is.
	labelledIssuer = regexp.MustCompile(`^(发布|发文|公告|公示|通知)?(单位|机关|机构)[：:]\s*\p{Han}{3,}$|^(落款|署名)[：:]\s*\p{Han}{3,}$`)
	// foreign matches the name of a body in English.
	foreign = regexp.MustCompile(`^(?:(?:[A-Z][A-Za-z'’-]*|of|the|and|for|&) )+(?:Committee|Community|Office|Bureau|Cent(?:er|re)|Department|Government|Association|Council|Station|Hospital|School|Company|Village|[A-Z][a-z]+ (?:County|District|City))$`)
)

// organisation matches the name of a body that issues notices, or of two, with its seal or the word that ends a poster.
var organisation = regexp.MustCompile(`^\p{Han}[\p{Han}\d（）()·“”、]+(委员会|居委会|村委会|管委会|红十字会|慈善会|基金会|促进会|总会|分会|党委|县委|市委|区委|党支部|党总支|总支部|支部|健康委|改革委|卫健委|发改委|办事处|办公室|中心|社区|街道|村|政府|局|部|厅|站|所|队|院|馆|台|公司|集团|银行|支行|分行|信用社|供销社|学校|小学|中学|幼儿园|联合会|妇联|工会|残联|协会|学会|商会|业委会|理事会|监事会|监委会|小组|专班|指挥部|服务处|管理处|物业|超市|合作社|团委|团支部|法院|检察院)([（(](盖章|公章|章|代章)[）)]|宣|启|敬启|谨启|敬上)?$`)

// listed matches the beginning of an element of a list.
var listed = regexp.MustCompile(`^([（(]?[\d一二三四五六七八九十]+[）)、.．]|[①-⑳·•●■◆○□\-—*])`)

// advice matches the beginning of a line that sends its reader to an organisation.
var advice = regexp.MustCompile(`^(请|欢迎|感谢|谢谢|详|具体|咨询|联系|地点|地址|单位|到|在|向|由|至|前往|报送|抄送|附)`)

// setRight reports whether the author moved a line to the right with white space, by more than an
// indent.
func setRight(line string) bool {
	em := 0
	for _, r := range line {
		switch {
		case r == '\u3000' || r == '\t' || r == '\u2003':
			em += 2
		case unicode.IsSpace(r):
			em++
		default:
			return em >= 12
		}
	}
	return false
}

// sentence reports whether a line ends like a sentence, so that the next line begins something else.
func sentence(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune("。！？；.!?;”）)", r) || strings.HasPrefix(line, "特此")
}

// nameAndDay cuts a line into a name and, behind white space, a day. A line without a day is a name.
func nameAndDay(line string) (name, day string) {
	line = strings.TrimSpace(line)
	at := dayAtEnd.FindStringIndex(line)
	if at == nil {
		return line, ""
	}
	name, day = strings.TrimSpace(line[:at[0]]), line[at[0]:]
	if dayLabel.MatchString(name) {
		return "", line
	}
	if _, ok := dayOf(day); !ok && (name != "" || !partDay.MatchString(day)) || name != "" && name == line[:at[0]] {
		return line, ""
	}
	return name, day
}

const (
	hanDigit = `[\d〇零○Ｏ０-９一二三四五六七八九]`
	hanShort = `[\d０-９一二三四五六七八九十]`
	gap      = `[\s\p{Zs}]*`
)

// dayEnd is what may stand behind a day.
const dayEnd = `(?:` + gap + `(?:印发|发布|星期[一二三四五六日天]|[（(](?:盖章|公章|章|星期[一二三四五六日天])[）)]))?$`

const wholeDate = `(` + hanDigit + `{4})` + gap + `[年.\-/．]` + gap + `(` + hanShort + `{1,3})` + gap + `[月.\-/．]` + gap + `(` + hanShort + `{1,3})` + gap + `[日号]?`

var (
	dayAtEnd = regexp.MustCompile(`(?:` + wholeDate + `|` + partDate + `|` + englishDate + `)` + dayEnd)
	wholeDay = regexp.MustCompile(`^` + wholeDate + dayEnd)
	// partDay matches a day without its year, or a month: below a name alone they are the day of a signature.
	partDay = regexp.MustCompile(`^` + partDate + dayEnd)
	// englishDay matches a day as English has it.
	englishDay = regexp.MustCompile(`^` + englishDate + `$`)
	dayLabel   = regexp.MustCompile(`^(?:发布|公告|公示|印发|落款|通知)(?:日期|时间)[：:]$`)
)

const (
	partDate    = `(?:` + hanDigit + `{2}年)?` + hanShort + `{1,2}月` + hanShort + `{1,3}[日号]|` + hanDigit + `{4}年` + hanShort + `{1,2}月`
	englishDate = `(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}(?:st|nd|rd|th)?,?)? \d{4}`
)

// dayOf reads a day as it stands below a letter: 2026年3月12日, 2026.3.12, 二〇二六年三月十二日, March 12, 2026.
func dayOf(text string) (time.Time, bool) {
	if englishDay.MatchString(text) {
		plain := strings.ReplaceAll(ordinal.ReplaceAllString(text, "$1"), ",", "")
		for _, layout := range []string{"January 2 2006", "2 January 2006"} {
			if t, err := time.Parse(layout, plain); err == nil {
				return t, true
			}
		}
		return time.Time{}, false
	}
	m := wholeDay.FindStringSubmatch(text)
	if m == nil {
		return time.Time{}, false
	}
	y, month, d := numeral(m[1]), numeral(m[2]), numeral(m[3])
	t := time.Date(y, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	return t, y > 0 && t.Year() == y && int(t.Month()) == month && t.Day() == d
}

var ordinal = regexp.MustCompile(`(\d)(?:st|nd|rd|th)`)

// numeral reads a number of a day: digits of either kind, or up to 三十一.
func numeral(text string) int {
	text = plain(zeros.Replace(text))
	if n := chineseNumber(text); n > 0 {
		return n
	}
	n, _ := strconv.Atoi(yearDigits.Replace(text))
	return n
}

// zeros and yearDigits write a year's hanzi with digits.
var (
	zeros      = strings.NewReplacer("〇", "0", "○", "0", "Ｏ", "0", "零", "0")
	yearDigits = strings.NewReplacer("一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9")
)

// sameName reports whether two names differ in white space alone.
func sameName(a, b string) bool { return unspaced(a) == unspaced(b) }

// unspaced returns a text without white space.
func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
