package layout

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/record"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// sampleNotice returns the file of a sample notice; extra is added as TOML.
func sampleNotice(name, title, date, extra string) catalogue.File {
	text := fmt.Sprintf("title = \"\"\"\n%s\n\"\"\"\ndate = %s\n", title, date)
	return catalogue.File{Path: "notices/" + name + ".toml", Data: []byte(text + extra)}
}

// sampleImage returns the file of an image of that size.
func sampleImage(name string, w, h int) catalogue.File {
	return catalogue.File{Path: "images/" + name, Image: &catalogue.Fact{Width: w, Height: h, Orientation: 1, Hash: name}}
}

// drawnTitle is the title of the design's notice, with the places where it breaks on its slides.
const drawnTitle = "周末便民\n志愿\n服务\n活动公告"

// The paragraphs of the design's notices.
const (
	firstPar  = "示例文字：本段用来演示公告正文的排版，由社区工作站发布时替换为正式内容，时间、地点和报名方式以正式公告为准。"
	secondPar = "示例文字：第二段演示段首缩进两字、两端对齐和行尾标点的处理，末行不会只剩一个字。"
)

// drawnEvent is when and where the design's first notice takes place.
const drawnEvent = "when = \"3月14日（星期六）9:00\"\nwhere = \"党群服务中心门前广场\"\n"

// drawnNotices returns the shipped catalogue with the notices of the design's mock, of which the
// first may be a poster.
func drawnNotices(t testing.TB, poster *catalogue.File) *catalogue.Catalogue {
	t.Helper()
	return sample.Parse(t, drawnFiles(t, poster))
}

// drawnFiles returns the files of drawnNotices.
func drawnFiles(t testing.TB, poster *catalogue.File) []catalogue.File {
	first := fmt.Sprintf("pinned = true\nbody = %q\nimages = [\"images/first.png\"]\n", firstPar+"\n"+secondPar) + drawnEvent
	files := append(sample.Shipped(t), sampleImage("first.png", 884, 420), sampleImage("pano.png", 1500, 500), sampleImage("strip.png", 500, 1500))
	if poster != nil {
		files, first = append(files, *poster), fmt.Sprintf("pinned = true\nimages = [%q]\n", poster.Path)
	}
	return append(files,
		sampleNotice("1", drawnTitle, "2026-03-12", first),
		sampleNotice("2", "春季全民健身活动报名", "2026-03-10", ""),
		sampleNotice("3", "消防安全知识宣传活动", "2026-03-06", fmt.Sprintf("body = %q\nimages = [\"images/pano.png\", \"images/strip.png\"]\n", firstPar)),
		sampleNotice("4", "社区图书角开放时间调整", "2026-02-27", ""),
		sampleNotice("5", "居民意见征集结果公示", "2026-02-24", ""),
	)
}

// onAir returns the state of a screen with all notices of a catalogue on air.
func onAir(c *catalogue.Catalogue, s session.Screen) session.State {
	st := sample.At(c, s)
	for i := range c.Notices {
		st.OnAir = append(st.OnAir, i)
	}
	return st
}

// noticeFixture returns the fixture of a state that shows a screen of the design's notices.
func noticeFixture(kind session.Kind, notice string, poster *catalogue.File) func(*testing.T) session.State {
	return func(t *testing.T) session.State {
		s := session.Screen{Kind: kind}
		if notice != "" {
			s.Notice = "notices/" + notice + ".toml"
		}
		st := onAir(drawnNotices(t, poster), s)
		if kind == session.Attract {
			st.OnAir = st.OnAir[:4] // as in the design's round of 24 slides
		}
		return st
	}
}

// oneOf returns a catalogue with a single notice.
func oneOf(t testing.TB, title, extra string, images ...catalogue.File) *catalogue.Catalogue {
	t.Helper()
	files := append(sample.Shipped(t), images...)
	return sample.Parse(t, append(files, sampleNotice("a", title, "2026-03-12", extra)))
}

// pageOfNotice lays out the page of the only notice of a catalogue.
func pageOfNotice(c *catalogue.Catalogue, kind session.Kind, w, h int) *page.Page {
	return laid(onAir(c, session.Screen{Kind: kind, Notice: "notices/a.toml"}), w, h)
}

