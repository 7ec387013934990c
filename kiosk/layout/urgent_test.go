package layout

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// urgentNotice returns the file of an urgent sample notice.
func urgentNotice(name, title, extra string) catalogue.File {
	return sampleNotice(name, title, "2026-03-12", "urgent = true\nexpire = 2026-03-14\n"+extra)
}

// urgentCatalogues returns catalogues with urgent notices of many kinds.
func urgentCatalogues(t testing.TB) map[string]*catalogue.Catalogue {
	event, body := "when = \"3月12日 14:00至22:00\"\nwhere = \"朝阳小区一至六号楼\"\n", fmt.Sprintf("body = %q\n", firstPar)
	tall, wide := sampleImage("tall.png", 848, 1200), sampleImage("wide.png", 1600, 900)
	with := func(files ...catalogue.File) *catalogue.Catalogue {
		return sample.Parse(t, append(append(sample.Shipped(t), tall, wide), files...))
	}
	return map[string]*catalogue.Catalogue{
		"one":   with(urgentNotice("u1", "临时停水\n通知", event+body)),
		"bare":  with(urgentNotice("u1", "停电", "")),
		"long":  with(urgentNotice("u1", titleOf(60), event+fmt.Sprintf("body = %q\n", strings.Repeat(firstPar+"\n", 80)))),
		"event": with(urgentNotice("u1", titleOf(20), strings.Replace(event, "朝阳小区", strings.Repeat("朝阳小区", 8), 1))),
		"tall":  with(urgentNotice("u1", titleOf(7), "images = [\"images/tall.png\"]\n")),
		"wide":  with(urgentNotice("u1", titleOf(7), "images = [\"images/wide.png\"]\n")),
		"three": with(urgentNotice("u1", titleOf(12), body), urgentNotice("u2", titleOf(6), event), urgentNotice("u3", titleOf(30), body), sampleNotice("n", titleOf(9), "2026-03-11", "pinned = true\n")),
	}
}

// TestUrgentSlide: an urgent notice's slide is all leaf and opens the notice wherever it is touched; nothing on it is cut or meets.
func TestUrgentSlide(t *testing.T) {
	set := typeset.New()
	for name, c := range urgentCatalogues(t) {
		for _, size := range append(sizes, image.Pt(600, 1024), image.Pt(1366, 768), image.Pt(3840, 1080)) {
			for _, contrast := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s/%dx%d/%t", name, size.X, size.Y, contrast), func(t *testing.T) {
					st := onAir(c, session.Screen{Kind: session.Attract, Notice: "notices/u1.toml"})
					st.Mode.Contrast = contrast
					p := Layout(st, page.ThemeOf(st), size, set)
					walkSlide(walk{T: t, p: p})
					whole := image.Rectangle{Max: size}
					if p.Leaf.Rect != whole || !p.Leaf.Edge.Empty() {
						t.Errorf("leaf %+v", p.Leaf)
					}
					if len(p.Targets) != 1 || p.Targets[0].Hit != whole || p.Targets[0].Event != build.OpenNotice(&catalogue.Notice{File: "notices/u1.toml"}) {
						t.Errorf("targets %+v", p.Targets)
					}
				})
			}
		}
	}
}

// TestUrgentSheet: the sheet leads to the notice, away, and to the next of several, with targets that low reach has low; in all modes
// nothing is cut or meets.
func TestUrgentSheet(t *testing.T) {
	set := typeset.New()
	modes := append(noticeModes, session.Mode{Text: 1}, session.Mode{Text: 1, Contrast: true})
	for name, c := range urgentCatalogues(t) {
		for _, size := range append(sizes, image.Pt(600, 1024), image.Pt(1366, 768), image.Pt(3840, 1080)) {
			for _, m := range modes {
				t.Run(fmt.Sprintf("%s/%dx%d/%v", name, size.X, size.Y, m), func(t *testing.T) {
					st := onAir(c, session.Screen{Kind: session.Item, Number: 6})
					st.Mode, st.Sheet.Kind = m, session.Urgent
					p := Layout(st, page.ThemeOf(st), size, set)
					var over page.Page
					over.Size = p.Size
					for _, l := range p.Layers {
						if l.Over {
							over.Layers = append(over.Layers, l)
						}
					}
					var events []session.Event
					for _, tg := range p.Targets {
						if tg.Layer.Over {
							over.Targets, events = append(over.Targets, tg), append(events, tg.Event)
						}
					}
					w := walk{T: t, p: &over}
					w.layers()
					w.texts()
					w.targets()
					w.noticeReach(st)
					first := &c.Notices[session.UrgentNotices(st)[0]]
					want := []session.Event{build.OpenNotice(first), session.GoBack{}, session.ShowPart{Part: 1}}
					if n := len(session.UrgentNotices(st)); fmt.Sprint(events) != fmt.Sprint(want[:min(n+1, 3)]) && !(n == 1 && fmt.Sprint(events) == fmt.Sprint(want[:2])) {
						t.Errorf("events %v", events)
					}
				})
			}
		}
	}
}

