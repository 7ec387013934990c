package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// change is something that residents see differently: an item, a notice, or what all screens share.
type change struct {
	mark   string // 新, 去 or 改
	what   string
	fields []fieldChange // of one that was changed
	name   string        // of its pictures
	// screens returns the state that shows it, before and after; nil for a side that doesn't have it.
	screens [2]func(session.State) session.State
}

// fieldChange is a field that differs, in lines.
type fieldChange struct {
	name          string
	before, after []string
}

// field is a field of an item or a notice as residents see it.
type field struct {
	name  string
	lines []string
}

// changesOf returns what differs between two catalogues, in the order of the screen: what all screens share, items,
// notices that haven't ended. now is a wall clock's; zero: it isn't known what has ended.
func changesOf(a, b *catalogue.Catalogue, now time.Time) (all []change) {
	notices := paired(lasting(a.Notices, now), lasting(b.Notices, now), sameFile, sameLetter)
	if fields := append(fieldChanges(centreFields(a), centreFields(b)), reordered(notices, b.Notices)...); len(fields) > 0 {
		home := func(st session.State) session.State { return still(st, session.Screen{Kind: session.Home}) }
		all = append(all, change{"改", "全部画面", fields, "home", [2]func(session.State) session.State{home, home}})
	}
	for _, p := range paired(a.Items, b.Items, sameItem, renumbered, retitled) {
		all = appendChange(all, p, a, b, itemWords, itemFields, itemScreen)
	}
	for _, p := range notices {
		all = appendChange(all, p, a, b, noticeWords, noticeFields, noticeScreen)
	}
	return all
}

// lasting returns the notices that haven't ended.
func lasting(notices []catalogue.Notice, now time.Time) []catalogue.Notice {
	return slices.DeleteFunc(slices.Clone(notices), func(n catalogue.Notice) bool { return !n.Expire.IsZero() && !now.Before(n.Expire) })
}

// pair is what two catalogues have of one thing; nil where one has none.
type pair[T any] struct{ before, after *T }

// paired pairs what two lists have in common, by the first test that finds a partner; what is left follows its
// predecessor in the second list, and what is gone stands where it was.
func paired[T any](a, b []T, tests ...func(x, y *T) bool) []pair[T] {
	to, taken := make([]int, len(a)), make([]bool, len(b))
	for i := range to {
		to[i] = -1
	}
	for _, same := range tests {
		for i := range a {
			for j := range b {
				if to[i] < 0 && !taken[j] && same(&a[i], &b[j]) {
					to[i], taken[j] = j, true
				}
			}
		}
	}
	var all []pair[T]
	for i := range a {
		p := pair[T]{before: &a[i]}
		if to[i] >= 0 {
			p.after = &b[to[i]]
		}
		all = append(all, p)
	}
	for j := range b {
		if !taken[j] {
			all = append(all, pair[T]{after: &b[j]})
		}
	}
	return all
}

func sameItem(x, y *catalogue.Item) bool {
	return x.Number == y.Number && x.Heading() == y.Heading()
}

func renumbered(x, y *catalogue.Item) bool {
	return x.Heading() == y.Heading() && x.Category == y.Category
}

func retitled(x, y *catalogue.Item) bool { return x.Number == y.Number }

func sameFile(x, y *catalogue.Notice) bool { return x.File == y.File }

// sameLetter reports whether two notices are one whose file was renamed.
func sameLetter(x, y *catalogue.Notice) bool { return x.Title == y.Title && x.Date.Equal(y.Date) }

// reordered returns how the order of notices changed that are as urgent, pinned and old as before; all is the second list.
func reordered(pairs []pair[catalogue.Notice], all []catalogue.Notice) []fieldChange {
	file := func(n *catalogue.Notice) int {
		return slices.IndexFunc(all, func(o catalogue.Notice) bool { return o.File == n.File })
	}
	var kept []*catalogue.Notice
	for _, p := range pairs {
		if x, y := p.before, p.after; x != nil && y != nil && x.Urgent == y.Urgent && x.Pinned == y.Pinned && x.Date.Equal(y.Date) {
			kept = append(kept, y)
		}
	}
	sorted := slices.SortedStableFunc(slices.Values(kept), func(x, y *catalogue.Notice) int { return file(x) - file(y) })
	if slices.Equal(kept, sorted) {
		return nil
	}
	titles := func(notices []*catalogue.Notice) (lines []string) {
		for _, n := range notices {
			lines = append(lines, n.Title)
		}
		return lines
	}
	return []fieldChange{{"公告的先后", titles(kept), titles(sorted)}}
}

