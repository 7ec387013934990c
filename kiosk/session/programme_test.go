package session

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// shipped returns the catalogue that the program comes with.
func shipped(t *testing.T) *catalogue.Catalogue {
	t.Helper()
	const dir = "../../content/"
	var files []catalogue.File
	add := func(path string) {
		data, err := os.ReadFile(dir + path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, catalogue.File{Path: path, Data: data})
	}
	add("kiosk.toml")
	items, err := os.ReadDir(dir + "items")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range items {
		add("items/" + f.Name())
	}
	c, _ := catalogue.Parse(files)
	return c
}

// composed returns the names of some slides' compositions, or of those of rows alone.
func composed(all []slide, rows bool) string {
	var names []string
	for _, sl := range all {
		if !rows || sl.Number > 0 {
			names = append(names, sl.composition.String())
		}
	}
	return strings.Join(names, " ")
}

// TestRows checks the compositions of the shipped rows against the design's.
func TestRows(t *testing.T) {
	c := shipped(t)
	if got, want := composed(rowSlides(c), true), "short head long head long long figure head long head figure long head long"; got != want {
		t.Errorf("without a question: %s, want %s", got, want)
	}
	i, _ := c.Find(6)
	c.Items[i].Ask = []string{"家里有", "残疾人？"}
	if got, want := composed(rowSlides(c), true), "short head long head long ask figure head long head figure long head long"; got != want {
		t.Errorf("with a question: %s, want %s", got, want)
	}
	if got, want := composed(rowSlides(c), false), "index short head long group head long ask figure head long head figure long head long"; got != want {
		t.Errorf("the catalogue's slides: %s, want %s", got, want)
	}
}

