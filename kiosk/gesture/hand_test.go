package gesture

import (
	"image"
	"strings"
	"testing"
	"time"
)

var noon = time.Date(2026, 10, 1, 12, 0, 0, 0, time.UTC)

// do is what a finger does some ms after the beginning.
type do struct {
	ms     int
	what   string // down, glide (down on a gliding page), move, up, cancel; expire: time passes
	finger int
	x, y   int
}

var kinds = [...]string{"none", "press", "catch", "void", "scroll", "tap", "fling", "lift"}

// play returns the gestures of a hand with a slop of 24 px.
func play(story []do) []Event {
	h := Hand{Slop: 24}
	var events []Event
	for _, d := range story {
		now, at := noon.Add(time.Duration(d.ms)*time.Millisecond), image.Pt(d.x, d.y)
		var e Event
		switch d.what {
		case "down", "glide":
			e = h.Down(d.finger, at, now, d.what == "glide")
		case "move":
			e = h.Move(d.finger, at, now)
		case "up":
			e = h.Up(d.finger, now)
		case "cancel":
			e = h.Cancel()
		case "expire":
			e, _ = h.Expire(now)
		}
		if e.Kind != None {
			events = append(events, e)
		}
	}
	return events
}

func TestHand(t *testing.T) {
	for _, c := range []struct {
		title string
		story []do
		want  string // kinds
		by    int    // px scrolled in all
	}{
		{"a tap", []do{{0, "down", 1, 50, 50}, {80, "up", 1, 0, 0}}, "press tap", 0},
		{"a tap that trembles inside the slop", []do{{0, "down", 1, 50, 50}, {20, "move", 1, 60, 70}, {40, "move", 1, 50, 74}, {80, "up", 1, 0, 0}}, "press tap", 0},
		{"a long press is a tap", []do{{0, "down", 1, 50, 50}, {9000, "up", 1, 0, 0}}, "press tap", 0},
		{"back inside after a drag is no tap", []do{{0, "down", 1, 50, 50}, {20, "move", 1, 50, 75}, {500, "move", 1, 50, 50}, {900, "up", 1, 0, 0}}, "press scroll scroll lift", 24},
		{"a drag sideways fires nothing and scrolls nothing", []do{{0, "down", 1, 50, 50}, {20, "move", 1, 90, 50}, {900, "up", 1, 0, 0}}, "press scroll lift", 0},
		{"a drag upwards scrolls on, less the slop", []do{{0, "down", 1, 50, 500}, {20, "move", 1, 50, 460}, {40, "move", 1, 50, 400}, {900, "up", 1, 0, 0}}, "press scroll scroll lift", 76},
		{"a drag downwards scrolls back", []do{{0, "down", 1, 50, 500}, {20, "move", 1, 50, 600}, {900, "up", 1, 0, 0}}, "press scroll lift", -76},
		{"a fling", []do{{0, "down", 1, 50, 500}, {20, "move", 1, 50, 460}, {40, "move", 1, 50, 400}, {42, "up", 1, 0, 0}}, "press scroll scroll fling", 76},
		{"a stop before the release is no fling", []do{{0, "down", 1, 50, 500}, {20, "move", 1, 50, 400}, {130, "up", 1, 0, 0}}, "press scroll lift", 76},
		{"a second finger voids the tap", []do{{0, "down", 1, 50, 50}, {10, "down", 2, 300, 300}, {50, "up", 2, 0, 0}, {80, "up", 1, 0, 0}}, "press void lift", 0},
		{"whichever is taken away first", []do{{0, "down", 1, 50, 50}, {10, "down", 2, 300, 300}, {50, "up", 1, 0, 0}, {80, "up", 2, 0, 0}}, "press void lift", 0},
		{"the second finger scrolls nothing", []do{{0, "down", 1, 50, 50}, {10, "down", 2, 300, 300}, {50, "move", 2, 300, 100}, {80, "up", 1, 0, 0}, {90, "move", 2, 300, 0}, {99, "up", 2, 0, 0}}, "press void lift", 0},
		{"the first finger scrolls on beside a palm", []do{{0, "down", 1, 50, 500}, {5, "down", 2, 300, 900}, {6, "down", 3, 310, 900}, {20, "move", 1, 50, 400}, {90, "up", 3, 0, 0}, {91, "up", 2, 0, 0}, {900, "up", 1, 0, 0}}, "press void scroll lift", 76},
		{"a press that stops a glide fires nothing", []do{{0, "glide", 1, 50, 500}, {60, "up", 1, 0, 0}}, "catch lift", 0},
		{"a caught page follows at once", []do{{0, "glide", 1, 50, 500}, {20, "move", 1, 50, 490}, {500, "up", 1, 0, 0}}, "catch scroll lift", 10},
		{"a caught page can be flung again", []do{{0, "glide", 1, 50, 500}, {20, "move", 1, 50, 400}, {30, "up", 1, 0, 0}}, "catch scroll fling", 100},
		{"a touch that the system takes away", []do{{0, "down", 1, 50, 50}, {10, "cancel", 0, 0, 0}, {20, "move", 1, 50, 90}, {30, "up", 1, 0, 0}}, "press lift", 0},
		{"the next touch is a new one", []do{{0, "down", 1, 50, 50}, {10, "cancel", 0, 0, 0}, {20, "down", 1, 70, 70}, {30, "up", 1, 0, 0}}, "press lift press tap", 0},
		{"nothing on the glass", []do{{0, "move", 1, 50, 50}, {10, "up", 1, 0, 0}, {20, "cancel", 0, 0, 0}}, "", 0},
		{"down twice", []do{{0, "down", 1, 50, 50}, {10, "down", 1, 500, 500}, {20, "up", 1, 0, 0}, {30, "up", 1, 0, 0}}, "press tap", 0},
	} {
		var got []string
		by := 0
		for _, e := range play(c.story) {
			got = append(got, kinds[e.Kind])
			by += e.By
		}
		if g := strings.Join(got, " "); g != c.want || by != c.by {
			t.Errorf("%s: %s, %d px; want %s, %d px", c.title, g, by, c.want, c.by)
		}
	}
}

