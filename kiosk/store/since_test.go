package store

import (
	"strings"
	"testing"
	"time"
)

var morning = time.Date(2026, 10, 1, 8, 0, 0, 0, time.UTC)

// A wait goes on while nothing changes; a change or a clock that is put back restarts it.
func TestSince(t *testing.T) {
	const wait = 10 * time.Second
	type look struct {
		at      time.Duration // from morning
		changed bool
		end     time.Duration // when the wait ends, from morning
		waiting bool
	}
	for _, c := range []struct {
		title string
		looks []look
	}{
		{"nothing changes", []look{{0, true, wait, true}, {wait - 1, false, wait, true}, {wait, false, wait, false}}},
		{"a change", []look{{0, true, wait, true}, {4 * time.Second, true, 14 * time.Second, true}, {wait, false, 14 * time.Second, true}}},
		{"the clock put back", []look{{0, true, wait, true}, {-time.Hour, false, wait - time.Hour, true}, {-time.Hour + wait, false, wait - time.Hour, false}}},
		{"the clock put back, but not behind the start", []look{{0, true, wait, true}, {5 * time.Second, false, wait, true}, {time.Second, false, wait, true}}},
		{"the clock put forward", []look{{0, true, wait, true}, {time.Hour, false, wait, false}}},
	} {
		var s since
		for _, l := range c.looks {
			now := morning.Add(l.at)
			s = s.renew(l.changed, now)
			if end, waiting := s.until(wait, now); !end.Equal(morning.Add(l.end)) || waiting != l.waiting {
				t.Errorf("%s: at %v the wait ends at %v (%v), want %v (%v)", c.title, l.at, end.Sub(morning), waiting, l.end, l.waiting)
			}
		}
	}
	var s since
	if _, waiting := s.renew(false, morning).until(wait, morning); waiting {
		t.Error("what nothing is known of is waited for")
	}
}

// Each row is a series of readings: when, what is seen, which files are held, and when the first of them is due. Times
// count from morning; 0 means that nothing is due.
func TestHolding(t *testing.T) {
	const half, hour = shortWait / 2, time.Hour
	type look struct {
		at   time.Duration
		sees string
		hold string
		next time.Duration
	}
	for _, c := range []struct {
		title string
		begin func() holding
		looks []look
	}{
		{"part of a file", holdPartial, []look{{0, "a", "x", shortWait}, {half, "a", "x", shortWait}, {shortWait, "a", "", 0}, {hour, "a", "", 0}}},
		{"part of a file, and more of it", holdPartial, []look{{0, "a", "x", shortWait}, {half, "b", "x", half + shortWait}, {shortWait, "b", "x", half + shortWait}}},
		{"part of a file, then the whole", holdPartial, []look{{0, "a", "x", shortWait}, {half, "", "", 0}, {shortWait, "a", "x", shortWait + shortWait}}},
		{"part of a file, the clock put back", holdPartial, []look{{hour, "a", "x", hour + shortWait}, {0, "a", "x", shortWait}, {shortWait, "a", "", 0}}},

		{"an image", holdImages, []look{{0, "a", "x", longestWait}, {hour, "a", "", 0}}},
		{"an image, and another", holdImages, []look{{0, "a", "x", longestWait}, {half, "ab", "x", longestWait}, {longestWait, "ab", "x", half + longestWait}}},
		{"an image that arrives", holdImages, []look{{0, "a", "x", longestWait}, {half, "", "", 0}, {hour, "a", "x", hour + longestWait}}},
		{"an image, the clock put back", holdImages, []look{{hour, "a", "x", hour + longestWait}, {0, "a", "x", longestWait}}},
		{"an image, with nothing shown as yet", holdFirst, []look{{0, "a", "", 0}, {half, "a", "", 0}, {hour, "ab", "x", hour + longestWait}}},
		{"an image, the program started again", holdResumed, []look{{0, "a", "x", longestWait - shortWait}, {longestWait - shortWait, "a", "", 0}}},
		{"an image, started again with the clock put back", holdResumed, []look{{-hour, "a", "x", longestWait - hour}}},

		{"a file that has gone", holdVanished, []look{{0, "a", "a", shortWait}, {half, "a", "a", shortWait}, {shortWait, "a", "", 0}}},
		{"a file, and another", holdVanished, []look{{0, "a", "a", shortWait}, {half, "ab", "ab", half + shortWait}, {half + shortWait, "ab", "", 0}}},
		{"many files", holdVanished, []look{{0, "abcd", "abcd", longestWait}, {longestWait, "abcd", "", 0}, {hour, "a", "a", hour + shortWait}}},
		{"many files, and some are back", holdVanished, []look{{0, "abcd", "abcd", longestWait}, {half, "ab", "ab", half + longestWait}}},
		{"many files, and all are back", holdVanished, []look{{0, "abcd", "abcd", longestWait}, {half, "", "", 0}, {hour, "ab", "ab", hour + shortWait}}},
		{"a file that has gone, the clock put back", holdVanished, []look{{hour, "a", "a", hour + shortWait}, {0, "a", "a", shortWait}}},
	} {
		hold := c.begin()
		for _, l := range c.looks {
			paths, next := hold(l.sees, morning.Add(l.at))
			var due time.Duration
			if !next.IsZero() {
				due = next.Sub(morning)
			}
			if got := strings.Join(paths, ""); got != l.hold || due != l.next {
				t.Errorf("%s: at %v it holds %q until %v, want %q until %v", c.title, l.at, got, due, l.hold, l.next)
			}
		}
	}
}

// holding is one of the three trackers, fed with letters: what a file holds, the images missing, or the files gone.
type holding func(sees string, now time.Time) (paths []string, next time.Time)

func holdPartial() holding {
	var p partialFiles
	good := item(1, "甲")
	part, _, _ := strings.Cut(good, "basis")
	return func(sees string, now time.Time) ([]string, time.Time) {
		data := good
		if sees != "" {
			data = strings.Replace(part, "甲", sees, 1)
		}
		return p.toHold(texts{"x": []byte(data)}, texts{"x": []byte(good)}, now)
	}
}

func holdImages() holding { return holdMissing(new(awaitedImages), false) }
func holdFirst() holding  { return holdMissing(new(awaitedImages), true) }

// holdResumed begins with the record of a process that had been waiting for an image.
func holdResumed() holding {
	r := record{waiting: map[string]since{"a": {morning.Add(-shortWait)}}}
	data, err := r.encode()
	if err != nil {
		panic(err)
	}
	if r, err = decode(data); err != nil {
		panic(err)
	}
	var k keeper
	k.resume(r)
	return holdMissing(&k.awaited, false)
}

func holdMissing(a *awaitedImages, first bool) holding {
	return func(sees string, now time.Time) ([]string, time.Time) {
		missing := strings.Split(sees, "")
		paths, next := a.toHold(scan{arriving: missing, names: map[string][]string{"x": missing}}, first, now)
		first = false
		return paths, next
	}
}

func holdVanished() holding {
	var v vanishedFiles
	return func(sees string, now time.Time) ([]string, time.Time) {
		return v.toHold(strings.Split(sees, ""), 10, now)
	}
}
