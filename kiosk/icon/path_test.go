package icon

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"
)

// show formats a path with absolute commands and positions in units.
func show(path []Segment) string {
	var b strings.Builder
	for _, s := range path {
		b.WriteByte("MLQCZ"[s.Op])
		for i, p := range points(s) {
			fmt.Fprintf(&b, "%s%g,%g", " "[:min(i, 1)], float64(p.X)/64, float64(p.Y)/64)
		}
	}
	return b.String()
}

func TestReadPath(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"", ""},
		{" \n\t", ""},
		{"M1 2", "M1,2"},
		{"M1,2L3,4", "M1,2L3,4"},
		{"M1 2 3 4 5 6", "M1,2L3,4L5,6"},
		{"m1 2 3 4 5 6", "M1,2L4,6L9,12"},
		{"M1 1h2v3H9V8", "M1,1L3,1L3,4L9,4L9,8"},
		{"M1 1h1 2 3", "M1,1L2,1L4,1L7,1"},
		{"M0 0C1 2 3 4 5 6", "M0,0C1,2 3,4 5,6"},
		{"M1 1c1 2 3 4 5 6s1 1 2 2", "M1,1C2,3 4,5 6,7C8,9 7,8 8,9"},
		{"M1 1S2 2 3 3", "M1,1C1,1 2,2 3,3"},
		{"M0 0L4 4S2 2 3 3", "M0,0L4,4C4,4 2,2 3,3"},
		{"M0 0Q1 2 3 4T7 8", "M0,0Q1,2 3,4Q5,6 7,8"},
		{"M0 0q1 2 3 4t4 4t1 1", "M0,0Q1,2 3,4Q5,6 7,8Q9,10 8,9"},
		{"M0 0T2 2", "M0,0Q0,0 2,2"},
		{"M1 1L2 2Z", "M1,1L2,2Z"},
		{"M1 1L2 2zM5 5l1 1", "M1,1L2,2ZM5,5L6,6"},
		{"M1 1L2 2zl3 3", "M1,1L2,2ZM1,1L4,4"},
		{"M1 1L2 2zm3 3", "M1,1L2,2ZM4,4"},
		{"M.5.5-1-1+2+2", "M0.5,0.5L-1,-1L2,2"},
		{"M1e1 5E-1l.25e+1,1.", "M10,0.5L12.5,1.5"},
		{"M1 1 , 2 2\f,\r3 3", "M1,1L2,2L3,3"},
		{"M1 1A0 5 0 0 1 9 9", "M1,1L9,9"},
		{"M1 1A5 5 0 0 1 1 1", "M1,1L1,1"},
		{"M0 0a8 8 0 008 8", "M0,0C0,4.421875 3.578125,8 8,8"},
		{"M0 0a8 8 0 0 1 8 8", "M0,0C4.421875,0 8,3.578125 8,8"},
		{"M0 0a1 1 0 018 0", "M0,0C0,-2.203125 1.796875,-4 4,-4C6.203125,-4 8,-2.203125 8,0"},
		{"M0 0a8 4 90 0 1 4-8", "M0,0C0,-4.421875 1.796875,-8 4,-8"},
		{"M0 0a-8-8 0 0 1 8 8", "M0,0C4.421875,0 8,3.578125 8,8"},
	} {
		path, err := readPath(c.data)
		if err != nil {
			t.Errorf("%q: %v", c.data, err)
		} else if got := show(path); got != c.want {
			t.Errorf("%q is %s, want %s", c.data, got, c.want)
		}
	}
}

func TestReadPathFaults(t *testing.T) {
	for data, want := range map[string]string{
		"L1 1":                 "byte 0: a path begins",
		"1 1":                  "byte 0: '1' is no command",
		"M1":                   "byte 2: a number is missing",
		"M1,":                  "byte 3: a number",
		"M1,,2":                "byte 3: a number",
		"M,1 2":                "byte 1: a number",
		"M1 1 2":               "byte 6: a number",
		"M1 1Z2":               "byte 5: '2' is no command",
		"M1 1X":                "byte 4: 'X' is no command",
		"M1 1,":                "byte 4: ',' is no command",
		"M1 1\x0c\x11":         "is no command",
		"M1 1L-":               "a number is missing",
		"M1 1L.":               "a number is missing",
		"M1 1a1 1 0 2 0 1 1":   "byte 11: an arc's flag",
		"M1e9 1":               "out of all bounds",
		"M0 0C1e9 0 1 1 2 2":   "out of all bounds",
		"M0 0A1e9 1 0 1 1 2 2": "out of all bounds",
		"M1e999 1":             "out of range",
	} {
		path, err := readPath(data)
		if err == nil || !strings.Contains(err.Error(), want) || path != nil {
			t.Errorf("%q: %v with path %v, want %q", data, err, path, want)
		}
	}
}

// FuzzReadPath: never a panic, and every contour starts with a Move and is within the bounds.
func FuzzReadPath(f *testing.F) {
	for _, seed := range []string{"M0 0", "m1.5.5-2e1zl3 3", "M5 24a19 19 0 1 0 38 0z", "M0 0a1 2 30 018-3", "M0 0q1 2 3 4t4 4t1 1", "M1 1S2 2 3 3c1 1", "M9e9 1A"} {
		f.Add(seed)
	}
	for _, parts := range drawings {
		for _, p := range parts {
			f.Add(p.data)
		}
	}
	f.Fuzz(func(t *testing.T, data string) {
		path, err := readPath(data)
		if err != nil && path != nil {
			t.Fatal("a path beside an error")
		}
		open := false
		for _, s := range path {
			if s.Op == Move {
				open = true
			} else if !open {
				t.Fatalf("op %d outside a contour", s.Op)
			}
			open = open && s.Op != Close
			for _, p := range points(s) {
				if p.X < -far || p.Y < -far || p.X > far || p.Y > far {
					t.Fatalf("(%v, %v) is out of bounds", p.X, p.Y)
				}
			}
		}
	})
}

const far = fixed.Int26_6(limit * 64)
