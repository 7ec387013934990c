package display

import (
	"fmt"
	"image"
	"slices"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// carousel returns a game that shows the carousel's first slide, at rest.
func carousel(t *testing.T) *game {
	t.Helper()
	g := running(t)
	g.state = session.Step(session.Start(noon, true), noon, session.Content{Catalogue: sample(t, 3)})
	rest(g, noon.Add(2*time.Second))
	return g
}

// rest has a game do what is due at a time, and all the frames that follow at once.
func rest(g *game, now time.Time) (next time.Time, frames int) {
	for frames = 1; ; frames++ {
		g.update(now, nil)
		g.changed = false // shown
		var moving bool
		if next, moving = g.plan(now); moving || next.After(now) || frames > 50 {
			return next, frames
		}
	}
}

// TestWhenTheNextFrameIsDue: a screen at rest sleeps until something is to be seen: the clock's minute, a step of the progress
// marks, and nothing at all where there is no clock.
func TestWhenTheNextFrameIsDue(t *testing.T) {
	minute := noon.Truncate(time.Minute).Add(time.Minute)
	home, slide, dark := running(t), carousel(t), running(t)
	dark.Trusted = from(noon.Add(time.Hour))
	now := noon.Add(7 * time.Second)
	for _, c := range []struct {
		name string
		g    *game
		want time.Time
	}{
		{"home", home, minute},
		{"a slide", slide, noon.Add(8 * time.Second)},
		{"home, by a clock that isn't trusted", dark, noon.Add(70 * time.Second)}, // the warning of the idle return
	} {
		if next, frames := rest(c.g, now); !next.Equal(c.want) || frames > 3 {
			t.Errorf("%s: due after %v and %d frames, want after %v", c.name, next.Sub(now), frames, c.want.Sub(now))
		}
	}
}

// TestFramesOfATransition: while something moves frames follow one another at the pace of who watches, each of them is shown, and
// they end with the movement.
func TestFramesOfATransition(t *testing.T) {
	for _, c := range []struct {
		name  string
		g     *game
		event session.Event
		every time.Duration
	}{
		{"a tap", running(t), session.Open{Screen: session.Screen{Kind: session.Item, Number: 2}}, frameTime},
		{"the next slide", carousel(t), nil, 2 * frameTime},
	} {
		now := noon.Add(40 * time.Second)
		if c.event != nil {
			c.g.apply(now, c.event)
		}
		frames := 0
		for {
			c.g.update(now, nil)
			if !c.g.moving(now) {
				break
			}
			if frames++; !c.g.changed {
				t.Fatalf("%s: frame %d isn't shown", c.name, frames)
			}
			c.g.changed = false
			next, moving := c.g.plan(now)
			if !moving || next.Sub(now) != c.every {
				t.Fatalf("%s: the frame after %d is due after %v, moving %v", c.name, frames, next.Sub(now), moving)
			}
			now = next
		}
		if kind := c.g.state.Motion.Kind; frames < 5 || kind != session.Still {
			t.Errorf("%s: %d frames, then %v", c.name, frames, kind)
		}
	}
}

// TestNothingShownAtRest follows a screen at rest from wake-up to wake-up: a frame is shown for the clock's minute, and none where
// there is no clock.
func TestNothingShownAtRest(t *testing.T) {
	dark := running(t)
	dark.Trusted = from(noon.Add(time.Hour))
	for _, c := range []struct {
		name string
		g    *game
		want int
	}{{"home", running(t), 1}, {"home, by a clock that isn't trusted", dark, 0}} {
		now, end, shown := noon.Add(7*time.Second), noon.Add(60*time.Second), 0
		rest(c.g, now)
		for wakes := 0; now.Before(end) && wakes < 100; wakes++ {
			c.g.update(now, nil)
			if c.g.changed {
				shown++
			}
			c.g.changed = false
			now, _ = c.g.plan(now)
		}
		if shown != c.want || now.Before(end) {
			t.Errorf("%s: %d frames shown until %v, want %d", c.name, shown, now.Sub(noon), c.want)
		}
	}
}

// TestShownFirst: a frame that has yet to be shown gets nothing ready; the next one comes at once, and does.
func TestShownFirst(t *testing.T) {
	g := running(t)
	now := noon.Add(7 * time.Second)
	rest(g, now)
	g.pressAt(now, g.target(t, "row"))
	pages := len(g.stage.pages)
	if next, _ := g.plan(now); !g.changed || len(g.stage.pages) != pages || !next.Equal(now) {
		t.Errorf("%d pages are laid out before the press is shown; the next frame is due after %v", len(g.stage.pages)-pages, next.Sub(now))
	}
	g.changed = false
	if g.plan(now); len(g.stage.pages) == pages {
		t.Error("the page under the finger isn't laid out after the press is shown")
	}
}

// TestScrolling: a drag scrolls, a fling glides on and stops, a finger catches it, and 下面还有内容 glides to its place,
// at once where motion is reduced.
func TestScrolling(t *testing.T) {
	long := func() *game {
		g := running(t)
		g.shown.Scroll.Max = 3000
		g.shown.Scroll.Viewport = image.Rect(0, 0, 270, 400)
		return g
	}
	now := noon.Add(7 * time.Second)
	at := func(ms int) time.Time { return now.Add(time.Duration(ms) * time.Millisecond) }
	drag := func(g *game) {
		g.touch(at(0), []contact{{1, down, image.Pt(200, 400)}})
		g.touch(at(20), []contact{{1, move, image.Pt(200, 300)}})
		g.touch(at(40), []contact{{1, move, image.Pt(200, 200)}, {finger: 1, phase: up}})
	}
	g := long()
	drag(g)
	if y := g.state.View.Scroll; y < 150 || !g.finger.rolling {
		t.Fatalf("a drag scrolls to %d, gliding %v", y, g.finger.rolling)
	}
	dragged := g.state.View.Scroll
	g.glide(at(200))
	glided := g.state.View.Scroll
	g.touch(at(210), []contact{{2, down, image.Pt(200, 300)}})
	g.glide(at(400))
	if glided <= dragged || g.finger.rolling || g.state.View.Scroll != glided {
		t.Errorf("dragged to %d, glided to %d, caught at %d", dragged, glided, g.state.View.Scroll)
	}
	g.touch(at(420), []contact{{finger: 2, phase: up}})

	for reduced, want := range map[bool]int{false: 0, true: 320} {
		g := long()
		g.state.Mode.Reduced = reduced
		g.glideTo(now, 320)
		if y := g.state.View.Scroll; y != want {
			t.Errorf("reduced %v: at first %d", reduced, y)
		}
		if g.glide(at(2000)); g.state.View.Scroll != 320 || g.finger.rolling {
			t.Errorf("reduced %v: at last %d", reduced, g.state.View.Scroll)
		}
	}
}

// TestShowRow: the page is scrolled to an item's row, or to its category's.
func TestShowRow(t *testing.T) {
	g := running(t)
	now := noon.Add(7 * time.Second)
	g.apply(now, session.GoHome{})
	g.showPage()
	g.shown.Scroll.Max, g.shown.Scroll.Rests = 3000, nil
	for i := range g.shown.Targets {
		target := &g.shown.Targets[i]
		if open, ok := target.Event.(session.Open); ok && open.Screen.Number == 2 {
			target.Hit, target.Scrolls = target.Hit.Add(image.Pt(0, 700)), true
			g.showRow(now, 2)
			if want := target.Hit.Min.Y - g.shown.Scroll.Viewport.Min.Y; g.state.View.Scroll != want || want < 600 {
				t.Errorf("scrolled to %d, the row is at %d", g.state.View.Scroll, want)
			}
			return
		}
	}
	t.Fatal("home has no row of item 2")
}

// TestShowRowTurns: home's list of many categories is turned to the portion that has the row.
func TestShowRowTurns(t *testing.T) {
	files := samples(0, "")
	for i := 1; i <= 300; i++ {
		text := fmt.Sprintf("number = %d\ncategory = \"示例%d\"\ncontent = \"示例\"\n", i, i)
		files = append(files, catalogue.File{Path: fmt.Sprintf("items/%d.toml", i), Data: []byte(text)})
	}
	c, problems := catalogue.Parse(files)
	if c == nil {
		t.Fatal(problems)
	}
	g := running(t)
	now := noon.Add(7 * time.Second)
	g.apply(now, session.Content{Catalogue: c})
	g.apply(now, session.GoHome{})
	for _, want := range []struct{ number, page int }{{1, 0}, {120, 0}, {121, 1}, {300, 2}} {
		g.state.View.Page, g.state.View.Scroll = 0, 0
		g.showRow(now, want.number)
		row := g.targetOf(session.Open{Screen: session.Screen{Kind: session.Item, Number: want.number}})
		if g.state.View.Page != want.page || row == nil {
			t.Errorf("row %d: on page %d, want %d; its target is %v", want.number, g.state.View.Page, want.page, row)
		}
	}
}

// TestCoveredPageStays: a finger that is drawn over a sheet doesn't move the page below, which is live under 大字 alone.
func TestCoveredPageStays(t *testing.T) {
	for kind, want := range map[session.SheetKind]int{session.NoSheet: 400, session.Accessibility: 400, session.Takeaway: 500} {
		g := running(t)
		g.state = session.Step(g.state, noon.Add(6*time.Second), session.Open{Screen: session.Screen{Kind: session.Item, Number: 2}})
		g.state.Sheet.Kind = kind
		g.showPage()
		g.shown.Scroll.Max, g.shown.Scroll.Rests, g.state.View.Scroll = 3000, nil, 500
		now := noon.Add(7 * time.Second)
		g.touch(now, []contact{{1, down, image.Pt(200, 100)}})
		g.touch(now.Add(300*time.Millisecond), []contact{{1, move, image.Pt(200, 200+g.finger.hand.Slop)}})
		if y := g.state.View.Scroll; y != want {
			t.Errorf("under the sheet %q the page is at %d, want %d", kind, y, want)
		}
	}
}

// TestDoubleTap: the second half of a double tap on 返回 goes back one step, not two.
func TestDoubleTap(t *testing.T) {
	g := running(t)
	now := noon.Add(7 * time.Second)
	g.apply(now, session.Open{Screen: session.Screen{Kind: session.Item, Number: 2}})
	g.update(now.Add(time.Second), nil)
	i := slices.IndexFunc(g.shown.Targets, func(it page.Target) bool { return it.Event == session.Event(session.GoBack{}) })
	back := g.shown.Targets[i].Hit.Min.Add(image.Pt(4, 4))
	tap := func(ms int) {
		at := now.Add(time.Second + time.Duration(ms)*time.Millisecond)
		g.update(at, []contact{{1, down, back}})
		g.update(at.Add(40*time.Millisecond), []contact{{finger: 1, phase: up}})
	}
	tap(0)
	tap(150)
	if g.state.View.Kind != session.Home {
		t.Errorf("a double tap leads to %v", g.state.View.Kind)
	}
	if tap(600); g.state.View.Kind != session.Attract {
		t.Errorf("another tap leads to %v", g.state.View.Kind)
	}
}