// TestUrgentReach: on a panel whose lower part is out of reach the sheet's targets lie above it.
func TestUrgentReach(t *testing.T) {
	st := onAir(urgentCatalogues(t)["one"], session.Screen{Kind: session.Item, Number: 6})
	st.Mode, st.Sheet.Kind = session.Mode{Text: 1, LowReach: true}, session.Urgent
	st.Panel = session.Panel{Diagonal: 43 * 25.4, Bottom: 300}
	p := laid(st, 1080, 1920)
	g := page.NewGrid(p.Size)
	b := &build.Draft{Grid: g, Modes: build.ModesOf(st, &page.Normal, g), Page: p, State: st}
	for _, tg := range p.Targets {
		if tg.Layer.Over && tg.Hit.Max.Y > frame.ReachEnd(b).Round() {
			t.Errorf("%s %v lies below the reach, which ends at %v", tg.Name, tg.Hit, frame.ReachEnd(b))
		}
	}
}

// TestUrgentTag: an urgent notice is marked in the list and on its page, and no other is; with an unknown clock none is.
func TestUrgentTag(t *testing.T) {
	c := urgentCatalogues(t)["three"]
	for _, s := range []struct {
		screen session.Screen
		want   int
	}{
		{session.Screen{Kind: session.Notices}, 3},
		{session.Screen{Kind: session.Notice, Notice: "notices/u2.toml"}, 1},
		{session.Screen{Kind: session.Notice, Notice: "notices/n.toml"}, 0},
	} {
		for _, clock := range []bool{true, false} {
			st := onAir(c, s.screen)
			st.Clock = clock
			want := s.want
			if !clock {
				want = 0
			}
			if got := len(boxed(laid(st, 1080, 1920), "urgent.tag")); got != want {
				t.Errorf("%v, clock %t: %d tags, want %d", s.screen, clock, got, want)
			}
		}
	}
}

// TestUrgentDrifts: an urgent slide that has the carousel to itself moves by the minute, with all that stands on it but its ground.
func TestUrgentDrifts(t *testing.T) {
	for name, c := range urgentCatalogues(t) {
		st := onAir(c, session.Screen{Kind: session.Attract, Notice: "notices/u1.toml"})
		home := laid(st, 1080, 1920)
		for minute := range session.Drifts {
			st.Now = st.Now.Add(time.Minute)
			p := laid(st, 1080, 1920)
			by := p.Layers[0].Bounds.Min.Sub(home.Layers[0].Bounds.Min)
			if still := minute == session.Drifts-1; still != (by == image.Point{}) && session.Slides(st) == 1 {
				t.Errorf("%s: moved by %v after %d minutes", name, by, minute+1)
			}
			for i, l := range p.Layers {
				if at := home.Layers[i].Bounds.Add(by); session.Slides(st) == 1 && l.Bounds != at {
					t.Errorf("%s: layer %s is at %v, want %v", name, l.Name, l.Bounds, at)
				}
			}
			if session.Slides(st) > 1 && by != (image.Point{}) {
				t.Errorf("%s: one of several slides moves with the minute", name)
			}
			if p.Leaf.Rect != home.Leaf.Rect {
				t.Errorf("%s: the ground moves", name)
			}
		}
	}
}
