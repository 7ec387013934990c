package main

import (
	"fmt"
	"image"
	"math"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

const (
	mostTaps  = 3  // from home to any item
	leastSide = 96 // u, of a target
	lettersIn = 2  // how many letters or strokes of a query are typed; more would show the same screens
)

// walk is a walk over all screens of a catalogue.
type walk struct {
	size   image.Point
	u      float64
	set    *typeset.Setter
	start  session.State
	queue  []place
	seen   map[session.Face]bool
	sums   map[string]*sum
	order  []string
	items  map[int]int // 序号 -> taps
	faults []string
}

// place is a screen and its distance from home in taps.
type place struct {
	state session.State
	taps  int
}

// sum is a kind of screen's line in the table.
type sum struct {
	screens, near, far, targets int
	small                       side
	way                         string
}

// side is the extent of a target, u.
type side struct{ w, h float64 }

func newWalk(c *catalogue.Catalogue, m session.Mode, size image.Point) *walk {
	s := session.Step(session.Start(noon, true), noon, session.Content{Catalogue: c})
	s = session.Step(s, noon, session.GoHome{})
	s = session.Step(s, noon, session.Adjust{Mode: m})
	return &walk{
		size: size, u: float64(page.Px(size, 1000)) / 1000, set: typeset.New(), start: s,
		seen: map[session.Face]bool{}, sums: map[string]*sum{}, items: map[int]int{},
	}
}

// walk visits all reachable places, the nearest first.
func (k *walk) walk() {
	k.add(place{k.start, 0})
	for len(k.queue) > 0 {
		at := k.queue[0]
		k.queue = k.queue[1:]
		k.visit(at)
	}
	for _, it := range k.start.Catalogue.Items {
		if taps, ok := k.items[it.Number]; !ok || taps > mostTaps {
			k.fault("item %d: %d taps (reached: %v)", it.Number, taps, ok)
		}
	}
	for _, n := range k.start.OnAir {
		file := k.start.Catalogue.Notices[n].File
		if !k.seen[k.face(session.Screen{Kind: session.Notice, Notice: file})] {
			k.fault("notice %s can't be reached", file)
		}
	}
	for _, name := range k.wanted() {
		if k.sums[name] == nil {
			k.fault("%s can't be reached", name)
		}
	}
}

// wanted returns the screens that every catalogue has. In low reach, and where each
// category has one item, the board lists the items themselves.
func (k *walk) wanted() []string {
	names := []string{"home", "item", "search", "notices", "home+accessibility", "item+takeaway"}
	low := k.start.Mode.LowReach && k.size.Y > k.size.X
	if c := k.start.Catalogue; !low && len(c.Categories()) < len(c.Items) {
		names = append(names, "category")
	}
	return names
}

func (k *walk) face(s session.Screen) session.Face {
	st := k.start
	st.View = session.View{Screen: s}
	return st.Face()
}

// add queues a place, once, in the walk's mode.
func (k *walk) add(p place) {
	p.state.Mode = k.start.Mode
	p.state.Motion = session.Motion{}
	face := p.state.Face()
	if k.seen[face] || utf8.RuneCountInString(p.state.View.Query) > lettersIn {
		return
	}
	k.seen[face] = true
	k.queue = append(k.queue, p)
}

// visit taps every target of a place.
func (k *walk) visit(at place) {
	p := layout.Layout(at.state, page.ThemeOf(at.state), k.size, k.set)
	s := k.sum(at)
	back := ""
	for i := range p.Targets {
		t := &p.Targets[i]
		point, scroll, ok := k.finger(p, t)
		if !ok {
			if p.Sheet == nil || t.Layer.Over {
				k.fault("%s: %s can't be touched", name(at.state), t.Name)
			}
			continue
		}
		if hit, _ := p.Hit(point, scroll); hit != t {
			k.fault("%s: %s answers for %s", name(at.state), hit.Name, t.Name)
		}
		s.targets++
		k.measure(s, at, t)
		next := session.Step(at.state, noon, t.Event)
		if next.View.Kind == session.Attract {
			if back == "" {
				back = t.Name
			}
			continue
		}
		if _, ok := t.Event.(session.GoBack); ok && back == "" {
			back = t.Name
		}
		k.add(place{next, at.taps + 1})
	}
	if s.way = back; back == "" {
		k.fault("%s: no way back", name(at.state))
	}
	if at.state.View.Kind == session.Item {
		if _, ok := k.items[at.state.View.Number]; !ok {
			k.items[at.state.View.Number] = at.taps
		}
	}
}

// sum returns the line of a place's kind, with the place counted.
func (k *walk) sum(at place) *sum {
	n := name(at.state)
	s := k.sums[n]
	if s == nil {
		s = &sum{near: at.taps, small: side{math.Inf(1), math.Inf(1)}}
		k.sums[n], k.order = s, append(k.order, n)
	}
	s.screens++
	s.far = max(s.far, at.taps)
	return s
}

// measure records a target's extent.
func (k *walk) measure(s *sum, at place, t *page.Target) {
	w, h := float64(t.Hit.Dx())/k.u, float64(t.Hit.Dy())/k.u
	if min(w, h) < min(s.small.w, s.small.h) {
		s.small = side{w, h}
	}
	if least := leastSide - 1/k.u; w < least || h < least {
		k.fault("%s: %s is %.0f x %.0f u", name(at.state), t.Name, w, h)
	}
}

// finger returns where a target can be touched, with the page scrolled to it.
func (k *walk) finger(p *page.Page, t *page.Target) (at image.Point, scroll int, ok bool) {
	middle := t.Hit.Min.Add(t.Hit.Size().Div(2))
	if !t.Scrolls {
		scroll = t.Layer.Shown.From
		return middle, scroll, hits(p, t, middle, scroll)
	}
	view := p.Scroll.Viewport
	for _, share := range []int{2, 3, 4, 6} { // of the viewport, to which the target is scrolled
		scroll = min(max(middle.Y-view.Min.Y-view.Dy()/share, 0), p.Scroll.Max)
		at = middle.Sub(image.Pt(0, scroll))
		if at.In(view) && hits(p, t, at, scroll) {
			return at, scroll, true
		}
	}
	return at, scroll, false
}

func hits(p *page.Page, t *page.Target, at image.Point, scroll int) bool {
	hit, ok := p.Hit(at, scroll)
	return ok && hit == t
}

// name returns a state's screen, and the sheet over it.
func name(s session.State) string {
	n := s.View.Kind.String()
	if sheet := s.Top().Kind; sheet != session.NoSheet {
		n += "+" + sheet.String()
	}
	return n
}

func (k *walk) fault(format string, args ...any) {
	const enough = 20
	if len(k.faults) < enough {
		k.faults = append(k.faults, fmt.Sprintf(format, args...))
	}
}
