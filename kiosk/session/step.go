package session

import "time"

// Start is the state at the start of the program: the carousel's first slide,
// or Preparing where there is nothing to show.
func Start(now time.Time, clock bool) State { return State{Now: now, Clock: clock} }

// Step is the state after an event, at the time the event carries or else at
// the State's own. It changes nothing in its argument.
func Step(s State, now time.Time, e Event) State { return s }

// Next is when the next Tick is due, if ever: the slide's end, the clock's next minute, the
// idle return, the end of a movement.
func Next(s State) (time.Time, bool) { return time.Time{}, false }
