package blackbox

import (
	"fmt"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// Step is an entry that has been run again.
type Step struct {
	Entry
	State session.State // after it
	// Forced reports that the event was hidden, or led elsewhere, and that the recorded screen was put in its place; Lacking
	// that the content has no such screen.
	Forced, Lacking bool
	Fault           string // what the event's step panicked with; "": it didn't
}

// Replay runs a box's events on a catalogue, which should be of the box's revision.
func (b Box) Replay(c *catalogue.Catalogue, zone *time.Location) []Step {
	return b.replay(c, zone, session.Step)
}

// replay runs the events with a function that is session.Step.
func (b Box) replay(c *catalogue.Catalogue, zone *time.Location, run runner) []Step {
	if len(b.Entries) == 0 {
		return nil
	}
	first := b.Entries[0]
	begin := time.Unix(first.At, 0).In(zone)
	s := session.Start(begin, !first.Doubted)
	s.Panel, s.Proof, s.Name = b.Panel, b.Proof, b.Name
	s = session.Step(s, begin, session.Content{Catalogue: c})
	var steps []Step
	for _, to := range b.Entries {
		step := run.entry(s, to, zone)
		steps = append(steps, step)
		s = step.State
	}
	return steps
}

type runner func(session.State, time.Time, session.Event) session.State

// entry runs one entry from a state.
func (run runner) entry(s session.State, to Entry, zone *time.Location) (step Step) {
	step = Step{Entry: to, State: s}
	at := time.Unix(to.At, 0).In(zone)
	defer func() {
		if r := recover(); r != nil {
			step.Fault = fmt.Sprint(r)
		}
	}()
	e, ok := to.event(s)
	if !ok {
		e = session.Tick{}
	}
	step.State = run(s, at, e)
	step.State.Clock = !to.Doubted
	if nameOf(step.State.View.Screen, step.State) == to.On && step.State.Top().Kind.String() == to.Sheet {
		step.Forced = !ok && to.Event != content
		return step
	}
	step.Forced = true
	step.State, ok = forced(step.State, to)
	step.Lacking = !ok
	return step
}

// forced returns a state on the screen that an entry names, if the content has it.
func forced(s session.State, to Entry) (session.State, bool) {
	v, ok := screenOf(to.On, s)
	if !ok {
		return s, false
	}
	if v != s.View.Screen {
		s.View = session.View{Screen: v}
		s.SlideAt = s.Now
	}
	s.Motion, s.Warned, s.Sheet = session.Motion{}, to.Sheet == session.IdleWarning.String(), session.Sheet{}
	if v.Kind != session.Attract && v.Kind != session.Night && len(s.Trail) == 0 && session.Slides(s) > 0 {
		s.Trail = []session.View{{Screen: session.SlideAt(s, 0)}}
	}
	kinds := []session.SheetKind{session.Accessibility, session.Takeaway, session.Urgent}
	if i := slices.IndexFunc(kinds, func(k session.SheetKind) bool { return k.String() == to.Sheet }); i >= 0 {
		s.Sheet.Kind = kinds[i]
	}
	return s, true
}
