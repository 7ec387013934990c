package session

import (
	"time"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// A slide stays as long as the centre asks for or its text takes to read,
// whichever is longer, but not for ever (CONTRIBUTING.md, rulings).
const (
	look         = 4 * time.Second // to notice a slide at all
	perCharacter = time.Second / 8
	longest      = 40 * time.Second
)

// Slides is the number of the carousel's slides. Slide i shows Catalogue.Items[i].
func Slides(s State) int {
	if s.Catalogue == nil {
		return 0
	}
	return len(s.Catalogue.Items)
}

// Progress is how much of the slide's dwell has passed, from 0 to 1. It stands
// still under a finger, and is full where there is no next slide.
func Progress(s State, now time.Time) float64 {
	if s.View.Kind != Attract || Slides(s) < 2 {
		return 1
	}
	if s.Holding {
		now = s.Touched
	}
	part := float64(now.Sub(s.SlideAt)) / float64(dwell(s))
	return min(max(part, 0), 1)
}

// dwell is how long the slide that is shown stays.
func dwell(s State) time.Duration {
	n := characters(&s.Catalogue.Items[s.View.Slide])
	read := look + time.Duration(n)*perCharacter
	return min(max(s.Catalogue.Settings.Dwell, read), longest)
}

// characters is the length of what an item's slide shows.
func characters(it *catalogue.Item) int {
	n := utf8.RuneCountInString(it.Heading())
	for _, e := range it.Content {
		n += utf8.RuneCountInString(e.Text)
	}
	return n
}

// slideEnd is when the next slide comes, if one does: never under a finger
// (WCAG 2.2.2).
func slideEnd(s State) (time.Time, bool) {
	if s.View.Kind != Attract || s.Holding || Slides(s) < 2 {
		return time.Time{}, false
	}
	return s.SlideAt.Add(dwell(s)), true
}

// advance shows the next slide when its time has come.
func advance(s State) State {
	end, ok := slideEnd(s)
	if !ok || s.Now.Before(end) {
		return s
	}
	return NextSlide(s)
}

// NextSlide is the state once the carousel has gone on by a slide, as it does at the
// dwell's end; it serves to have that slide painted ahead. Where there is no next
// slide it is s.
func NextSlide(s State) State {
	if s.View.Kind != Attract || Slides(s) < 2 {
		return s
	}
	return show(s, slide((s.View.Slide+1)%Slides(s)), Slide)
}

// slide is the carousel's view of a slide.
func slide(i int) View { return View{Screen: Screen{Kind: Attract, Slide: i}} }
