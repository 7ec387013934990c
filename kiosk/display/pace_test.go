package display

import (
	"testing"
	"time"
)

// ms is a time some milliseconds after noon.
func ms(n int) time.Time { return noon.Add(time.Duration(n) * time.Millisecond) }

// TestPace: each frame is due when something is to be seen, and none before.
func TestPace(t *testing.T) {
	r := rates{attended: 16 * time.Millisecond, unattended: 32 * time.Millisecond, tick: 2 * time.Second}
	polling := r
	polling.polls = true
	never := time.Time{}
	for _, c := range []struct {
		name   string
		rates  rates
		beat   int // ms: when the last moving frame was due
		demand demand
		want   int // ms after noon, which is now
	}{
		{"at rest", r, -5000, demand{}, int(idle / time.Millisecond)},
		{"at rest, things to come", r, -5000, demand{due: []time.Time{never, ms(900), ms(300), never}}, 300},
		{"something overdue", r, -5000, demand{due: []time.Time{ms(-20)}}, -20},
		{"something moves", r, 0, demand{moving: true, due: []time.Time{ms(5)}}, 16},
		{"a transition of the carousel", r, 0, demand{moving: true, unattended: true}, 32},
		{"work left over", r, 0, demand{atOnce: true, due: []time.Time{ms(300)}}, 0},
		{"work left over while something moves", r, 0, demand{moving: true, atOnce: true}, 16},
		{"a finger is down", r, 0, demand{held: true, due: []time.Time{ms(300)}}, 300},
		{"a finger is down, and its news may be late", polling, 0, demand{held: true, due: []time.Time{ms(300)}}, 16},
		{"no finger is down", polling, 0, demand{due: []time.Time{ms(300)}}, 300},
	} {
		p := pace{rates: c.rates, beat: ms(c.beat)}
		if got := p.next(noon, c.demand); !got.Equal(ms(c.want)) {
			t.Errorf("%s: due after %v, want %d ms", c.name, got.Sub(noon), c.want)
		}
	}
}

// TestBeat: frames that are late don't shift the ones after them, and none is due in the past.
func TestBeat(t *testing.T) {
	const interval = 16 * time.Millisecond
	for _, c := range []struct {
		name            string
		last, now, want int
	}{
		{"on time", 0, 0, 16},
		{"a little late", 0, 3, 16},
		{"missed one", 0, 20, 36},
		{"a finger came first", 10, 4, 20},
		{"after a rest", -5000, 0, 16},
	} {
		if got := nextBeat(ms(c.last), ms(c.now), interval); !got.Equal(ms(c.want)) {
			t.Errorf("%s: due after %v, want %d ms", c.name, got.Sub(noon), c.want)
		}
	}
}

// TestBeatsAreEven: however late each wake-up is, as long as it is less than an interval, as many frames are due as at an even pace.
func TestBeatsAreEven(t *testing.T) {
	p := pace{rates: rates{attended: 16 * time.Millisecond}}
	now, late := noon, []int{0, 9, 3, 15, 1, 14}
	for i := range 600 {
		now = p.next(now, demand{moving: true}).Add(time.Duration(late[i%len(late)]) * time.Millisecond)
	}
	if took := p.beat.Sub(noon); took != 600*16*time.Millisecond {
		t.Errorf("600 frames take %v", took)
	}
}

// TestProgressStep: the marks move in whole steps from the moment at which the slide began.
func TestProgressStep(t *testing.T) {
	p := pace{rates: rates{tick: 2 * time.Second}}
	for now, want := range map[int]int{0: 0, 1999: 0, 2000: 2000, 5500: 4000} {
		if got := p.step(noon, ms(now)); !got.Equal(ms(want)) {
			t.Errorf("after %d ms the marks show %v", now, got.Sub(noon))
		}
	}
}

// TestMovesWait: moves of a finger wait for the next frame's time, and no longer, even if the clock was set back.
func TestMovesWait(t *testing.T) {
	p := pace{rates: rates{attended: 16 * time.Millisecond}}
	for now, want := range map[int]int{0: 16, 5: 11, 16: 0, 900: 0, -3000: 16} {
		if got := p.wait(noon, ms(now)); got != time.Duration(want)*time.Millisecond {
			t.Errorf("%d ms after a frame: %v, want %d ms", now, got, want)
		}
	}
	if onlyMoves(nil) || !onlyMoves([]contact{{phase: move}}) || onlyMoves([]contact{{phase: move}, {phase: up}}) {
		t.Error("only moves wait")
	}
}
