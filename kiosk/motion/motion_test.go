package motion

import (
	"image"
	"reflect"
	"testing"
	"time"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// moves are movements between sketches and between true pages.
func moves(t *testing.T) []move {
	all := sketches()
	for name, s := range map[string]session.Screen{
		"slide 1": {Kind: session.Attract, Number: 1}, "slide 6": {Kind: session.Attract, Number: 6}, "slide 7": {Kind: session.Attract, Number: 7},
		"board": {Kind: session.Home}, "row 6": {Kind: session.Item, Number: 6}, "category": {Kind: session.Category, Category: "生育"},
	} {
		all[name] = laid(sample.At(sample.Rows(t, 14), s), 1080, 1920)
	}
	for name, open := range map[string]func(*session.State){
		"warned":     func(s *session.State) { s.Warned, s.Touched = true, s.Now },
		"accessible": func(s *session.State) { s.Sheet.Kind = session.Accessibility },
		"taken":      func(s *session.State) { s.Sheet.Kind = session.Takeaway },
		"updated":    func(s *session.State) { s.Sheet.Kind, s.Change = session.Accessibility, session.Updated },
	} {
		st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Item, Number: 6})
		open(&st)
		all[name] = laid(st, 1080, 1920)
	}
	all["night"] = laid(sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Night}), 1080, 1920)
	way := func(kind session.MotionKind, from, to string) move {
		return move{kind, from + " to " + to, all[from], all[to]}
	}
	return []move{
		way(session.Slide, "short", "long"), way(session.Slide, "long", "wide"), way(session.Slide, "wide", "short"),
		way(session.Fold, "short", "item"), way(session.Fold, "long", "home"), way(session.Fold, "item", "wide"), way(session.Fold, "home", "short"),
		way(session.Forward, "home", "item"), way(session.Back, "item", "home"), way(session.Forward, "item", "item"),
		way(session.Slide, "slide 1", "slide 6"), way(session.Slide, "slide 6", "slide 7"), way(session.Slide, "slide 7", "slide 1"),
		way(session.Fold, "slide 7", "row 6"), way(session.Fold, "board", "slide 6"),
		way(session.Forward, "board", "category"), way(session.Forward, "category", "row 6"), way(session.Back, "row 6", "board"),
		way(session.Rise, "row 6", "accessible"), way(session.Sink, "accessible", "row 6"), way(session.Rise, "row 6", "taken"),
		way(session.Rise, "accessible", "warned"), way(session.Sink, "warned", "accessible"), way(session.Sink, "warned", "row 6"),
		way(session.Fold, "warned", "slide 6"), way(session.Plain, "accessible", "updated"), way(session.Plain, "updated", "row 6"),
		way(session.Plain, "row 6", "category"), way(session.Plain, "slide 6", "row 6"), way(session.Plain, "slide 6", "slide 1"),
		way(session.Dim, "slide 6", "night"), way(session.Wake, "night", "slide 6"),
	}
}

type move struct {
	kind     session.MotionKind
	name     string
	from, to *page.Page
}

func (m move) at(t time.Duration) []page.Placed { return Compose(moment(m.from, m.to, m.kind, t)) }

// each calls f for every millisecond of a movement.
func (m move) each(f func(t time.Duration, placed []page.Placed)) {
	for t := time.Duration(0); t < m.kind.Duration(); t += time.Millisecond {
		f(t, m.at(t))
	}
}

func TestMotionCovers(t *testing.T) {
	for _, m := range moves(t) {
		m.each(func(at time.Duration, placed []page.Placed) {
			if a := bare(m.to.Size, placed); a != nil {
				t.Fatalf("%s leaves %v bare at %v", m.name, a, at)
			}
		})
	}
}

// A movement begins as the old page at rest and ends as the new one.
func TestMotionEnds(t *testing.T) {
	for _, m := range moves(t) {
		end := m.kind.Duration()
		want := Compose(Scene{Page: m.to, Progress: .25})
		if !reflect.DeepEqual(m.at(end), want) || !reflect.DeepEqual(m.at(end+time.Hour), want) {
			t.Errorf("%s doesn't end at rest", m.name)
		}
		first, before := m.at(0), atRest(m.from, 0, 1)
		for y := 3; y < m.from.Size.Y; y += 7 {
			for x := 3; x < m.from.Size.X; x += 7 {
				a, b := seen(t, first, image.Pt(x, y)), seen(t, before, image.Pt(x, y))
				if a.Layer != b.Layer || a.Ink != b.Ink {
					t.Fatalf("%s begins with %+v at (%d, %d), which showed %+v", m.name, a, x, y, b)
				}
			}
		}
	}
}

