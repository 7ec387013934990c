package catalogue

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/icon"
	"gongkai/kiosk/toml"
)

// itemFile is items/*.toml as it stands.
type itemFile struct {
	Number    toml.Value[int64]       `toml:"number" zh:"序号"`
	Category  toml.Text               `toml:"category" zh:"一级事项"`
	Title     toml.Text               `toml:"title" zh:"二级事项,标题"`
	Content   toml.Text               `toml:"content" zh:"公开内容,公开内容（要素）,内容"`
	Basis     toml.Text               `toml:"basis" zh:"公开依据,依据"`
	Deadline  toml.Text               `toml:"deadline" zh:"公开时限,时限"`
	Publisher toml.Text               `toml:"publisher" zh:"公开主体,主体"`
	Channels  toml.Text               `toml:"channels" zh:"公开渠道和载体,公开渠道,渠道"`
	Levels    []toml.Text             `toml:"levels" zh:"公开层级,层级"`
	Audience  toml.Text               `toml:"audience" zh:"公开对象,对象"`
	Manner    toml.Text               `toml:"manner" zh:"公开方式,方式"`
	Link      toml.Text               `toml:"link" zh:"链接,网址"`
	Icon      toml.Text               `toml:"icon" zh:"图标"`
	Updated   toml.Value[toml.Moment] `toml:"updated" zh:"更新日期"`
	Reviewed  toml.Value[toml.Moment] `toml:"reviewed" zh:"复核日期"`
	Summary   toml.Text               `toml:"summary" zh:"一句话,摘要"`
	Ask       toml.Text               `toml:"ask" zh:"问句"`
	Guides    []guideFile             `toml:"guide" zh:"办事指南"`
	Contact   contactFile             `toml:"contact" zh:"到哪里问,联系"`
	Accept    []toml.Text             `toml:"accept" zh:"认可"`
}

type guideFile struct {
	At      diag.Spot
	Heading toml.Text `toml:"heading" zh:"标题"`
	Body    toml.Text `toml:"body" zh:"正文,内容"`
}

// maxNumber is the largest 序号; there are at most MaxFiles rows.
const maxNumber = 99_999

// check reports what is wrong with an item by itself.
func (f *itemFile) check(c *checker) {
	f.checkNumber(c)
	c.need(&f.Category, "category", "一级事项", `"…"`)
	c.need(&f.Content, "content", "公开内容", `"""…"""`)
	c.text("category", &f.Category, maxTitle)
	c.text("title", &f.Title, maxTitle)
	c.longTitle("title", &f.Title)
	for _, t := range []struct {
		key  string
		text *toml.Text
	}{
		{"content", &f.Content}, {"basis", &f.Basis}, {"deadline", &f.Deadline}, {"publisher", &f.Publisher},
		{"channels", &f.Channels}, {"audience", &f.Audience}, {"manner", &f.Manner},
	} {
		c.text(t.key, t.text, maxCell)
		c.ditto(t.key, t.text)
	}
	if blank(&f.Basis) && !c.broken() {
		c.whole("no-basis", diag.Warning, "没有“basis”（公开依据）", "对照目录补上；目录里本来就没有的不用改")
	}
	f.checkExtras(c)
}

func (f *itemFile) checkNumber(c *checker) {
	switch n := f.Number.V; {
	case !f.Number.Given() && !c.mistaken("number"):
		c.whole("no-number", diag.Error, "缺少“number”（序号）", "补上一行 number = 6，写目录里的序号")
	case f.Number.Given() && (n < 1 || n > maxNumber):
		c.err("number-range", f.Number.At, fmt.Sprintf("“number”（序号）是 %d，应在 1 和 %d 之间", n, maxNumber), "写目录里的序号")
	}
}

// checkExtras checks the keys that the official table doesn't have.
func (f *itemFile) checkExtras(c *checker) {
	c.levels(f.Levels)
	c.accept(f.Accept)
	c.link(&f.Link)
	if name := strings.TrimSpace(f.Icon.V); name != "" && !icon.Known(name) {
		fix, mend := "删去这一行，图标会按一级事项自动选", diag.Mend{}
		if near := diag.Suggest(name, icon.Names()); near != "" {
			fix, mend = "改成“"+near+"”", f.Icon.Replaced(near)
		}
		c.mended(mend, diag.Error, false, "unknown-icon", f.Icon.At, "没有“"+diag.Excerpt(name, 20)+"”这个图标", fix)
	}
	c.day("updated", &f.Updated)
	c.day("reviewed", &f.Reviewed)
	c.short("summary", "一句话", &f.Summary, maxSummary)
	c.ask(&f.Ask)
	f.Contact.check(c)
	c.guides(f)
}

