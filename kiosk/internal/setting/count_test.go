package main

import (
	"math"
	"strings"
	"testing"
	"time"
)

// chars makes a line of squares; ' ' halves the character before it.
func chars(text string) (l line) {
	x := 0.
	for _, r := range text {
		if r == ' ' {
			l.chars[len(l.chars)-1].wide, x = em/2, x-em/2
			continue
		}
		l.chars = append(l.chars, char{r, x, em})
		x += em
	}
	return l
}

func TestEdges(t *testing.T) {
	for text, want := range map[string][2]bool{
		"文文": {}, "文。 ": {}, "《 文》 ": {}, "文…文": {}, "…文": {true, false},
		"文。": {false, true}, "《文": {true, false}, "，文（": {true, true}, "文“ ": {false, true}, "。 文": {true, false},
	} {
		if start, end := wrongAt(chars(text)); start != want[0] || end != want[1] {
			t.Errorf("%s: %v, %v", text, start, end)
		}
	}
}

// TestCount counts two paragraphs, one with a lonely end and a stop at full width.
func TestCount(t *testing.T) {
	var lines []line
	for i, text := range []string{"文文文文", "文文文。", "文。 ", "文"} {
		l := chars(text)
		l.paragraph, l.last = i/3, i >= 2
		lines = append(lines, l)
	}
	c := count(lines, 4*em, map[int]bool{0: true})
	if c.lines != 4 || c.edges != 1 || c.lonely != 1 || c.parted != 0 || math.Abs(c.ragged-6.25) > 1e-9 || c.filled != 0 {
		t.Errorf("%+v", c)
	}
}

// TestReadRules checks that cases and failures are counted by test.
func TestReadRules(t *testing.T) {
	rules, bad := readRules([]byte(`{"Action":"attr","Test":"B","Key":"rule","Value":"two"}
{"Action":"attr","Test":"B","Key":"cases","Value":"9"}
{"Action":"output","Test":"B","Output":"    a_test.go:7: wrong\n"}
{"Action":"attr","Test":"A","Key":"rule","Value":"one"}
{"Action":"build-output","Output":"no such name"}
`))
	if len(rules) != 2 || rules[0].name != "one" || *rules[1] != (held{"two", 9, 1}) || bad != "no such name" {
		t.Errorf("%+v, %q", rules, bad)
	}
}

func TestReadPlaces(t *testing.T) {
	page, err := readPlaces(`<script id="places">[[0,25991,0,40,10],[0,12290,40,20,10],[0,25991,0,40,70],[1,25991,0,40,150]]</script>`)
	if err != nil || len(page.lines) != 3 || page.lines[0].last || !page.lines[1].last || page.lines[0].chars[1] != (char{'。', 40, 20}) {
		t.Errorf("%+v, %v", page, err)
	}
	for _, dom := range []string{"", `id="places"></script>`, `id="places">[]</script>`} {
		if _, err := readPlaces(dom); err == nil {
			t.Errorf("%q is no page", dom)
		}
	}
}

func TestParted(t *testing.T) {
	for text, want := range map[string]bool{"令第|711号": true, "令第711|号）": true, "令|第711号": false, "71|1号": true, "2006|〕10": false} {
		a, b, _ := strings.Cut(text, "|")
		if got := parted([]line{chars(a), chars(b)}, 0); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestTorn checks that a paragraph with a line that isn't full counts as ragged.
func TestTorn(t *testing.T) {
	full, short := chars("文文文文"), chars("文文文")
	short.paragraph = 1
	if got := torn([]line{full, short}, 4*em); got[0] || !got[1] {
		t.Error(got)
	}
	stretched := chars("文文文")
	stretched.chars[2].x += 8
	if got := room(stretched); math.Abs(got-.2) > 1e-9 {
		t.Errorf("room %v", got)
	}
}

func TestReadTimes(t *testing.T) {
	laid, painted, err := readTimes("laid 0.5 0.25 2e-3\npainted 1 1 0.75\n")
	if err != nil || laid != (times{500 * time.Millisecond, 250 * time.Millisecond, 2 * time.Millisecond}) || painted.best != 750*time.Millisecond {
		t.Error(laid, painted, err)
	}
	if _, _, err := readTimes("laid 1 1"); err == nil {
		t.Error("half an answer was read")
	}
}