// typedBodies are bodies with the white space, tables and drawings that staff type.
var typedBodies = []string{
	"王某某 李某 赵某某 欧阳某\n王某某　李某　赵某某　欧阳某\n王某某\t李某\t赵某某\n序号\t姓名\t金额",
	"　　示例：\n\n序号\t姓名\t家庭人口\t月补助金额\t住址\t备注\n1\t王某某\t3人\t1,250.00元\t东片区一号楼二单元301室\t\n2\t李某\t1人\t980.00元\t西片区\t重度残疾\n合计\t\t4人\t2,230.00元",
	"| 项目 | 标准 |\n|---|--:|\n| 甲 | 10元 |\n\n社区\n├─ 甲\n└─ 乙\n示例单位　　电话：12345",
}

// titleOf returns a sample title of n characters.
func titleOf(n int) string {
	return string([]rune(strings.Repeat("示例公告标题文字", n/8+1))[:n])
}

// TestNoticesWalk walks list, pages and slides at every size: titles of many lengths, with
// and without text, with no picture to six.
func TestNoticesWalk(t *testing.T) {
	set := typeset.New()
	for name, c := range walkedNotices(t) {
		for _, size := range sizes {
			for _, s := range noticeScreens(c) {
				t.Run(fmt.Sprintf("%s/%s/%dx%d", name, title(s), size.X, size.Y), func(t *testing.T) {
					if s.Kind == session.Attract {
						walkSlide(walk{T: t, p: Layout(onAir(c, s), &page.Normal, size, set)})
						return
					}
					w := walk{T: t, p: Layout(onAir(c, s), &page.Normal, size, set)}
					w.layers()
					w.texts()
					w.targets()
				})
			}
		}
	}
}

// TestNoticesModes walks list and pages at every text step, with and without low reach.
func TestNoticesModes(t *testing.T) {
	set := typeset.New()
	for name, c := range walkedNotices(t) {
		for i, s := range noticeScreens(c) {
			for k, m := range noticeModes {
				size := sizes[(i+k)%len(sizes)]
				if s.Kind == session.Attract {
					continue
				}
				t.Run(fmt.Sprintf("%s/%s/%v/%dx%d", name, title(s), m, size.X, size.Y), func(t *testing.T) {
					st := onAir(c, s)
					st.Mode = m
					w := walk{T: t, p: Layout(st, page.ThemeOf(st), size, set)}
					w.layers()
					w.texts()
					w.targets()
					w.noticeReach(st)
				})
			}
		}
	}
}

// noticeReach checks that in low reach no target lies in the upper 45 %.
func (w walk) noticeReach(st session.State) {
	for _, tg := range w.p.Targets {
		top := tg.Hit.Min.Y
		if tg.Scrolls {
			top = max(top, w.p.Scroll.Viewport.Min.Y)
		}
		if st.Mode.LowReach && w.p.Size.Y > w.p.Size.X && top < int(.45*float64(w.p.Size.Y)) {
			w.Errorf("target %s %v lies high", tg.Name, tg.Hit)
		}
	}
}

var noticeModes = []session.Mode{
	{Text: 1.3}, {Text: 1.6, Contrast: true}, {Text: 2}, {Text: 1, LowReach: true},
	{Text: 1.3, LowReach: true, Contrast: true}, {Text: 1.6, LowReach: true}, {Text: 2, LowReach: true},
}

// noticeScreens returns the screens of the first notices.
func noticeScreens(c *catalogue.Catalogue) []session.Screen {
	all := []session.Screen{{Kind: session.Notices}}
	for i, n := range c.Notices {
		if i < 8 {
			all = append(all, session.Screen{Kind: session.Notice, Notice: n.File}, session.Screen{Kind: session.Attract, Notice: n.File})
		}
	}
	return all
}

