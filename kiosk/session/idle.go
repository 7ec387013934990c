package session

import "time"

// leastReturn is the shortest idle time that kiosk.toml may ask for.
const leastReturn = 30 * time.Second

// touch notes a touch. Under a finger that stays down it is the moment it was put there.
func touch(s State) State {
	if !s.Holding {
		s.Touched = s.Now
	}
	return s
}

// press stops whatever moves: a movement jumps to its end, the carousel waits.
func press(s State) State {
	s = touch(s)
	s.Holding = true
	s.Motion = Motion{}
	return s
}

// lift lets time run again. A slide that was held begins its dwell anew, so that
// it doesn't vanish from under the eyes of the one who held it.
func lift(s State) State {
	s.Holding = false
	s = touch(s)
	s.SlideAt = s.Now
	return s
}

// idleEnd is when the carousel comes back, if it does: counted from the last
// touch, never under a finger.
func idleEnd(s State) (time.Time, bool) {
	if s.View.Kind == Attract || s.View.Kind == Preparing || s.Holding {
		return time.Time{}, false
	}
	return s.Touched.Add(max(s.Catalogue.Settings.Return, leastReturn)), true
}

// giveBack returns to the carousel, where it was left, when nobody is there any more.
func giveBack(s State) State {
	if end, ok := idleEnd(s); ok && !s.Now.Before(end) {
		return leave(s)
	}
	return s
}
