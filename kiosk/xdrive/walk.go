package xdrive

import (
	"context"
	"fmt"
	"image"
	"time"
)

// Quiet is how long nothing is drawn once a movement is over: longer than the gap
// between two frames on a busy machine, shorter than a tick's step.
const Quiet = 400 * time.Millisecond

// Ready waits for the first picture that isn't plain.
func (s *Server) Ready(ctx context.Context, p *Program) error {
	for n := 0; ; n = s.Damage.Count() {
		m, err := s.Picture()
		if err != nil {
			return err
		}
		if !Plain(m) {
			return nil
		}
		if !p.Running() {
			return fmt.Errorf("the program ended: %q", p.Log())
		}
		if _, err := s.Damage.Wait(ctx, n); err != nil {
			return err
		}
	}
}

// A Step is a tap and the screen it must lead to.
type Step struct {
	At   image.Point
	Want string // the log's name of the screen
}

// Tour is a visitor's walk through every kind of screen, from the carousel and back to it.
var Tour = []Step{
	{Slide, "home"},
	{HomeCategory, "category"},
	{CategoryThird, "item"},
	{BackButton, "category"},
	{HomeButton, "home"},
	{BackButton, "attract"},
}

// Go taps, waits until the log names the wanted screen and the screen is at rest, and
// returns its picture.
func (s *Server) Go(ctx context.Context, p *Program, step Step) (*image.RGBA, error) {
	n, drawn := len(p.Log()), s.Damage.Count()
	if err := s.Tap(step.At); err != nil {
		return nil, err
	}
	if _, err := p.WaitLine(ctx, n, "msg=screen name="+step.Want+" "); err != nil {
		return nil, fmt.Errorf("tap at %v: %w", step.At, err)
	}
	if _, err := s.Damage.Wait(ctx, drawn); err != nil {
		return nil, fmt.Errorf("tap at %v to %s: %w", step.At, step.Want, err)
	}
	if err := s.Damage.Settle(ctx, Quiet); err != nil {
		return nil, fmt.Errorf("tap at %v to %s: %w", step.At, step.Want, err)
	}
	return s.Picture()
}
