package main

import (
	"image"
	"testing"
	"time"

	"gongkai/content"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/store"
	"gongkai/kiosk/typeset"
	"gongkai/kiosk/xdrive"
)

// state returns a screen of the shipped catalogue.
func state(tb testing.TB, sc session.Screen) session.State {
	tb.Helper()
	snap := store.ReadFS(content.FS)
	if snap.Catalogue == nil {
		tb.Fatal("the shipped catalogue cannot be read")
	}
	now := time.Date(2026, 3, 12, 9, 41, 0, 0, time.FixedZone("CST", 8*3600))
	st := session.Step(session.Start(now, true), now, session.Content{Catalogue: snap.Catalogue})
	st = session.Step(st, now, session.Open{Screen: sc})
	st = session.Step(st, now.Add(time.Minute), session.Tick{})
	if st.View.Screen != sc {
		tb.Fatalf("the state shows %v, want %v", st.View.Screen, sc)
	}
	return st
}

// draw lays a page out and paints every layer of it.
func draw(st session.State, set *typeset.Setter, painter *paint.Painter) *image.RGBA {
	p := layout.Layout(st, page.ThemeOf(st), xdrive.Portrait, set)
	return painter.Screen(xdrive.Portrait, motion.Compose(motion.Scene{Page: p, Now: st.Now}))
}

func cold(b *testing.B, sc session.Screen) {
	st := state(b, sc)
	for b.Loop() {
		draw(st, typeset.New(), paint.New(16<<20))
	}
}

func warm(b *testing.B, sc session.Screen) {
	st := state(b, sc)
	set, painter := typeset.New(), paint.New(16<<20)
	draw(st, set, painter)
	for b.Loop() {
		draw(st, set, painter)
	}
}

var (
	item6 = session.Screen{Kind: session.Item, Number: 6}
	home  = session.Screen{Kind: session.Home}
)

func BenchmarkItem6Cold(b *testing.B) { cold(b, item6) }
func BenchmarkItem6Warm(b *testing.B) { warm(b, item6) }
func BenchmarkHomeCold(b *testing.B)  { cold(b, home) }
func BenchmarkHomeWarm(b *testing.B)  { warm(b, home) }