func walkedNotices(t testing.TB) map[string]*catalogue.Catalogue {
	all := map[string]*catalogue.Catalogue{"none": sample.Rows(t, 14), "drawn": drawnNotices(t, nil)}
	body := fmt.Sprintf("body = %q\n", firstPar+"\n"+secondPar)
	var images []catalogue.File
	var names []string
	for i, size := range []image.Point{{884, 420}, {500, 1500}, {900, 900}, {60, 40}, {40000, 1}, {1240, 1754}} {
		f := sampleImage(fmt.Sprintf("%d.png", i), size.X, size.Y)
		images, names = append(images, f), append(names, fmt.Sprintf("%q", f.Path))
	}
	titles := append(sample.Shipped(t), images...)
	for _, n := range []int{1, 2, 5, 6, 12, 40, 80, 1000} {
		titles = append(titles, sampleNotice(fmt.Sprintf("t%02d", n), titleOf(n), "2026-03-12", body))
	}
	all["titles"] = sample.Parse(t, titles)
	pictures, posters := append(sample.Shipped(t), images...), append(sample.Shipped(t), images...)
	for _, n := range []int{0, 1, 2, 6} {
		list := fmt.Sprintf("images = [%s]\n", strings.Join(names[:n], ", "))
		pictures = append(pictures, sampleNotice(fmt.Sprintf("bare%d", n), titleOf(7), "2026-03-12", list),
			sampleNotice(fmt.Sprintf("text%d", n), titleOf(20), "2026-03-11", list+body))
	}
	all["pictures"] = sample.Parse(t, pictures)
	for i, n := range []int{12, 80, 2, 5, 40, 26} {
		posters = append(posters, sampleNotice(fmt.Sprintf("p%d", i), titleOf(n), "2026-03-12", fmt.Sprintf("images = [%s]\n", names[i])))
	}
	all["posters"] = sample.Parse(t, posters)
	typed := append(sample.Shipped(t), images[1])
	for i, body := range typedBodies {
		typed = append(typed, sampleNotice(fmt.Sprintf("p%d", i), "示例 名单　公示", "2026-03-12", fmt.Sprintf("body = %q\n", body)))
	}
	typed = append(typed, sampleNotice("beside", "示例", "2026-03-11", fmt.Sprintf("images = [%s]\nbody = %q\n", names[1], typedBodies[1])))
	all["typed"] = sample.Parse(t, typed)
	many := sample.Shipped(t)
	for i := range 60 {
		many = append(many, sampleNotice(fmt.Sprintf("n%02d", i), titleOf(i+1), "2026-03-12", "pinned = true\n"))
	}
	all["sixty"] = sample.Parse(t, many)
	return all
}

// TestNoticesShareTheHeight: rows share the height between 160 and 290 u, and scroll beyond;
// only what is on air is listed, in its order.
func TestNoticesShareTheHeight(t *testing.T) {
	c := walkedNotices(t)["sixty"]
	for _, n := range []struct{ on, high, more int }{{1, 290, 0}, {3, 290, 0}, {8, 203, 0}, {10, 162, 0}, {11, 160, 1}, {60, 160, 1}} {
		st := onAir(c, session.Screen{Kind: session.Notices})
		st.OnAir = st.OnAir[:n.on]
		p := laid(st, 1080, 1920)
		first := 0
		for _, tg := range p.Targets {
			if tg.Name != "list.item" {
				continue
			}
			if first == 0 {
				first = tg.Paint.Dy()
			}
		}
		if d := first - n.high; d < -2 || d > 2 {
			t.Errorf("%d notices: rows are %d high, want %d", n.on, first, n.high)
		}
		if (p.Scroll.Max > 0) != (n.more > 0) {
			t.Errorf("%d notices: scrolls by %d", n.on, p.Scroll.Max)
		}
	}
	st := onAir(drawnNotices(t, nil), session.Screen{Kind: session.Notices})
	st.OnAir = []int{4, 1}
	var got []string
	for _, tg := range laid(st, 1920, 1080).Targets {
		if tg.Name == "list.item" {
			got = append(got, tg.Event.(session.Open).Screen.Notice)
		}
	}
	if fmt.Sprint(got) != "[notices/5.toml notices/2.toml]" {
		t.Errorf("listed are %v", got)
	}
}

// TestPictures: pictures are whole in their shape, never larger than 2 px a px of theirs,
// tall ones stand on a square of mat, and one that can't be shown leaves nothing.
func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int // of the image
		want image.Rectangle
	}{
		{"wide", 1500, 500, image.Rect(0, 0, 884, 295)},
		{"square", 900, 900, image.Rect(0, 0, 884, 884)},
		{"long", 500, 1500, image.Rect(295, 0, 589, 884)},
		{"small", 100, 40, image.Rect(342, 0, 542, 80)},
		{"small and tall", 40, 100, image.Rect(402, 0, 482, 200)},
		{"broken", 0, 0, image.Rectangle{}},
	} {
		f := &record.Flow{Draft: &build.Draft{Page: &page.Page{}}, On: &page.Layer{}, W: fixed.I(884)}
		f.Grid = page.NewGrid(image.Pt(1080, 1920))
		f.Pictures([]catalogue.Image{{Width: c.w, Height: c.h}}, fixed.I(24), f.W)
		var got image.Rectangle
		for _, it := range f.On.Items {
			if p, ok := it.(*page.Picture); ok {
				got = p.Rect
			}
		}
		if d := got.Sub(c.want.Min).Size().Sub(c.want.Size()); got.Min.Sub(c.want.Min) != (image.Point{}) && !near(got, c.want) || d.X > 1 || d.Y > 1 {
			t.Errorf("%s stands at %v, want %v", c.name, got, c.want)
		}
		if c.w == 0 && f.Y != 0 {
			t.Errorf("%s leaves %v", c.name, f.Y)
		}
	}
}