// A contact that never lifts (dirt, a faulty panel) counts for nothing after a minute: what it began ends with nothing
// fired, and other fingers work as if it were not there.
func TestStuckContact(t *testing.T) {
	const minute = 60_000
	down := do{0, "down", 1, 50, 50}
	tap := func(ms, finger int) []do { return []do{{ms, "down", finger, 500, 500}, {ms + 80, "up", finger, 0, 0}} }
	for _, c := range []struct {
		title string
		story []do
		want  string
	}{
		{"just before", []do{down, {minute - 1, "expire", 0, 0, 0}, {minute, "up", 1, 0, 0}}, "press tap"},
		{"just then", []do{down, {minute, "expire", 0, 0, 0}}, "press lift"},
		{"lifted long after", []do{down, {minute, "expire", 0, 0, 0}, {3 * minute, "up", 1, 0, 0}}, "press lift"},
		{"put down again", append([]do{down, {minute, "expire", 0, 0, 0}, {2 * minute, "up", 1, 0, 0}}, tap(3*minute, 1)...), "press lift press tap"},
		{"reported again without having been lifted", append([]do{down, {minute, "expire", 0, 0, 0}}, tap(2*minute, 1)...), "press lift"},
		{"another finger works", append([]do{down, {minute, "expire", 0, 0, 0}}, tap(2*minute, 2)...), "press lift press tap"},
		{"and drags", []do{down, {minute, "expire", 0, 0, 0}, {minute + 1, "down", 2, 50, 500}, {minute + 20, "move", 2, 50, 400}, {minute + 900, "up", 2, 0, 0}}, "press lift press scroll lift"},
		{"what it does is ignored", []do{down, {minute, "expire", 0, 0, 0}, {minute + 1, "move", 1, 50, 500}, {minute + 2, "expire", 0, 0, 0}}, "press lift"},
		{"trembling is no movement", []do{down, {minute / 2, "move", 1, 60, 60}, {minute, "expire", 0, 0, 0}}, "press lift"},
		{"a drag is", []do{down, {minute / 2, "move", 1, 50, 150}, {minute, "expire", 0, 0, 0}, {minute * 3 / 2, "expire", 0, 0, 0}}, "press scroll lift"},
		{"beside a finger in use", []do{down, {minute - 10, "down", 2, 500, 500}, {minute, "expire", 0, 0, 0}, {minute + 10, "up", 2, 0, 0}}, "press void lift"},
		{"beside one that stays", []do{down, {minute - 10, "down", 2, 500, 500}, {minute, "expire", 0, 0, 0}, {2 * minute, "expire", 0, 0, 0}}, "press void lift"},
		{"two at once", []do{down, {0, "down", 2, 500, 500}, {minute, "expire", 0, 0, 0}}, "press void lift"},
		{"the clock is set back", []do{down, {-minute, "expire", 0, 0, 0}, {-1, "expire", 0, 0, 0}, {0, "expire", 0, 0, 0}}, "press lift"},
		{"the clock is set on by an hour", []do{down, {10_000, "expire", 0, 0, 0}, {60 * minute, "expire", 0, 0, 0}, {60*minute + 49_999, "expire", 0, 0, 0}, {60*minute + 49_999, "up", 1, 0, 0}}, "press tap"},
		{"the clock is set on, and a minute passes", []do{down, {10_000, "expire", 0, 0, 0}, {60 * minute, "expire", 0, 0, 0}, {60*minute + 50_000, "expire", 0, 0, 0}}, "press lift"},
		{"a late frame", []do{down, {minute + 5000, "expire", 0, 0, 0}}, "press lift"},
		{"no finger at all", []do{{minute, "expire", 0, 0, 0}}, ""},
	} {
		var got []string
		for _, e := range play(c.story) {
			got = append(got, kinds[e.Kind])
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: %s, want %s", c.title, g, c.want)
		}
	}
}

