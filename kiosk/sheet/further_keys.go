package sheet

import (
	"cmp"
	"strconv"
	"strings"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// values are what a file has in the columns of a further sheet, by key. A key that is absent isn't there.
type values map[string]Value

// contactKeys is a table [contact].
type contactKeys struct {
	Desk    toml.Text             `toml:"desk"`
	Phone   toml.Text             `toml:"phone"`
	Hours   toml.Text             `toml:"hours"`
	Address toml.Text             `toml:"address"`
	Map     toml.Text             `toml:"map"`
	At      []toml.Value[float64] `toml:"at"`
}

// spanKeys is a table [[air]] or [[screen.span]]; each has a pair of the times.
type spanKeys struct {
	Days toml.Text `toml:"days"`
	From toml.Text `toml:"from"`
	To   toml.Text `toml:"to"`
	On   toml.Text `toml:"on"`
	Off  toml.Text `toml:"off"`
}

// guideKeys is a table [[guide]].
type guideKeys struct {
	Heading toml.Text `toml:"heading"`
	Body    toml.Text `toml:"body"`
}

// itemKeys are the keys of an item: those of the official table, which the first sheet has, and the centre's own.
type itemKeys struct {
	Number    toml.Value[int64]       `toml:"number"`
	Category  toml.Text               `toml:"category"`
	Title     toml.Text               `toml:"title"`
	Content   toml.Text               `toml:"content"`
	Basis     toml.Text               `toml:"basis"`
	Deadline  toml.Text               `toml:"deadline"`
	Publisher toml.Text               `toml:"publisher"`
	Channels  toml.Text               `toml:"channels"`
	Levels    []toml.Text             `toml:"levels"`
	Audience  toml.Text               `toml:"audience"`
	Manner    toml.Text               `toml:"manner"`
	Summary   toml.Text               `toml:"summary"`
	Ask       toml.Text               `toml:"ask"`
	Link      toml.Text               `toml:"link"`
	Icon      toml.Text               `toml:"icon"`
	Updated   toml.Value[toml.Moment] `toml:"updated"`
	Reviewed  toml.Value[toml.Moment] `toml:"reviewed"`
	Accept    []toml.Text             `toml:"accept"`
	Contact   contactKeys             `toml:"contact"`
	Guides    []guideKeys             `toml:"guide"`
}

// noticeKeys are the keys of a notice.
type noticeKeys struct {
	Title   toml.Text               `toml:"title"`
	Date    toml.Value[toml.Moment] `toml:"date"`
	Body    toml.Text               `toml:"body"`
	Issuer  toml.Text               `toml:"issuer"`
	Images  []toml.Text             `toml:"images"`
	Publish toml.Value[toml.Moment] `toml:"publish"`
	Expire  toml.Value[toml.Moment] `toml:"expire"`
	Pinned  toml.Value[bool]        `toml:"pinned"`
	Urgent  toml.Value[bool]        `toml:"urgent"`
	When    toml.Text               `toml:"when"`
	Where   toml.Text               `toml:"where"`
	Down    toml.Value[bool]        `toml:"withdrawn"`
	Accept  []toml.Text             `toml:"accept"`
	Air     []spanKeys              `toml:"air"`
}

// centreKeys are the keys of kiosk.toml.
type centreKeys struct {
	Centre    toml.Text           `toml:"centre"`
	Catalogue toml.Text           `toml:"catalogue"`
	Text      toml.Value[float64] `toml:"text"`
	Accent    toml.Text           `toml:"accent"`
	Accept    []toml.Text         `toml:"accept"`
	Carousel  struct {
		Dwell toml.Value[int64] `toml:"dwell_seconds"`
	} `toml:"carousel"`
	Idle struct {
		Return toml.Value[int64] `toml:"return_seconds"`
	} `toml:"idle"`
	Screen struct {
		On       toml.Text  `toml:"on"`
		Off      toml.Text  `toml:"off"`
		Holidays toml.Text  `toml:"holidays"`
		Spans    []spanKeys `toml:"span"`
	} `toml:"screen"`
	Contact contactKeys `toml:"contact"`
}

// holidayKeys are the keys of holidays.toml.
type holidayKeys struct {
	Holidays []toml.Value[toml.Moment] `toml:"holidays"`
	Workdays []toml.Value[toml.Moment] `toml:"workdays"`
}

// keysOf decodes a file that catalogue accepts. A key that these sheets don't know is a problem: it isn't exported.
func keysOf[T any](f catalogue.File) (keys T, problems []diag.Problem) {
	_, problems = toml.Decode(f.Path, f.Data, &keys)
	for i, p := range problems {
		what := "这里"
		for _, h := range toml.Heads(f.Data) {
			if h.Line == p.Line {
				what = "“" + diag.Excerpt(h.Name, 30) + "”"
			}
		}
		problems[i] = diag.Problem{
			File: p.File, Line: p.Line, Column: p.Column, Severity: diag.Warning,
			Code: "key-not-exported", Message: what + "没有导出，表格里没有它的位置", Fix: "留着这个文件，导回来时不会丢",
		}
	}
	return keys, problems
}

// add adds a text that is given.
func (v values) add(key string, t toml.Text) {
	if t.Given() && strings.TrimSpace(t.V) != "" {
		v[key] = Value{Text: written(t.V)}
	}
}

// written returns a text without the line breaks at its ends, and with "\n" between its lines.
func written(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	return strings.TrimRight(strings.Trim(text, "\n"), " \t\n")
}

// addMoment adds a time that is given.
func (v values) addMoment(key string, m toml.Value[toml.Moment]) {
	if m.Given() {
		v[key] = Value{Time: m.V.Wall, Day: m.V.Day}
	}
}

// addTick adds √ for true.
func (v values) addTick(key string, b toml.Value[bool]) {
	if b.V {
		v[key] = Value{Text: checkMark}
	}
}

// addList adds texts, a line each.
func (v values) addList(key string, list []toml.Text) {
	var all []string
	for _, t := range list {
		if s := strings.TrimSpace(t.V); s != "" {
			all = append(all, s)
		}
	}
	if all != nil {
		v[key] = Value{Text: strings.Join(all, "\n")}
	}
}

// addContact adds a contact. A text that is given and empty is 不显示.
func (v values) addContact(c contactKeys) {
	for _, k := range []struct {
		key  string
		text toml.Text
	}{{"desk", c.Desk}, {"phone", c.Phone}, {"hours", c.Hours}, {"address", c.Address}, {"map", c.Map}} {
		v.add("contact."+k.key, k.text)
		if _, there := v["contact."+k.key]; k.text.Given() && !there {
			v["contact."+k.key] = Value{Text: hidden}
		}
	}
	var shares []string
	for _, s := range c.At {
		shares = append(shares, plainNumber(s.V))
	}
	if shares != nil {
		v["contact.at"] = Value{Text: strings.Join(shares, ", ")}
	}
}

// addSpans adds days and times, a line a span.
func (v values) addSpans(key string, spans []spanKeys) {
	var all []string
	for _, s := range spans {
		from, to := cmp.Or(s.From.V, s.On.V), cmp.Or(s.To.V, s.Off.V)
		line := cmp.Or(strings.TrimSpace(s.Days.V), everyDays)
		if from != "" || to != "" {
			line += " " + cmp.Or(strings.TrimSpace(from), "00:00") + "-" + cmp.Or(strings.TrimSpace(to), "24:00")
		}
		all = append(all, line)
	}
	if all != nil {
		v[key] = Value{Text: strings.Join(all, "\n")}
	}
}

// everyDays stands for the days of a span that names none.
const everyDays = "每天"

// extras returns what an item has in 事项补充.
func (k itemKeys) extras() values {
	v := values{}
	v.add("summary", k.Summary)
	v.add("ask", k.Ask)
	v.add("link", k.Link)
	v.add("icon", k.Icon)
	v.addMoment("updated", k.Updated)
	v.addMoment("reviewed", k.Reviewed)
	v.addContact(k.Contact)
	v.addList("accept", k.Accept)
	return v
}

// values returns what a notice has in 公告.
func (k noticeKeys) values() values {
	v := values{}
	v.add("title", k.Title)
	v.addMoment("date", k.Date)
	v.add("body", k.Body)
	v.add("issuer", k.Issuer)
	v.addList("images", k.Images)
	v.addMoment("publish", k.Publish)
	v.addMoment("expire", k.Expire)
	v.addTick("pinned", k.Pinned)
	v.addTick("urgent", k.Urgent)
	v.add("when", k.When)
	v.add("where", k.Where)
	v.addSpans("air", k.Air)
	v.addTick("withdrawn", k.Down)
	v.addList("accept", k.Accept)
	return v
}

// values returns what kiosk.toml has in 本单位.
func (k centreKeys) values() values {
	v := values{}
	v.add("centre", k.Centre)
	v.add("catalogue", k.Catalogue)
	v.addContact(k.Contact)
	if k.Text.Given() {
		v["text"] = Value{Text: plainNumber(k.Text.V)}
	}
	v.add("accent", k.Accent)
	for key, n := range map[string]toml.Value[int64]{"carousel.dwell_seconds": k.Carousel.Dwell, "idle.return_seconds": k.Idle.Return} {
		if n.Given() {
			v[key] = Value{Text: strconv.FormatInt(n.V, 10)}
		}
	}
	v.add("screen.on", k.Screen.On)
	v.add("screen.off", k.Screen.Off)
	v.addSpans("screen.span", k.Screen.Spans)
	if word := onHolidays[strings.TrimSpace(k.Screen.Holidays.V)]; word != "" {
		v["screen.holidays"] = Value{Text: word}
	}
	v.addList("accept", k.Accept)
	return v
}
