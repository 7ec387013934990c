package session

import "testing"

// TestReducedMotion checks what takes the place of each movement in reduced motion.
func TestReducedMotion(t *testing.T) {
	for by, want := range map[MotionKind]MotionKind{
		Still: Still, Slide: Plain, Fold: Plain, Forward: Plain, Back: Plain, Rise: Still, Sink: Still, Plain: Plain, Dim: Dim, Wake: Wake,
	} {
		s := withClock(sample(1, 2), morning)
		if s.Mode.Reduced = true; startMotion(s, by, s.View).Motion.Kind != want {
			t.Errorf("%d becomes %d, want %d", by, startMotion(s, by, s.View).Motion.Kind, want)
		}
		if s.Mode.Reduced = false; startMotion(s, by, s.View).Motion.Kind != by {
			t.Errorf("%d becomes %d without reduced motion", by, startMotion(s, by, s.View).Motion.Kind)
		}
	}
}