// TestStuckOnce: each contact is reported once, with its place, at the time that Due has announced.
func TestStuckOnce(t *testing.T) {
	h := Hand{Slop: 24}
	if !h.Due().IsZero() {
		t.Errorf("without a finger something is due at %v", h.Due())
	}
	h.Down(1, image.Pt(50, 60), noon, false)
	h.Down(2, image.Pt(500, 600), noon.Add(time.Second), false)
	for _, want := range []image.Point{{50, 60}, {500, 600}} {
		due := h.Due()
		if _, stuck := h.Expire(due.Add(-1)); len(stuck) > 0 {
			t.Errorf("%v is stuck before its time", stuck)
		}
		if _, stuck := h.Expire(due); len(stuck) != 1 || stuck[0] != want {
			t.Errorf("%v is stuck, want %v", stuck, want)
		}
	}
	if _, stuck := h.Expire(noon.Add(time.Hour)); len(stuck) > 0 || !h.Due().IsZero() {
		t.Errorf("%v is reported again, or something is due at %v", stuck, h.Due())
	}
}

func TestPlaceOfATap(t *testing.T) {
	events := play([]do{{0, "down", 1, 50, 50}, {10, "move", 1, 52, 60}, {20, "up", 1, 0, 0}})
	if events[0].At != image.Pt(50, 50) || events[1].At != image.Pt(52, 60) {
		t.Errorf("pressed at %v, released at %v", events[0].At, events[1].At)
	}
}

func TestVelocity(t *testing.T) {
	for _, c := range []struct {
		title string
		story []do
		want  float64
	}{
		{"steady", []do{{0, "down", 1, 0, 900}, {50, "move", 1, 0, 850}, {100, "move", 1, 0, 800}, {100, "up", 1, 0, 0}}, 1000},
		{"the other way", []do{{0, "down", 1, 0, 100}, {50, "move", 1, 0, 200}, {50, "up", 1, 0, 0}}, -2000},
		{"only the last moments count", []do{{0, "down", 1, 0, 900}, {400, "move", 1, 0, 500}, {450, "move", 1, 0, 495}, {500, "move", 1, 0, 490}, {500, "up", 1, 0, 0}}, 100},
		{"two reports at one moment", []do{{0, "down", 1, 0, 900}, {0, "move", 1, 0, 860}, {0, "up", 1, 0, 0}}, 2500},
	} {
		events := play(c.story)
		if e := events[len(events)-1]; e.Kind != Fling || e.Velocity != c.want {
			t.Errorf("%s: %s at %v, want a fling at %v", c.title, kinds[e.Kind], e.Velocity, c.want)
		}
	}
}

// FuzzHand checks what is true of any fingers: what a touch began ends exactly
// once, and nothing fires that was voided or dragged.
func FuzzHand(f *testing.F) {
	f.Add([]byte{0, 1, 50, 5, 2, 1, 90, 5, 3, 1, 0, 9})
	f.Add([]byte{0, 1, 50, 5, 0, 2, 50, 5, 2, 1, 0, 0, 3, 1, 0, 1, 3, 2, 0, 200, 1, 1, 9, 0, 2, 1, 200, 8, 3, 1, 0, 0})
	f.Add([]byte{0, 1, 50, 5, 4, 0, 0, 0, 0, 1, 50, 255, 3, 1, 0, 0})
	f.Add([]byte{0, 1, 50, 0, 0, 2, 50, 127, 5, 0, 0, 127, 5, 0, 0, 127, 5, 0, 0, 127, 5, 0, 0, 127, 0, 3, 9, 0, 3, 3, 0, 1})
	f.Fuzz(func(t *testing.T, script []byte) {
		h := Hand{Slop: 24}
		now, touching, mayTap := noon, false, false
		for ; len(script) >= 4; script = script[4:] {
			now = now.Add(time.Duration(int8(script[3])) * time.Second / 8)
			e := act(&h, script[0], int(script[1]%4), image.Pt(int(script[2])*2, int(script[2])*5), now)
			begins, ends := e.Kind == Press || e.Kind == Catch, e.Kind >= Tap
			if begins && touching || !begins && e.Kind != None && !touching {
				t.Fatalf("%s while touching is %v", kinds[e.Kind], touching)
			}
			if e.Kind == Tap && !mayTap {
				t.Fatal("a tap after it was voided")
			}
			if v := e.Velocity; v != v || v > 1e6 || v < -1e6 {
				t.Fatalf("velocity %v", v)
			}
			if e.Kind != None {
				mayTap = e.Kind == Press
			}
			touching = (touching || begins) && !ends
			if touching != (len(h.down) > 0) || len(h.trace) > samples {
				t.Fatalf("after %s: %d fingers, %d samples", kinds[e.Kind], len(h.down), len(h.trace))
			}
		}
	})
}

func act(h *Hand, what byte, finger int, at image.Point, now time.Time) Event {
	switch what % 6 {
	case 0, 1:
		return h.Down(finger, at, now, what%6 == 1)
	case 2:
		return h.Move(finger, at, now)
	case 3:
		return h.Up(finger, now)
	case 4:
		return h.Cancel()
	}
	e, _ := h.Expire(now)
	return e
}