// TestNoticesAmongRows checks the places of notices among the shipped catalogue's slides: those of the design's round.
func TestNoticesAmongRows(t *testing.T) {
	c := shipped(t)
	for file, top := range map[string]bool{"a": true, "b": false, "c": false, "d": false} {
		c.Notices = append(c.Notices, catalogue.Notice{File: file, Title: "示例", Pinned: top})
	}
	slices.SortFunc(c.Notices, func(a, b catalogue.Notice) int { return strings.Compare(a.File, b.File) })
	var names []string
	for _, sl := range programme(c, []int{0, 1, 2, 3}, true) {
		switch {
		case sl.Notice != "":
			names = append(names, sl.Notice)
		case sl.Number > 0:
			names = append(names, fmt.Sprint(sl.Number))
		default:
			names = append(names, sl.composition.String())
		}
	}
	const want = "index 1 2 a 3 b group 4 a 5 c 6 7 a 8 d 9 10 a 11 12 13 a 14"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// random returns a catalogue of items and of notices, some of them pinned, whose texts are of any length.
func random(r *rand.Rand, items, notices, top int) (*catalogue.Catalogue, []int) {
	c := &catalogue.Catalogue{Settings: catalogue.Settings{Dwell: 15 * time.Second}}
	for i := range items {
		it := catalogue.Item{Number: i + 1, Category: fmt.Sprint("A", r.IntN(1+items/2)), Title: strings.Repeat("题", 1+r.IntN(20))}
		for range 1 + r.IntN(8) {
			it.Content = append(it.Content, catalogue.Element{Text: strings.Repeat("字", 1+r.IntN(1+r.IntN(120)))})
		}
		if r.IntN(10) == 0 {
			it.Ask = []string{"示例？"}
		}
		c.Items = append(c.Items, it)
	}
	var onAir []int
	for i := range notices {
		c.Notices = append(c.Notices, catalogue.Notice{File: fmt.Sprint("n", i), Title: "示例", Body: strings.Repeat("字", r.IntN(200)), Pinned: i < top})
		onAir = append(onAir, i)
	}
	return c, onAir
}

// TestProgramme checks the rules of the carousel on catalogues of every size.
func TestProgramme(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, items := range []int{1, 2, 3, 14, 60, 500} {
		for _, notices := range []int{0, 1, 2, 5, 40} {
			for range 20 {
				c, onAir := random(r, items, notices, r.IntN(notices+1))
				if t.Failed() {
					return
				}
				all := programme(c, onAir, true)
				checkOnce(t, c, all)
				checkVaried(t, c, all)
				checkNotices(t, c, all)
				checkPinned(t, all)
			}
		}
	}
}

// checkOnce checks that each slide has a name of its own, and each row, category and notice a slide.
func checkOnce(t *testing.T, c *catalogue.Catalogue, all []slide) {
	t.Helper()
	seen := make(map[Screen]bool)
	for _, sl := range all {
		if seen[sl.Screen] {
			t.Errorf("%v is shown twice under one name", sl.Screen)
		}
		seen[sl.Screen] = true
	}
	rows := make(map[string]int)
	for _, it := range c.Items {
		rows[it.Category]++
		if !seen[Screen{Kind: Attract, Number: it.Number}] {
			t.Errorf("row %d is never shown", it.Number)
		}
	}
	for name, n := range rows {
		if seen[Screen{Kind: Attract, Category: name}] != (n > 1) {
			t.Errorf("合页 of %d rows: %v", n, n < 2)
		}
	}
	for _, n := range c.Notices {
		if !seen[Screen{Kind: Attract, Notice: n.File}] {
			t.Errorf("notice %s is never shown", n.File)
		}
	}
	if (all[0].Screen == Screen{Kind: Attract}) != (len(c.Items) > 1) {
		t.Errorf("the round begins with %v", all[0].Screen)
	}
}

// checkVaried checks that a row looks like the row before it only if it can't look otherwise.
func checkVaried(t *testing.T, c *catalogue.Catalogue, all []slide) {
	t.Helper()
	var before *slide
	for i := range all {
		sl := &all[i]
		if sl.Number == 0 {
			continue
		}
		at, _ := c.Find(sl.Number)
		it := &c.Items[at]
		if before != nil && sl.composition == before.composition && len(it.Ask) == 0 && len(compositions(it)) > 1 {
			t.Errorf("rows %d and %d are both %v", before.Number, sl.Number, sl.composition)
		}
		before = sl
	}
}

// checkNotices checks that no three notices follow one another where the catalogue has slides enough to part them, but for
// a pinned one at the end of the round that its beginning would leave away too long.
func checkNotices(t *testing.T, c *catalogue.Catalogue, all []slide) {
	t.Helper()
	own := len(rowSlides(c))
	top := len(slices.DeleteFunc(slices.Clone(c.Notices), func(n catalogue.Notice) bool { return !n.Pinned }))
	if len(c.Notices)-top > own-1 || top > own/3 {
		return
	}
	run := 0
	for i, sl := range all[:len(all)-1] {
		if run++; sl.Notice == "" {
			run = 0
		}
		if run > 2 {
			t.Errorf("%d notices in a row up to slide %d of %d", run, i, len(all))
			return
		}
	}
}

// checkPinned checks that a pinned notice comes after every third of the catalogue's slides, and is never longer than 90 s
// away, over the end of the round too, and that pinned notices take turns.
func checkPinned(t *testing.T, all []slide) {
	t.Helper()
	twice := append(slices.Clone(all), all...)
	shown := make(map[string]int)
	var away time.Duration
	rows, begun := 0, false
	for i, sl := range twice {
		if sl.first {
			if begun && away > 90*time.Second {
				t.Errorf("away %v before slide %d of %d", away, i, len(all))
			}
			if i < len(all) {
				shown[sl.Notice]++
			}
			away, rows, begun = 0, 0, true
			continue
		}
		away += sl.dwell
		if sl.Notice == "" {
			if rows++; begun && rows > 3 && i < len(all) {
				t.Errorf("%d of the catalogue's slides without a pinned notice, up to slide %d", rows, i)
			}
		}
	}
	least, most := len(all), 0
	for _, n := range shown {
		least, most = min(least, n), max(most, n)
	}
	if most > least+1 {
		t.Errorf("some pinned notice is shown %d times, another %d", most, least)
	}
}

// TestPinnedInTime walks a carousel of long texts by the clock.
func TestPinnedInTime(t *testing.T) {
	c, _ := random(rand.New(rand.NewPCG(3, 4)), 14, 9, 1)
	for i := range c.Items {
		c.Items[i].Content = catalogue.Cell{{Text: strings.Repeat("字", 300)}}
	}
	s := withClock(c, morning)
	last, showings := morning, 0
	for s.Now.Before(morning.Add(time.Hour)) {
		due, _ := Next(s)
		was := s.View
		if s = Step(s, due, Tick{}); s.View == was {
			continue
		}
		if n := noticeOnAir(s, was.Notice); n != nil && n.Pinned {
			last = s.Now
		}
		if n := noticeOnAir(s, s.View.Notice); n != nil && n.Pinned {
			if showings++; s.Now.Sub(last) > 90*time.Second {
				t.Errorf("at %v it has been away for %v", s.Now, s.Now.Sub(last))
			}
		}
	}
	if showings < 30 {
		t.Errorf("%d showings in an hour", showings)
	}
}

// TestPinnedAfterSession checks that the carousel resumes with a pinned notice, and where it was left without one.
func TestPinnedAfterSession(t *testing.T) {
	for _, c := range []struct {
		content   *catalogue.Catalogue
		left, now int
	}{
		{pinned(posted(sample(1, 2, 3, 4), 8), 1), 0, 3},
		{pinned(posted(sample(1, 2, 3, 4), 8), 1), 3, 3},
		{pinned(posted(sample(1, 2, 3, 4), 8), 1), 4, 7},
		{pinned(posted(sample(1, 2, 3, 4), 8), 1), 8, 3},
		{posted(sample(1, 2, 3, 4), 8), 2, 2},
	} {
		s := withClock(c.content, morning)
		s = show(s, View{Screen: SlideAt(s, c.left)}, Still)
		s = Step(s, morning, opening("item:2"))
		for _, end := range []State{Step(s, morning, Leave{}), Step(Step(s, morning, GoBack{}), morning, GoBack{}), wait(s, morning.Add(92*time.Second))} {
			if notation(end) != fmt.Sprint("attract:", c.now) {
				t.Errorf("left at %d of %d slides: %s, want %d", c.left, Slides(s), notation(end), c.now)
			}
		}
	}
}

// TestShowingKeepsItsPlace changes the content during a repeated showing of a pinned notice.
func TestShowingKeepsItsPlace(t *testing.T) {
	s := withClock(pinned(posted(sample(1, 2, 3, 4, 5, 6), 8), 1), morning)
	again := Screen{Kind: Attract, Notice: "n8", Again: 1}
	s = show(s, View{Screen: again}, Still)
	if i := SlideIndex(s); i != 7 || CompositionOf(s) != NoticeSlide {
		t.Fatalf("its second showing is slide %d", i)
	}
	if got := Step(s, morning, Content{pinned(posted(sample(1, 2, 3, 5, 6), 8), 1)}); got.View.Screen != again || SlideIndex(got) != 7 {
		t.Errorf("with a row less: %v at %d", got.View.Screen, SlideIndex(got))
	}
	if got := Step(s, morning, Content{posted(sample(1, 2, 3, 4, 5, 6), 8)}); got.View.Number != 4 && got.View.Category != "A5" {
		t.Errorf("no longer pinned, the next slide is %v", got.View.Screen)
	}
	if got := Step(s, morning, Open{again}); got.View != s.View {
		t.Errorf("a slide was opened: %v", got.View)
	}
}

// TestDwellOfCompositions checks what is counted on the slides that hold no row's text.
func TestDwellOfCompositions(t *testing.T) {
	c := sample(1, 2)
	c.Settings.Dwell = 5 * time.Second
	c.Items[1].Ask = []string{strings.Repeat("问", 12), strings.Repeat("问", 11)}
	c.Items[1].Content = catalogue.Cell{{Text: strings.Repeat("字", 500)}}
	got := make(map[Composition]time.Duration)
	for _, sl := range programme(c, nil, true) {
		got[sl.composition] = sl.dwell
	}
	want := map[Composition]time.Duration{
		IndexSlide: 4*time.Second + 9*perCharacter, GroupSlide: 4*time.Second + 8*perCharacter,
		ShortSlide: 5 * time.Second, AskSlide: 4*time.Second + 26*perCharacter,
	}
	for composed, d := range want {
		if d = max(d, 5*time.Second); got[composed] != d {
			t.Errorf("%v: %v, want %v", composed, got[composed], d)
		}
	}
}
