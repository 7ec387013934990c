package store

import (
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// Each letter of a story is a reading, 150 ms after the one before; T marks those that a
// snapshot is made of.
func TestSettling(t *testing.T) {
	for _, c := range []struct{ title, readings, want string }{
		{"nothing changes", "aaaa", "...."},
		{"a change, and rest", "abbb", "..T."},
		{"one change after another", "abcddd", "....T."},
		{"a change that is taken back", "abaa", "...."},
		{"and then another", "abacc", "....T"},
		{"two states by turns, for ever", "abcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbc", "...................................T..."},
	} {
		now := time.Date(2026, 10, 1, 8, 0, 0, 0, time.UTC)
		q := settling{taken: reading('a'), rested: true}
		got := ""
		for _, r := range c.readings {
			take, moving, again := q.look(reading(r), now)
			if len(moving) > 0 != (take && strings.HasSuffix(c.title, "for ever")) {
				t.Errorf("%s: %q is moving", c.title, moving)
			}
			if (again == quiet) == (take || !q.moving && reading(r).same(q.taken)) {
				t.Errorf("%s: read again in %v", c.title, again)
			}
			got += map[bool]string{true: "T", false: "."}[take]
			now = now.Add(quiet)
		}
		if got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.title, got, c.want)
		}
	}
}

func reading(r rune) scan {
	return scan{files: []catalogue.File{{Path: "x", Data: []byte(string(r))}}}
}

func TestSame(t *testing.T) {
	base := func() scan {
		sc := reading('a')
		sc.fault("y", errPipe)
		return sc
	}
	if !base().same(base()) {
		t.Error("differs from itself")
	}
	for title, change := range map[string]func(*scan){
		"bytes":   func(s *scan) { s.files[0].Data = []byte("b") },
		"path":    func(s *scan) { s.files[0].Path = "z" },
		"fewer":   func(s *scan) { s.files = nil },
		"unread":  func(s *scan) { s.unread = nil },
		"problem": func(s *scan) { s.problems[0].Message = "" },
		"broken":  func(s *scan) { s.broken = true },
	} {
		other := base()
		change(&other)
		if other.same(base()) {
			t.Errorf("another %s is called the same", title)
		}
	}
}
