package main

import (
	"fmt"
	"image"
	"os"
	"time"

	"gongkai/kiosk/xdrive"
)

// This file counts frames by what is drawn on the glass: under a dragging finger, and during an
// unattended change of slides.

const (
	dragTime  = 2 * time.Second
	dragPace  = time.Second / 120 // between two motions of the finger
	dragReach = 300               // px up, and down again
	slideTime = 1100 * time.Millisecond
)

// oneFrame is the longest time between the parts of a frame; the next frame follows after 16 ms.
const oneFrame = 6 * time.Millisecond

// frames groups the times of drawing into frames, and returns when each began.
func frames(drawn []time.Time) []time.Time {
	var out []time.Time
	for _, at := range drawn {
		if len(out) == 0 || at.Sub(out[len(out)-1]) > oneFrame {
			out = append(out, at)
		}
	}
	return out
}

// rhythm is the frame rate of each run, per second, and the gaps between frames, ms.
type rhythm struct{ rates, gaps []float64 }

// note adds the times of drawing of a run.
func (r *rhythm) note(drawn []time.Time) {
	at := frames(drawn)
	if len(at) < 2 {
		r.rates = append(r.rates, 0)
		return
	}
	for i := range at[1:] {
		r.gaps = append(r.gaps, ms(at[i+1].Sub(at[i])))
	}
	r.rates = append(r.rates, float64(len(at)-1)/at[len(at)-1].Sub(at[0]).Seconds())
}

// addRhythm adds a rhythm to the report.
func (b *bench) addRhythm(when string, r rhythm) {
	b.add("frames a second "+when, "", r.rates...)
	b.add("from one of them to the next", "ms", r.gaps...)
}

// measureFrames uses the shipped catalogue in the largest text, where an item scrolls, with slides
// of 5 s. Before those of items 3 and 4 the leaf moves; where it stays, nothing is drawn until the text appears.
func (b *bench) measureFrames() error {
	dir, err := os.MkdirTemp("", "kiosk-bench-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	content, err := b.content(dir, "# text = 1.0", "text = 2.0", "# [carousel]\n# dwell_seconds = 15", "[carousel]\ndwell_seconds = 5")
	if err != nil {
		return err
	}
	var turns, drags rhythm
	for range 3 {
		err := b.session(func(s *xdrive.Server, p *xdrive.Program) error {
			for _, item := range []int{3, 4} {
				drawn, err := turn(b, s, p, item)
				if err != nil {
					return err
				}
				turns.note(drawn)
			}
			if _, err := s.Go(b.ctx, p, xdrive.Step{At: xdrive.Slide, Want: "item"}); err != nil {
				return err
			}
			drawn, err := drag(b, s)
			drags.note(drawn)
			return err
		}, "--content", content)
		if err != nil {
			return err
		}
	}
	b.addRhythm("while a slide gives way to the next", turns)
	b.addRhythm("under a finger that drags", drags)
	return nil
}

// turn waits for an item's slide and returns what was drawn until then.
func turn(b *bench, s *xdrive.Server, p *xdrive.Program, item int) ([]time.Time, error) {
	if _, err := p.WaitLine(b.ctx, 0, fmt.Sprintf("msg=screen name=attract item=%d ", item)); err != nil {
		return nil, err
	}
	before := s.Damage.Count()
	time.Sleep(slideTime)
	return s.Damage.Since(before), nil
}

// drag drags a page up and down and returns what was drawn meanwhile.
func drag(b *bench, s *xdrive.Server) ([]time.Time, error) {
	if err := s.Damage.Settle(b.ctx, xdrive.Quiet); err != nil {
		return nil, err
	}
	from := image.Pt(600, 1300)
	if err := s.Press(from); err != nil {
		return nil, err
	}
	began, before := time.Now(), 0
	for i := 1; time.Duration(i)*dragPace < dragTime; i++ {
		time.Sleep(time.Until(began.Add(time.Duration(i) * dragPace)))
		y := i * 5 % (2 * dragReach)
		if err := s.Move(from.Sub(image.Pt(0, min(y, 2*dragReach-y)))); err != nil {
			return nil, err
		}
		if i == 12 { // the finger has strayed far enough to drag
			before = s.Damage.Count()
		}
	}
	drawn := s.Damage.Since(before)
	return drawn, s.Release()
}