// Bounds of what an item says for itself, in characters and lines.
const (
	maxSummary  = 40
	maxAsk      = 12
	maxAskLines = 3
)

// ask warns of a question that the poster can't set large.
func (c *checker) ask(t *toml.Text) {
	c.text("ask", t, maxTitle)
	lines, n := typedLines(t.V), 0
	for _, l := range lines {
		n += utf8.RuneCountInString(l)
	}
	switch {
	case n > maxTitle:
	case n > maxAsk:
		c.warn("ask-long", t.At, fmt.Sprintf("“ask”（问句）有 %d 个字，超过 %d，海报上的字会小", n, maxAsk), fmt.Sprintf("缩短到 %d 个字以内，像“怎么申请”这样问一句", maxAsk))
	case len(lines) > maxAskLines:
		c.warn("ask-lines", t.At, fmt.Sprintf("“ask”（问句）分成了 %d 行，超过 %d 行，海报上的字会小", len(lines), maxAskLines), "合成两三行")
	}
}

// short warns of a text that takes more than a line where it stands; it is wrapped there.
func (c *checker) short(key, label string, t *toml.Text, limit int) {
	if !c.text(key, t, maxTitle) {
		return
	}
	if n := utf8.RuneCountInString(oneLine(t.V)); n > limit {
		c.warn("text-long", t.At, fmt.Sprintf("“%s”（%s）有 %d 个字，超过 %d，屏幕上会折成几行", key, label, n, limit), fmt.Sprintf("缩短到 %d 个字以内；确实要写这么长就不用改", limit))
	}
}

func blank(t *toml.Text) bool { return inkless(t.V) }

func (c *checker) longTitle(key string, t *toml.Text) {
	title, _ := line(t.V)
	if n := len([]rune(title)); n > longTitle && n <= maxTitle {
		c.warn("title-long", t.At, fmt.Sprintf("“%s”有 %d 个字，超过 %d，屏幕上显示不下", key, n, longTitle), "缩短标题；目录里就是这样写的不用改")
	}
}

// day checks that a date has no time with it.
func (c *checker) day(key string, m *toml.Value[toml.Moment]) {
	if m.Given() && !m.V.Day {
		c.mended(m.Respelled(m.V.Wall.Format(time.DateOnly)), diag.Error, false, "day-with-time", m.At, "“"+key+"”只写日期，不写时间", "只留下日期，写成 "+m.V.Wall.Format(time.DateOnly))
	}
}

// item returns what the screen needs of a file.
func (f *itemFile) item(file string) Item {
	it := Item{
		File:     file,
		Number:   int(f.Number.V),
		Content:  cell(f.Content.V),
		Basis:    cell(f.Basis.V),
		Channels: cell(f.Channels.V),
		Link:     strings.TrimSpace(f.Link.V),
		Icon:     strings.TrimSpace(f.Icon.V),
		Updated:  f.Updated.V.Wall,
		Reviewed: f.Reviewed.V.Wall,
	}
	it.Category, it.Breaks = line(f.Category.V)
	if title, breaks := line(f.Title.V); title != "" {
		it.Title, it.Breaks = title, breaks
	}
	it.Deadline, _ = line(f.Deadline.V)
	it.Publisher, _ = line(f.Publisher.V)
	it.Audience, _ = line(f.Audience.V)
	it.Manner, _ = line(f.Manner.V)
	it.Levels = words(f.Levels)
	it.Summary, _ = proseTitle(f.Summary.V)
	it.Ask = typedLines(f.Ask.V)
	it.said = f.Contact.own()
	for _, g := range f.Guides {
		heading, _ := line(g.Heading.V)
		it.Guides = append(it.Guides, Guide{Heading: heading, Body: prose(g.Body.V)})
	}
	return it
}

// words returns the texts of a list without blank and repeated ones.
func words(list []toml.Text) []string {
	var out []string
	seen := make(map[string]bool)
	for _, t := range list {
		if w := squeeze(t.V); w != "" && !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}
