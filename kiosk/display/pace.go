package display

import "time"

// rates are how often a surface draws while something moves.
type rates struct {
	attended   time.Duration // between frames that answer a finger
	unattended time.Duration // between frames of the carousel's transition
	tick       time.Duration // between steps of the progress marks
	polls      bool          // the news that a finger was lifted may arrive after the frame that it woke
}

// frameTime is the time between frames that answer a finger.
const frameTime = time.Second / 60

// pace decides when the next frame is due. It has no clock: time is an argument, the wake-up a result.
type pace struct {
	rates rates
	beat  time.Time // when the last moving frame was due
}

// demand is what the next frame is wanted for.
type demand struct {
	moving     bool        // something moves
	unattended bool        // and it is the carousel
	atOnce     bool        // there is work that this frame had no time for
	held       bool        // a finger is down
	due        []time.Time // when something changes by itself; zero times don't count
}

// idle is the longest time between frames.
const idle = time.Hour

// next returns when the next frame is due.
func (p *pace) next(now time.Time, d demand) time.Time {
	if d.moving {
		p.beat = nextBeat(p.beat, now, p.interval(d.unattended))
		return p.beat
	}
	if d.atOnce {
		return now
	}
	at := now.Add(idle)
	if d.held && p.rates.polls {
		at = now.Add(p.rates.attended)
	}
	for _, t := range d.due {
		if !t.IsZero() && t.Before(at) {
			at = t
		}
	}
	return at
}

// wait returns how long the moves of a finger wait after a frame was shown, so that a panel that reports more of
// them than are drawn doesn't draw each.
func (p *pace) wait(shown, now time.Time) time.Duration {
	return min(max(0, shown.Add(p.rates.attended).Sub(now)), p.rates.attended)
}

// nextBeat returns when the next moving frame is due: an interval after the last one was, so that late wake-ups
// don't add up; an interval from now if that is over, or if the last one isn't due yet.
func nextBeat(last, now time.Time, interval time.Duration) time.Time {
	next := last.Add(interval)
	if next.After(now) && !last.After(now) {
		return next
	}
	return now.Add(interval)
}

func (p *pace) interval(unattended bool) time.Duration {
	if unattended {
		return p.rates.unattended
	}
	return p.rates.attended
}

// step returns the moment that progress marks which began at since show at now.
func (p *pace) step(since, now time.Time) time.Time {
	return since.Add(now.Sub(since).Truncate(p.rates.tick))
}
