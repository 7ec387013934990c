package main

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/picture/sample"
	"gongkai/kiosk/session"
	"gongkai/kiosk/xdrive"
)

// task is a question of a resident, the taps that answer it after the one on the opening slide, and what the screen
// then shows.
type task struct {
	asks string
	taps []session.Event
	sees []string // texts, white space aside
}

// mostTaps is how many taps a task takes at most, the one on the opening slide included.
const mostTaps = 3

// The targets that the tasks tap.
var (
	opening = session.Open{Screen: session.Screen{Kind: session.Home}} // 目录 is the first slide
	notices = session.Open{Screen: session.Screen{Kind: session.Notices}}
	finding = session.Open{Screen: session.Screen{Kind: session.Search}}
	larger  = session.OpenSheet{Kind: session.Accessibility}
	take    = session.OpenSheet{Kind: session.Takeaway}
)

func row(n int) session.Event {
	return session.Open{Screen: session.Screen{Kind: session.Item, Number: n}}
}

func category(name string) session.Event {
	return session.Open{Screen: session.Screen{Kind: session.Category, Category: name}}
}

func posted(name string) session.Event {
	return session.Open{Screen: session.Screen{Kind: session.Notice, Notice: "notices/" + name + ".toml"}}
}

// tasks are answered by the sample centre of testdata/resident.
var tasks = []task{
	{"残疾人补贴到哪里办，要带什么？", []session.Event{row(6), session.Choose{Tab: 2}}, []string{"身份证、残疾人证、银行卡", "5号窗口"}},
	{"残疾人补贴打电话问谁？", []session.Event{row(6)}, []string{"0355-0000005"}},
	{"残疾人补贴什么条件？", []session.Event{row(6)}, []string{"持有第二代残疾人证"}},
	{"有没有停水的通知？", []session.Event{notices}, []string{"停水通知"}},
	{"停到几点？", []session.Event{notices, posted("2026-01-停水")}, []string{"9:00—17:00", "朝阳小区1至6号楼"}},
	{"义诊在哪天、在哪里？", []session.Event{notices, posted("2026-02-义诊")}, []string{"12月5日", "二楼活动室"}},
	{"元旦谁值班？", []session.Event{notices, posted("2026-04-值班表")}, []string{"示例乙", "0355-0000012"}},
	{"小广场的意见交到哪里？", []session.Event{notices, posted("2026-03-征求意见")}, []string{"意见箱"}},
	{"看不清，大一点！", []session.Event{larger}, []string{"字的大小"}},
	{"一个字一个字看，最大！", []session.Event{larger, session.Adjust{Mode: session.Mode{Text: 2}}}, []string{"超大"}},
	{"太亮，看不清。", []session.Event{larger, session.Adjust{Mode: session.Mode{Text: 1.3, Contrast: true}}}, []string{"黑底白字"}},
	{"坐轮椅，够不着上面。", []session.Event{larger, session.Adjust{Mode: session.Mode{Text: 1.3, LowReach: true}}}, []string{"按钮放低"}},
	{"独生子女奖励怎么办？", []session.Event{row(4), session.Choose{Tab: 1}}, []string{"到3号窗口领表", "发到卡上"}},
	{"办不成，找谁投诉？", []session.Event{row(4), session.Choose{Tab: 3}}, []string{"0355-0000001"}},
	{"几点上班？", []session.Event{row(7)}, []string{"8:30—12:00", "14:30—18:00"}},
	{"3号窗口在哪儿？", []session.Event{row(7)}, []string{"3号窗口", "示例社区党群服务中心"}},
	{"困难学生的资助在哪个房间办？", []session.Event{row(8)}, []string{"208室"}},
	{"生孩子的事有哪些？", []session.Event{category("生育")}, []string{"孕前优生优育服务", "独生子女保健费发放"}},
	{"这些带回家给老伴看。", []session.Event{row(6), take}, []string{"存到手机"}},
	{"不会拼音，想找残疾人的事。", []session.Event{finding, row(6)}, []string{"残疾人补贴", "0355-0000005"}},
}