// near reports whether edges differ by a px at most.
func near(a, b image.Rectangle) bool {
	return b.Inset(-1).Eq(a.Union(b.Inset(-1))) && a.Inset(-1).Union(b) == a.Inset(-1)
}

// TestNoticeSigned: a text is signed with the centre and its day, at the right; a poster is not.
func TestNoticeSigned(t *testing.T) {
	signed := func(p *page.Page) bool {
		n := 0
		for _, x := range paintedTexts(p) {
			if x.style == "500 sans ink" && (x.text == "襄垣县朝阳社区" || x.text == "2026年3月12日") && x.box[0]+x.box[2] > 1039 {
				n++
			}
		}
		return n == 2
	}
	if !signed(pageOfNotice(oneOf(t, "示例", "body = \"示例文字\"\n"), session.Notice, 1080, 1920)) {
		t.Error("a text is not signed")
	}
	if signed(pageOfNotice(oneOf(t, "示例", "images = [\"images/a.png\"]\n", sampleImage("a.png", 10, 20)), session.Notice, 1080, 1920)) {
		t.Error("a poster is signed")
	}
}

// TestNoticeLowTitle checks that in low reach a long title is larger than the body in large text.
func TestNoticeLowTitle(t *testing.T) {
	st := noticeFixture(session.Notice, "1", nil)(t)
	st.Catalogue.Notices[st.OnAir[0]].Title = "关于示例小区停水检修的通知"
	st.Mode = session.Mode{Text: 2, LowReach: true}
	sizes := map[string]float64{}
	for _, g := range paintedTexts(laid(st, 1080, 1920)) {
		sizes[g.style] = max(sizes[g.style], g.size)
	}
	if title, body := sizes["900 serif on-leaf"], sizes["400 sans ink"]; body == 0 || title < 1.06*body {
		t.Errorf("%.1f u above %.1f", title, body)
	}
}

// TestNoticeWhole: all of a body is on its page, however long, each paragraph indented by two characters.
func TestNoticeWhole(t *testing.T) {
	par := strings.Repeat("示例文字，", 1600)
	body := strings.Repeat(par+"\n", 6)
	p := pageOfNotice(oneOf(t, titleOf(80), fmt.Sprintf("body = %q\n", body)), session.Notice, 1080, 1920)
	pars := 0
	for _, l := range p.Layers {
		for _, it := range l.Items {
			x, ok := it.(*page.Text)
			if !ok || !strings.HasPrefix(x.Spans[0].Text, "　　") {
				continue
			}
			pars++
			if end := x.Lines[len(x.Lines)-1].End; end != 2+len([]rune(par)) {
				t.Errorf("a paragraph ends at %d", end)
			}
			if g := x.Lines[0].Glyphs[2]; g.Rune != '示' || g.X != 2*g.Size {
				t.Errorf("the first character %q stands at %v", g.Rune, g.X)
			}
		}
	}
	if pars != 6 {
		t.Errorf("%d paragraphs", pars)
	}
}

// TestTypedSlide: names stay apart in the beginning of a text on a slide, in both directions.
func TestTypedSlide(t *testing.T) {
	c := oneOf(t, "示例 名单", fmt.Sprintf("body = %q\n", "┌─┐\n│甲│\n└─┘\n\n"+typedBodies[0]))
	for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
		p := pageOfNotice(c, session.Attract, size.X, size.Y)
		var all []string
		for _, l := range p.Layers {
			for _, it := range l.Items {
				if x, ok := it.(*page.Text); ok && l.Name == "text" {
					all = append(all, strings.ReplaceAll(x.Spans[0].Text, "\u2060", ""))
				}
			}
		}
		if got := strings.Join(all, "|"); !strings.HasPrefix(got, "王某某\u2002李某\u2002赵某某\u2002欧阳某|王某某　李某　赵某某　欧阳某") {
			t.Errorf("%v: %q", size, got)
		}
	}
}

