package display

import (
	"image"
	"log/slog"
	"testing"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// window is an office without a window, on a clock of its own.
type window struct {
	*testing.T
	*office
	now    time.Time
	orders []desk.Order
	seen   Seen
}

func openOffice(t *testing.T, rows int) *window {
	t.Helper()
	w := &window{T: t, now: noon}
	w.office = newOffice(Desk{
		Kiosk: Options{First: sample(t, rows), Zone: time.UTC, Log: slog.New(slog.DiscardHandler)},
		Obey:  func(o desk.Outcome, s Seen) { w.orders, w.seen = append(w.orders, o.Order), s },
	}, func() time.Time { return w.now }, func() {})
	t.Cleanup(func() { w.game.stage.easel.close(); w.game.quiet.Stop() })
	w.place(desk.Usual, 1)
	w.rest()
	return w
}

// rest runs the loop until nothing is due at once.
func (w *window) rest(contacts ...contact) {
	w.Helper()
	for range 200 {
		next := w.frame(contacts)
		contacts = nil
		w.now = w.now.Add(max(next, time.Millisecond))
		if (next > time.Second/2 || w.game.state.Holding) && w.key() == w.laid && !w.stale {
			return
		}
	}
	w.Fatal("the loop never rests")
}

// click puts the mouse down at a point, and lifts it there.
func (w *window) click(x, y int) {
	w.Helper()
	at := image.Pt(x, y)
	w.rest(contact{mouse, down, at})
	w.rest(contact{mouse, move, at}, contact{mouse, up, at})
}

// TestDeskClicks checks that a click beside the kiosk and a touch on it lead to the same screens, whatever the window's size.
func TestDeskClicks(t *testing.T) {
	w := openOffice(t, 14)
	w.click(783, 278) // 首页
	if k := w.game.state.View.Kind; k != session.Home {
		t.Fatalf("首页 leads to %v", k)
	}
	for _, size := range []image.Point{desk.Usual, desk.Least, {1366, 728}} {
		for _, scale := range []float64{1, 1.5} {
			w.place(image.Pt(int(float64(size.X)*scale), int(float64(size.Y)*scale)), scale)
			w.apply(desk.Show{Screen: desk.Home})
			w.rest()
			if min(w.canvas.size.X, w.canvas.size.Y) < leastGlass || w.canvas.size != w.game.window {
				t.Errorf("%v at %v: the kiosk is painted at %v", size, scale, w.canvas.size)
			}
			glass := w.page.Plan.Glass
			w.click(glass.Min.X+glass.Dx()*2/3, glass.Max.Y-glass.Dy()*4/96) // 公告 in the bar
			if k := w.game.state.View.Kind; k != session.Notices {
				t.Errorf("%v at %v: 公告 on the kiosk leads to %v", size, scale, k)
			}
		}
	}
}

// TestDeskDays checks that another day leaves the page that is seen, and that time runs on from it.
func TestDeskDays(t *testing.T) {
	w := openOffice(t, 3)
	w.click(849, 278) // 事项
	w.press(rightKey)
	w.press(rightKey)
	w.press(downKey)
	w.rest()
	want := noon.AddDate(0, 0, 2).Add(-time.Hour)
	if d := w.game.state.Now.Sub(want); d < 0 || d > 5*time.Minute || w.game.state.View.Kind != session.Item || w.game.state.Warned {
		t.Errorf("at %v: %v", w.game.state.Now, w.game.state.View.Kind)
	}
	for range 200 {
		w.rest()
	}
	if w.game.state.View.Kind != session.Item {
		t.Errorf("what 事项 has opened gives way to %v", w.game.state.View.Kind)
	}
	w.click(300, 400) // on the kiosk
	for range 200 {
		w.rest()
	}
	if w.game.state.View.Kind != session.Attract {
		t.Errorf("a visitor who has gone leaves %v", w.game.state.View.Kind)
	}
	w.press(leftKey)
	w.press(upKey)
	w.apply(desk.Today{})
	w.rest()
	if d := w.now.Sub(w.game.state.Now); d < -10*time.Minute || d > 10*time.Minute {
		t.Errorf("today is %v, not %v", w.game.state.Now, w.now)
	}
}

// TestDeskScrolls checks that the wheel and a drag scroll what is under them, and that a drag isn't a click.
func TestDeskScrolls(t *testing.T) {
	w := openOffice(t, 24)
	var many []diag.Problem
	for range 30 {
		many = append(many, diag.Problem{File: "items/1.toml", Message: "示例"})
	}
	w.apply(desk.Checked{Found: desk.Found{Problems: many}})
	w.click(783, 278)
	w.wheel(image.Pt(1000, 700), 2)
	w.rest()
	if w.state.Scroll != 2*notch || w.game.state.View.Scroll != 0 {
		t.Errorf("the wheel on the list scrolls it by %d, and the kiosk by %d", w.state.Scroll, w.game.state.View.Scroll)
	}
	w.rest(contact{mouse, down, image.Pt(1000, 800)})
	w.rest(contact{mouse, move, image.Pt(1000, 700)})
	w.rest(contact{mouse, up, image.Pt(1000, 700)})
	if w.state.Scroll != 2*notch+100 || w.state.Chosen != 0 {
		t.Errorf("a drag scrolls to %d, and chooses row %d", w.state.Scroll, w.state.Chosen)
	}
	w.apply(desk.Show{Screen: desk.Home}) // so that no visitor seems to have gone
	w.wheel(image.Pt(300, 500), 2)
	w.rest()
	if w.game.state.View.Scroll == 0 {
		t.Error("the wheel on the kiosk doesn't scroll it")
	}
	w.wheel(image.Pt(300, 500), -50)
	w.wheel(image.Pt(1000, 700), -50)
	w.rest()
	if w.state.Scroll != 0 || w.game.state.View.Scroll != 0 {
		t.Errorf("back at the beginning the list is at %d, the kiosk at %d", w.state.Scroll, w.game.state.View.Scroll)
	}
}

// TestDeskPresses: what the pointer is down on shows it until the pointer leaves it, drags or is lifted.
func TestDeskPresses(t *testing.T) {
	w := openOffice(t, 3)
	w.apply(desk.Checked{Found: desk.Found{Problems: []diag.Problem{{File: "items/1.toml", Message: "示例", Fix: "示例"}}}})
	w.apply(desk.Show{Screen: desk.Home})
	w.rest()
	for _, c := range []struct {
		name       string
		down, rest page.Ink
	}{
		{"button", page.RedDown, page.Paper},
		{"arrow", page.RedDown, page.Paper},
		{"answer", page.RedDown, page.LeafInk},
		{"later", page.Sand, page.Paper},
		{"row", page.Sand, page.Paper},
	} {
		r := w.target(c.name)
		at := image.Pt(r.Max.X-4, r.Min.Y+r.Dy()/2)
		shows := func(when string, want page.Ink) {
			if got := w.picture.RGBAAt(r.Max.X-4, r.Min.Y+4); got != w.page.Theme[want] {
				t.Errorf("%s %s is %v, not %v", c.name, when, got, want)
			}
		}
		shows("at rest", c.rest)
		w.rest(contact{mouse, down, at})
		shows("pressed", c.down)
		w.rest(contact{mouse, move, at.Add(image.Pt(6, 0))})
		shows("left", c.rest)
		w.rest(contact{mouse, move, at})
		shows("entered again", c.down)
		w.rest(contact{mouse, move, at.Sub(image.Pt(dragOnPage+1, 0))})
		shows("dragged", c.rest)
		w.rest(contact{mouse, up, at})
		shows("lifted", c.rest)
	}
}

// target returns where the last target of a name is painted.
func (w *window) target(name string) image.Rectangle {
	w.Helper()
	var r image.Rectangle
	for _, t := range w.page.Targets {
		if t.Name == name {
			r = t.Paint
		}
	}
	if r.Empty() {
		w.Fatalf("no target %s", name)
	}
	return r
}

// TestDeskOrders checks what an order is given with.
func TestDeskOrders(t *testing.T) {
	w := openOffice(t, 3)
	w.apply(desk.Hold{Wide: true})
	w.apply(desk.Do{Order: desk.SavePicture})
	w.rest()
	if len(w.orders) != 1 || w.seen.Size != wideScreen || w.canvas.size.X <= w.canvas.size.Y {
		t.Errorf("orders %v, of a screen of %v", w.orders, w.seen.Size)
	}
}

// TestDeskContent checks that new content is shown before the page beside it is painted again.
func TestDeskContent(t *testing.T) {
	w := openOffice(t, 3)
	w.apply(desk.Show{Screen: desk.Home})
	w.rest()
	w.picture, w.dirty = nil, nil
	w.game.content <- sample(t, 4)
	if next := w.frame(nil); w.dirty == nil || w.picture != nil || next > frameTime {
		t.Errorf("after one frame: the kiosk drawn %v, the page drawn %v, the next frame after %v", w.dirty != nil, w.picture != nil, next)
	}
	if w.rest(); w.picture == nil {
		t.Error("the page is never painted")
	}
}

func TestTurnedTo(t *testing.T) {
	s := page.Scroll{Max: 100, Rests: []int{0, 60, 100}}
	for _, c := range []struct{ from, by, want int }{{0, 10, 60}, {0, 50, 60}, {60, 10, 100}, {100, 10, 100}, {100, -10, 60}, {60, -10, 0}, {0, -10, 0}, {0, 500, 100}} {
		if got := turnedTo(s, c.from, c.by); got != c.want {
			t.Errorf("from %d by %d to %d, not %d", c.from, c.by, got, c.want)
		}
	}
}

func TestDeskSize(t *testing.T) {
	for _, c := range []struct{ monitor, want image.Point }{
		{image.Pt(1920, 1080), image.Pt(1600, 1000)}, {image.Pt(1366, 768), image.Pt(1332, 692)}, {image.Pt(1600, 900), image.Pt(1560, 810)},
		{image.Pt(800, 600), desk.Least}, {image.Point{}, desk.Usual},
	} {
		if got := deskSize(desk.Usual, c.monitor); got != c.want {
			t.Errorf("on %v the window is %v, not %v", c.monitor, got, c.want)
		}
	}
}