// TestTasks answers the questions of residents on the real program, by taps alone, in the sample centre.
func TestTasks(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
	k.copyResident()
	r := visit(k.start(built, xdrive.Portrait))
	painter := paint.New(64 << 20)
	painter.Pictures = os.DirFS(k.dir)
	var table strings.Builder
	r.does(opening)
	for _, task := range tasks {
		taps := 1 + len(task.taps)
		if taps > mostTaps {
			t.Errorf("%s %d taps", task.asks, taps)
		}
		for _, e := range task.taps {
			r.does(e)
		}
		p := layout.Layout(r.state, page.ThemeOf(r.state), xdrive.Portrait, r.set)
		for _, text := range task.sees {
			if !strings.Contains(inView(p), unspaced(text)) {
				t.Errorf("%s the screen doesn't show %s", task.asks, text)
			}
		}
		r.shows(r.soon(), painter.Screen(xdrive.Portrait, motion.Compose(motion.Scene{Page: p, Now: r.state.Now})))
		fmt.Fprintf(&table, "%s %d: %s\n", task.asks, taps, strings.Join(task.sees, " / "))
		r.home()
	}
	t.Log("\n" + table.String())
	r.calm()
}

// copyResident writes the sample centre: the shipped catalogue with what testdata/resident adds.
func (k kiosk) copyResident() {
	k.Helper()
	k.copyShipped()
	const from = "testdata/resident"
	k.must(os.MkdirAll(k.file("notices"), 0o755))
	k.must(os.MkdirAll(k.file("images"), 0o755))
	k.must(os.WriteFile(k.file("images/示例平面图.png"), sample.Bytes(sample.Plan), 0o644))
	settings, err := os.ReadFile(filepath.Join(from, "kiosk.toml"))
	k.must(err)
	settings = append(settings, "\n[carousel]\ndwell_seconds = 120\n"...) // the opening slide stays until it is touched
	k.must(os.WriteFile(k.file("kiosk.toml"), settings, 0o644))
	k.must(os.CopyFS(k.file("notices"), os.DirFS(filepath.Join(from, "notices"))))
	more, err := filepath.Glob(filepath.Join(from, "items", "*.toml"))
	k.must(err)
	for _, name := range more {
		shipped, err := filepath.Glob(k.file("items/" + filepath.Base(name)[:2] + "*.toml"))
		k.must(err)
		old, err := os.ReadFile(shipped[0])
		k.must(err)
		added, err := os.ReadFile(name)
		k.must(err)
		k.must(os.WriteFile(shipped[0], slices.Concat(old, added), 0o644))
	}
}

// home returns the screen to home as the next resident finds it after the first tap.
func (r *resident) home() {
	r.Helper()
	if r.state.Top().Kind != session.NoSheet {
		r.does(session.GoBack{})
	}
	if r.state.View.Kind != session.Home {
		r.does(session.GoHome{})
	}
	if r.state.Mode == session.Usual(r.state) {
		return
	}
	r.does(session.GoBack{})
	p := layout.Layout(r.state, page.ThemeOf(r.state), xdrive.Portrait, r.set)
	r.does(p.Targets[0].Event)
	if r.state.View.Kind != session.Home {
		r.does(session.GoHome{})
	}
}

// inView returns the texts of a page that are seen at its start, without white space.
func inView(p *page.Page) string {
	var b strings.Builder
	shown := p.Scroll.Viewport // less what a pill covers
	for _, l := range p.Layers {
		if l.Role == page.Pill {
			shown.Max.Y = min(shown.Max.Y, l.Bounds.Min.Y)
		}
	}
	for _, l := range p.Layers {
		seen := image.Rectangle{Max: p.Size}
		if l.Scrolls {
			seen = shown
		}
		for _, it := range l.Items {
			if text, ok := it.(*page.Text); ok {
				b.WriteString(textIn(text, seen) + "\n")
			}
		}
	}
	return b.String()
}

// textIn returns the lines of a text whose start lies in an area.
func textIn(t *page.Text, area image.Rectangle) string {
	var b strings.Builder
	for i, line := range t.Lines {
		at := image.Pt(t.X+line.X.Round(), t.Y+(t.Pitch*fixed.Int26_6(i)).Round())
		if !at.In(area) {
			continue
		}
		for _, g := range line.Glyphs {
			b.WriteRune(g.Rune)
		}
	}
	return unspaced(b.String())
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