// Blending costs: at most two blended layers are seen in a pixel, and in all no
// more are drawn than two screens' worth.
func TestMotionBlendsLittle(t *testing.T) {
	for _, m := range moves(t) {
		if m.kind == session.Plain && m.from.Sheet != nil && m.to.Sheet == nil {
			continue // an item is gone under a sheet: seldom, and over in 120 ms
		}
		screen := m.to.Size.X * m.to.Size.Y
		m.each(func(at time.Duration, placed []page.Placed) {
			area := 0
			var once, twice region
			for _, c := range placed {
				if c.Alpha == 1 {
					once, twice = uncover(c, once), uncover(c, twice)
					continue
				}
				if c.Alpha <= 0 || c.Alpha > 1 {
					t.Fatalf("%s has a piece of strength %v at %v", m.name, c.Alpha, at)
				}
				r := c.Visible()
				area += r.Dx() * r.Dy()
				if over := twice.in(r); over != nil {
					t.Fatalf("%s blends three layers over %v at %v", m.name, over, at)
				}
				twice = append(twice, once.in(r)...)
				once = append(once.minus(r), r)
			}
			if area > 2*screen {
				t.Fatalf("%s blends %d px at %v", m.name, area, at)
			}
		})
	}
}

// The leaf is one rectangle whose edges go from one place to the other and never back.
func TestLeafMoves(t *testing.T) {
	for _, m := range moves(t) {
		if m.kind != session.Slide && m.kind != session.Fold || m.from.Sheet != nil {
			continue // what lies under a sheet waits until it is gone
		}
		last, end := leafRect(m.from), leafRect(m.to)
		m.each(func(at time.Duration, placed []page.Placed) {
			leaf := image.Rectangle{}
			for _, c := range placed {
				if c.Layer == nil && c.Ink == page.LeafInk {
					leaf = leaf.Union(c.Rect)
				}
				if c.Layer != nil && c.Layer.Ground == page.LeafInk && !c.Clip.In(leaf) {
					t.Fatalf("%s: %s is seen beyond the leaf at %v", m.name, c.Layer.Name, at)
				}
			}
			for i, e := range sides(leaf) {
				a, b := sides(last)[i], sides(end)[i]
				if (e-a)*(b-a) < 0 || (b-e)*(b-a) < 0 {
					t.Fatalf("%s: the leaf moves from %v to %v on its way to %v, at %v", m.name, last, leaf, end, at)
				}
			}
			last = leaf
		})
	}
}

func sides(r image.Rectangle) [4]int { return [4]int{r.Min.X, r.Min.Y, r.Max.X, r.Max.Y} }

// What both pages have is drawn still and opaque all the time.
func TestSameStays(t *testing.T) {
	for _, c := range []struct {
		move int
		hash uint64
	}{{1, 6}, {7, 20}, {7, 21}, {8, 20}} {
		m := moves(t)[c.move]
		m.each(func(at time.Duration, placed []page.Placed) {
			n := 0
			for _, p := range placed {
				if p.Layer != nil && p.Layer.Hash == c.hash {
					n++
					if p.Alpha != 1 || p.Move != (image.Point{}) {
						t.Fatalf("%s: layer %d is moved or faded at %v", m.name, c.hash, at)
					}
				}
			}
			if n != 1 {
				t.Fatalf("%s: layer %d is drawn %d times at %v", m.name, c.hash, n, at)
			}
		})
	}
}

// Old and new text of slides are never visible together.
func TestOldTextGoesFirst(t *testing.T) {
	for _, m := range moves(t)[:7] {
		m.each(func(at time.Duration, placed []page.Placed) {
			old, next := false, false
			for _, c := range placed {
				if c.Layer == nil || holds(piecesOf(m.from, 0), c) && holds(piecesOf(m.to, 0), c) {
					continue
				}
				old = old || has(m.from, c.Layer)
				next = next || has(m.to, c.Layer)
			}
			if old && next {
				t.Fatalf("%s shows both at %v", m.name, at)
			}
		})
	}
}