// appendChange appends the change of a pair, if there is one.
func appendChange[T any](all []change, p pair[T], a, b *catalogue.Catalogue, words func(*T) (what, name string), fields func(*T, *catalogue.Catalogue) []field, screen func(*T) func(session.State) session.State) []change {
	var c change
	switch {
	case p.before == nil:
		c.mark = "新"
		c.what, c.name = words(p.after)
		c.screens[1] = screen(p.after)
	case p.after == nil:
		c.mark = "去"
		c.what, c.name = words(p.before)
		c.screens[0] = screen(p.before)
	default:
		c.mark = "改"
		c.what, c.name = words(p.after)
		c.fields = fieldChanges(fields(p.before, a), fields(p.after, b))
		c.screens = [2]func(session.State) session.State{screen(p.before), screen(p.after)}
		if len(c.fields) == 0 {
			return all
		}
	}
	return append(all, c)
}

// fieldChanges returns the fields that differ; one that only one side has differs too, and so does the order of guides.
func fieldChanges(before, after []field) (all []fieldChange) {
	before, after = numberedFields(before), numberedFields(after)
	at := func(fields []field, name string) int {
		return slices.IndexFunc(fields, func(f field) bool { return f.name == name })
	}
	lines := func(fields []field, name string) []string {
		if i := at(fields, name); i >= 0 {
			return fields[i].lines
		}
		return nil
	}
	seen := make(map[string]bool)
	for _, f := range slices.Concat(before, after) {
		if x, y := lines(before, f.name), lines(after, f.name); !seen[f.name] && !slices.Equal(x, y) {
			all = append(all, fieldChange{f.name, x, y})
		}
		seen[f.name] = true
	}
	common := func(fields, others []field) (names []string) {
		for _, f := range fields {
			if strings.HasPrefix(f.name, guideField) && at(others, f.name) >= 0 {
				names = append(names, f.name)
			}
		}
		return names
	}
	if x, y := common(before, after), common(after, before); !slices.Equal(x, y) {
		all = append(all, fieldChange{guideField + "的先后", x, y})
	}
	return all
}

// guideField begins the names of the fields that are guides.
const guideField = "办事指南"

// numberedFields returns fields of different names: of two guides with one heading the second says so.
func numberedFields(fields []field) []field {
	fields = slices.Clone(fields)
	times := make(map[string]int)
	for i, f := range fields {
		times[f.name]++
		if n := times[f.name]; n > 1 {
			fields[i].name = fmt.Sprintf("%s（第 %d 节）", f.name, n)
		}
	}
	return fields
}

// one returns a field of a line; none for an empty text.
func one(name, text string) field {
	if text == "" {
		return field{name, nil}
	}
	return field{name, []string{text}}
}

// centreFields returns what all screens share.
func centreFields(c *catalogue.Catalogue) []field {
	s := c.Settings
	fields := []field{
		one("单位名称", c.Centre), one("目录名称", c.Name), one("字的大小", fmt.Sprintf("%.1f", s.Text)), one("主色", fmt.Sprintf("#%02X%02X%02X", s.Accent[0], s.Accent[1], s.Accent[2])),
		one("每张最少停留", s.Dwell.String()), one("多久没人就回到轮播", s.Return.String()), {"开屏的时间", spanLines(s.Hours)},
		{"节假日", dayLines(c.Holidays.Holidays)}, {"调休的上班日", dayLines(c.Holidays.Workdays)},
	}
	return append(fields, contactFields(s.Contact)...)
}

func dayLines(days []time.Time) (lines []string) {
	for _, d := range days {
		lines = append(lines, d.Format(time.DateOnly))
	}
	return lines
}

// spanLines writes parts of days: 一二三四五 08:30–11:30.
func spanLines(spans []catalogue.Span) (lines []string) {
	for _, s := range spans {
		days := ""
		for i, sign := range []rune("日一二三四五六") {
			if s.Days[i] {
				days += string(sign)
			}
		}
		if s.Holidays {
			days += "节"
		}
		lines = append(lines, fmt.Sprintf("%s %02d:%02d–%02d:%02d", days, s.From/60, s.From%60, s.To/60, s.To%60))
	}
	return lines
}

func contactFields(c catalogue.Contact) []field {
	plan := imageLine(c.Map)
	if c.Marked && plan != "" {
		plan += fmt.Sprintf("，位置 %v, %v", c.At[0], c.At[1])
	}
	return []field{one("窗口", c.Desk), one("电话", c.Phone), one("办公时间", c.Hours), one("地址", c.Address), one("平面图", plan)}
}

// imageLine names an image and its bytes.
func imageLine(im catalogue.Image) string {
	if im.Name == "" {
		return ""
	}
	return fmt.Sprintf("%s（%d×%d，%.8s）", im.Name, im.Width, im.Height, im.Hash)
}

func itemWords(it *catalogue.Item) (what, name string) {
	return fmt.Sprintf("事项 %02d　%s", it.Number, it.Heading()), numbered("item", it.Number)
}