// TestNoticeSlides: the leaf stands where the design has it, the whole screen opens the
// notice, and the marks are the leaf's except where the foot is on paper.
func TestNoticeSlides(t *testing.T) {
	tall, wide, square := sampleImage("p.png", 848, 1200), sampleImage("p.png", 1600, 900), sampleImage("p.png", 900, 900)
	for _, c := range []struct {
		name   string
		poster *catalogue.File
		w, h   int
		leaf   image.Rectangle
		edge   page.Edge
		onLeaf bool
	}{
		{"text", nil, 1080, 1920, image.Rect(0, 1120, 1080, 1920), page.TopEdge, true},
		{"text", nil, 1920, 1080, image.Rect(1080, 0, 1920, 1080), page.LeftEdge, true},
		{"tall", &tall, 1080, 1920, image.Rect(0, 1528, 1080, 1920), page.TopEdge, true},
		{"tall", &tall, 1920, 1080, image.Rect(0, 0, 1157, 1080), page.RightEdge, true},
		{"square", &square, 1920, 1080, image.Rect(0, 0, 840, 1080), page.RightEdge, true},
		{"wide", &wide, 1080, 1920, image.Rect(0, 1528, 1080, 1920), page.TopEdge, true},
		{"wide", &wide, 1920, 1080, image.Rect(0, 0, 340, 1080), page.RightEdge, false},
	} {
		p := laid(noticeFixture(session.Attract, "1", c.poster)(t), c.w, c.h)
		if p.Leaf.Rect != c.leaf || p.Leaf.FreeEdge() != c.edge {
			t.Errorf("%s %dx%d: leaf %v, free edge %d", c.name, c.w, c.h, p.Leaf.Rect, p.Leaf.FreeEdge())
		}
		if p.Ticks == nil || p.Ticks.OnLeaf != c.onLeaf || p.Ticks.Current != 3 || p.Ticks.Slides != 24 {
			t.Errorf("%s %dx%d: ticks %+v", c.name, c.w, c.h, p.Ticks)
		}
		if len(p.Targets) != 1 || p.Targets[0].Hit != (image.Rectangle{Max: p.Size}) || p.Targets[0].Event != build.OpenNotice(&catalogue.Notice{File: "notices/1.toml"}) {
			t.Errorf("%s %dx%d: targets %+v", c.name, c.w, c.h, p.Targets)
		}
	}
}

// TestSlideText: five lines of the first paragraph at most, the last then ends with ……; others
// fill up to four lines, and are begun only if they have two of them.
func TestSlideText(t *testing.T) {
	for _, c := range []struct {
		body  string
		lines []int
		cut   bool
	}{
		{firstPar, []int{3}, false},
		{firstPar + "示例文字。\n" + secondPar, []int{4}, false},
		{"示例居民：\n" + firstPar, []int{1, 3}, false},
		{"示例居民：\n" + secondPar + firstPar, []int{1, 3}, true},
		{strings.Repeat(firstPar, 200), []int{5}, true},
		{strings.Repeat("示例\n", 30), []int{1, 1, 1}, false},
	} {
		p := pageOfNotice(oneOf(t, "示例", fmt.Sprintf("body = %q\n", c.body)), session.Attract, 1080, 1920)
		var lines []int
		cut := false
		for _, l := range p.Layers {
			for _, it := range l.Items {
				x, ok := it.(*page.Text)
				if !ok || l.Name != "text" {
					continue
				}
				lines = append(lines, len(x.Lines))
				last := x.Lines[len(x.Lines)-1].Glyphs
				cut = last[len(last)-1].Rune == '…'
			}
		}
		if fmt.Sprint(lines) != fmt.Sprint(c.lines) || cut != c.cut {
			t.Errorf("%.20s: lines %v, cut %t; want %v, %t", c.body, lines, cut, c.lines, c.cut)
		}
	}
}

// TestNoticeTitle: at every step, and in both directions, a title of any length is larger than all text under it.
func TestNoticeTitle(t *testing.T) {
	for _, n := range []int{4, 12, 24, 30, 60} {
		c := oneOf(t, titleOf(n), drawnEvent+fmt.Sprintf("body = %q\n", firstPar))
		for _, step := range []float64{1, 1.3, 1.6, 2} {
			for _, size := range []image.Point{{X: 1080, Y: 1920}, {X: 1920, Y: 1080}, {X: 3840, Y: 1080}} {
				st := onAir(c, session.Screen{Kind: session.Notice, Notice: "notices/a.toml"})
				st.Mode.Text = step
				p := laid(st, size.X, size.Y)
				title, body := sizeOf(p, titleOf(4)), sizeOf(p, "示例文字")
				if title == 0 || body == 0 || title < body*107/100 {
					t.Errorf("%d characters, step %v, %v: a title of %v over a text of %v", n, step, size, title, body)
				}
			}
		}
	}
}

// sizeOf returns the size of the page's text that contains a part, 0 if there is none.
func sizeOf(p *page.Page, part string) fixed.Int26_6 {
	for _, l := range p.Layers {
		for _, it := range l.Items {
			if x, ok := it.(*page.Text); ok && strings.Contains(x.Spans[0].Text, part) {
				return x.Spans[0].Style.Size
			}
		}
	}
	return 0
}
