// Package pages benchmarks the layout and the painting of pages.
package pages

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/store"
	"gongkai/kiosk/typeset"
)

// shipped returns the shipped catalogue.
func shipped(tb testing.TB) *catalogue.Catalogue {
	tb.Helper()
	snap := store.ReadFS(content.FS)
	if snap.Catalogue == nil {
		tb.Fatal("the shipped catalogue cannot be read")
	}
	return snap.Catalogue
}

// rows returns a catalogue of n sample items in twelve categories.
func rows(tb testing.TB, n int) *catalogue.Catalogue {
	tb.Helper()
	files := fstest.MapFS{"kiosk.toml": {Data: []byte("centre = \"示例社区\"\ncatalogue = \"政务公开事项标准目录\"\n")}}
	for i := range n {
		text := fmt.Sprintf("number = %d\ncategory = \"示例类别%d\"\ntitle = \"示例事项%d\"\ncontent = \"示例文字\"\nbasis = \"《示例》\"\n", i+1, i%12+1, i+1)
		files[fmt.Sprintf("items/%04d.toml", i+1)] = &fstest.MapFile{Data: []byte(text)}
	}
	snap := store.ReadFS(files)
	if snap.Catalogue == nil || len(snap.Catalogue.Items) != n {
		tb.Fatalf("the sample catalogue cannot be read: %v", snap.Problems)
	}
	return snap.Catalogue
}

// at returns a screen of a catalogue at rest.
func at(tb testing.TB, c *catalogue.Catalogue, sc session.Screen) session.State {
	tb.Helper()
	now := time.Date(2026, 3, 12, 9, 41, 0, 0, time.FixedZone("CST", 8*3600))
	st := session.Step(session.Start(now, true), now, session.Content{Catalogue: c})
	st = session.Step(st, now, session.Open{Screen: sc})
	st = session.Step(st, now.Add(time.Minute), session.Tick{})
	if st.View.Screen != sc {
		tb.Fatalf("the state shows %v, want %v", st.View.Screen, sc)
	}
	return st
}

var (
	item4  = session.Screen{Kind: session.Item, Number: 4}
	item6  = session.Screen{Kind: session.Item, Number: 6}
	home   = session.Screen{Kind: session.Home}
	search = session.Screen{Kind: session.Search}
)

// measure measures the layout of a page whose text has been set before.
func measure(b *testing.B, st session.State) {
	set := typeset.New()
	lay(st, set)
	b.ReportAllocs()
	for b.Loop() {
		lay(st, set)
	}
}

func BenchmarkLayoutHome(b *testing.B)    { measure(b, at(b, shipped(b), home)) }
func BenchmarkLayoutHome300(b *testing.B) { measure(b, at(b, rows(b, 300), home)) }
func BenchmarkLayoutItem4(b *testing.B)   { measure(b, at(b, shipped(b), item4)) }
func BenchmarkLayoutItem6(b *testing.B)   { measure(b, at(b, shipped(b), item6)) }

// BenchmarkLayoutItem6Large lays out an item in the largest text, high contrast and low reach.
func BenchmarkLayoutItem6Large(b *testing.B) {
	st := at(b, shipped(b), item6)
	measure(b, session.Step(st, st.Now, session.Adjust{Mode: session.Mode{Text: 2, Contrast: true, LowReach: true}}))
}

// BenchmarkLayoutSearch5000 lays out a search that finds all of 5,000 items, as after each letter.
func BenchmarkLayoutSearch5000(b *testing.B) {
	st := at(b, rows(b, 5000), search)
	st.View.Query = "S"
	measure(b, st)
}

// BenchmarkLayoutGuide lays out an item whose guide has 50,000 characters, as many as are allowed.
func BenchmarkLayoutGuide(b *testing.B) {
	c := *shipped(b)
	c.Items = append([]catalogue.Item(nil), c.Items...)
	c.Items[3].Guides = []catalogue.Guide{{Heading: "办理流程", Body: strings.Repeat(strings.Repeat("示例文字，", 19)+"示例\n", 515)}}
	measure(b, at(b, &c, item4))
}

// BenchmarkLayoutSlide lays out the carousel's first slide.
func BenchmarkLayoutSlide(b *testing.B) {
	now := time.Date(2026, 3, 12, 9, 41, 0, 0, time.FixedZone("CST", 8*3600))
	measure(b, session.Step(session.Start(now, true), now, session.Content{Catalogue: shipped(b)}))
}

func cold(b *testing.B, sc session.Screen) {
	st := at(b, shipped(b), sc)
	for b.Loop() {
		draw(st, typeset.New(), paint.New(16<<20))
	}
}

func warm(b *testing.B, sc session.Screen) {
	st := at(b, shipped(b), sc)
	set, painter := typeset.New(), paint.New(16<<20)
	draw(st, set, painter)
	for b.Loop() {
		draw(st, set, painter)
	}
}

func BenchmarkItem6Cold(b *testing.B) { cold(b, item6) }
func BenchmarkItem6Warm(b *testing.B) { warm(b, item6) }
func BenchmarkHomeCold(b *testing.B)  { cold(b, home) }
func BenchmarkHomeWarm(b *testing.B)  { warm(b, home) }