func itemFields(it *catalogue.Item, c *catalogue.Catalogue) []field {
	fields := []field{
		one("序号", fmt.Sprint(it.Number)), one("一级事项", it.Category), one("二级事项", it.Title), {"标题分行", breakLines(it.Heading(), it.Breaks)},
		one("一句话", it.Summary), {"问句", it.Ask}, {"公开内容", cellLines(it.Content)}, {"公开依据", cellLines(it.Basis)}, one("公开时限", it.Deadline),
		one("公开主体", it.Publisher), {"公开渠道和载体", cellLines(it.Channels)}, {"公开层级", it.Levels}, one("公开对象", it.Audience),
		one("公开方式", it.Manner), one("链接", it.Link), one("图标", it.Icon), {"更新日期", dayLines(given(it.Updated))},
	}
	for _, g := range shownGuides(it) {
		fields = append(fields, field{guideField + "“" + g.Name() + "”", strings.Split(g.Body, "\n")})
	}
	if it.Contact != c.Settings.Contact { // else it differs with the centre's
		fields = append(fields, contactFields(it.Contact)...)
	}
	return fields
}

// shownGuides returns an item's guides in the order of the screen: those that an element has the name of, and behind them the others.
func shownGuides(it *catalogue.Item) (all []catalogue.Guide) {
	own := make(map[int]bool)
	tabs := catalogue.TabsOf(it.Guides)
	for _, e := range it.Content {
		if i := tabs.Take(e); i >= 0 {
			all, own[i] = append(all, it.Guides[i]), true
		}
	}
	for i, g := range it.Guides {
		if !own[i] {
			all = append(all, g)
		}
	}
	return all
}

func given(day time.Time) []time.Time {
	if day.IsZero() {
		return nil
	}
	return []time.Time{day}
}

// cellLines returns the elements of a cell, those of the second level indented.
func cellLines(c catalogue.Cell) (lines []string) {
	for _, e := range c {
		lines = append(lines, strings.Repeat("　", e.Depth)+e.Text)
	}
	return lines
}

// breakLines returns a title in the lines that its author gives it; nil: one line.
func breakLines(title string, breaks []int) (lines []string) {
	runes, from := []rune(title), 0
	for _, at := range breaks {
		lines, from = append(lines, string(runes[from:at])), at
	}
	if lines != nil {
		lines = append(lines, string(runes[from:]))
	}
	return lines
}

func itemScreen(it *catalogue.Item) func(session.State) session.State {
	return func(st session.State) session.State {
		return still(st, session.Screen{Kind: session.Item, Number: it.Number})
	}
}

func noticeWords(n *catalogue.Notice) (what, name string) {
	stem := strings.TrimSuffix(strings.TrimPrefix(n.File, "notices/"), ".toml")
	return "公告 " + n.Date.Format(time.DateOnly) + "　" + n.Title, "notice-" + stem
}

func noticeFields(n *catalogue.Notice, c *catalogue.Catalogue) []field {
	var images []string
	for _, im := range n.Images {
		images = append(images, imageLine(im))
	}
	yes := map[bool]string{true: "是"}
	var body []string
	if n.Body != "" {
		body = strings.Split(n.Body, "\n")
	}
	return []field{
		one("标题", n.Title), {"标题分行", breakLines(n.Title, n.Breaks)}, one("日期", n.Date.Format(time.DateOnly)), one("时间", n.When), one("地点", n.Where),
		{"正文", body}, {"落款", n.SignedBy(c.Centre)}, {"图片", images}, one("上屏", begins(n.Publish)), one("下屏", ends(n.Expire)),
		one("置顶", yes[n.Pinned]), one("紧急", yes[n.Urgent]), {"播出时段", spanLines(n.Air)},
	}
}

// begins writes the moment from which a notice is shown.
func begins(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case wallClock(t).Equal(t.Truncate(24 * time.Hour)):
		return t.Format(time.DateOnly)
	}
	return strings.TrimSuffix(t.Format("2006-01-02 15:04:05"), ":00")
}

// ends writes the moment from which a notice no longer is; a day's end is the day.
func ends(t time.Time) string {
	if day := t.AddDate(0, 0, -1); !t.IsZero() && begins(t) == t.Format(time.DateOnly) {
		return day.Format(time.DateOnly) + " 结束时"
	}
	return begins(t)
}

// noticeScreen shows a notice; one that isn't on air yet, at the moment from which it is.
func noticeScreen(n *catalogue.Notice) func(session.State) session.State {
	return func(st session.State) session.State {
		if at := n.Publish; at.After(wallClock(st.Now)) {
			y, m, d := at.Date()
			now := time.Date(y, m, d, at.Hour(), at.Minute(), 0, 0, st.Now.Location())
			st = session.Step(session.Start(now, true), now, session.Content{Catalogue: st.Catalogue})
		}
		return still(st, session.Screen{Kind: session.Notice, Notice: n.File})
	}
}

// wallClock returns a moment's date and time as files have them, in UTC.
func wallClock(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), 0, 0, time.UTC)
}