func has(p *page.Page, l *page.Layer) bool {
	for _, k := range p.Layers {
		if k == l {
			return true
		}
	}
	return false
}

// The new text rises by 16 u on the way forward and sinks as much on the way back.
func TestTextRises(t *testing.T) {
	for _, c := range []struct {
		move, first int
	}{{7, 16}, {8, -16}} {
		m := moves(t)[c.move]
		last := c.first
		m.each(func(at time.Duration, placed []page.Placed) {
			for _, p := range placed {
				if p.Layer == nil || p.Layer.Name != "body" || !has(m.to, p.Layer) {
					continue
				}
				y := p.Move.Y
				if y*c.first < 0 || y*y > last*last {
					t.Fatalf("%s: the text moves from %d to %d at %v", m.name, last, y, at)
				}
				if last = y; !p.Clip.In(m.to.Scroll.Viewport) {
					t.Fatalf("%s: the text is seen outside its viewport at %v", m.name, at)
				}
			}
		})
		if last*last > 1 {
			t.Errorf("%s: the text ends %d px off", m.name, last)
		}
	}
}

func TestHairline(t *testing.T) {
	short, long := sketches()["short"].Leaf, sketches()["long"].Leaf
	if short.FreeEdge() != page.BottomEdge || long.FreeEdge() != page.RightEdge || (page.Leaf{Rect: long.Rect}).FreeEdge() != page.NoEdge {
		t.Error("the free edge isn't the one that the hairline is near")
	}
	way := image.Rect(0, 0, 700, 1500)
	if got, want := lineAt(short, short.Hair, way), image.Rect(0, 1484, 700, 1486); got != want {
		t.Errorf("below: %v, want %v", got, want)
	}
	if got, want := lineAt(long, long.Hair, way), image.Rect(684, 0, 686, 1500); got != want {
		t.Errorf("at the right: %v, want %v", got, want)
	}
	lower := page.Leaf{Rect: image.Rect(0, 1120, 1080, 1920), Hair: image.Rect(0, 1134, 1080, 1136)}
	if got, want := lineAt(lower, lower.Hair, image.Rect(0, 900, 1080, 1920)), image.Rect(0, 914, 1080, 916); got != want {
		t.Errorf("above: %v, want %v", got, want)
	}
	right := page.Leaf{Rect: image.Rect(1080, 0, 1920, 1080), Hair: image.Rect(1094, 0, 1096, 1080)}
	if got, want := lineAt(right, right.Hair, image.Rect(1500, 0, 1920, 1080)), image.Rect(1514, 0, 1516, 1080); got != want {
		t.Errorf("at the left: %v, want %v", got, want)
	}
}

// Movements between pages in low reach, where the foot stands apart from the leaf, and in high
// contrast cover the screen and end as what is seen at rest.
func TestModeMotion(t *testing.T) {
	for _, m := range []session.Mode{{LowReach: true}, {Contrast: true}, {Contrast: true, LowReach: true}} {
		pages := make(map[string]*page.Page)
		for name, s := range map[string]session.Screen{
			"slide": {Kind: session.Attract, Number: 6}, "board": {Kind: session.Home}, "row": {Kind: session.Item, Number: 6}, "category": {Kind: session.Category, Category: "生育"},
		} {
			st := sample.At(sample.Rows(t, 14), s)
			st.Mode = m
			pages[name] = laid(st, 1080, 1920)
		}
		for _, w := range []move{
			{session.Fold, "slide to board", pages["slide"], pages["board"]}, {session.Fold, "row to slide", pages["row"], pages["slide"]},
			{session.Forward, "board to row", pages["board"], pages["row"]}, {session.Back, "row to category", pages["row"], pages["category"]},
		} {
			for at := time.Duration(0); at < w.kind.Duration(); at += 10 * time.Millisecond {
				if a := bare(w.to.Size, w.at(at)); a != nil {
					t.Fatalf("%+v: %s leaves %v bare at %v", m, w.name, a, at)
				}
			}
			if got, want := w.at(w.kind.Duration()), Compose(Scene{Page: w.to, Progress: .25}); !reflect.DeepEqual(got, want) {
				t.Errorf("%+v: %s does not end at rest", m, w.name)
			}
		}
	}
}
