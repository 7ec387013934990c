package session

import (
	"time"
	"unicode/utf8"
)

// A slide stays as long as the centre asks for or its text takes to read,
// whichever is longer, but not for ever (CONTRIBUTING.md, rulings).
const (
	look         = 4 * time.Second // to notice a slide at all
	perCharacter = time.Second / 8
	longest      = 40 * time.Second
)

// Slides is the number of the carousel's slides: the items in their order, then the notices.
func Slides(s State) int {
	if empty(s) {
		return 0
	}
	return len(s.Catalogue.Items) + len(s.OnAir)
}

// SlideAt is the slide at a place of the carousel, from 0.
func SlideAt(s State, i int) Screen {
	items := s.Catalogue.Items
	if i < len(items) {
		return Screen{Kind: Attract, Number: items[i].Number}
	}
	return Screen{Kind: Attract, Notice: s.Catalogue.Notices[s.OnAir[i-len(items)]].File}
}

// SlideIndex is the place of the slide that is shown.
func SlideIndex(s State) int {
	i, _ := slideIndex(s, s.View.Screen)
	return i
}

// slideIndex is the place of a slide; where it isn't there any more, ok is false.
func slideIndex(s State, slide Screen) (i int, ok bool) {
	if empty(s) {
		return 0, false
	}
	if slide.Notice == "" {
		return find(s.Catalogue, slide.Number)
	}
	i, ok = FindNotice(s, slide.Notice)
	return len(s.Catalogue.Items) + max(i, 0), ok
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
	read := look + time.Duration(characters(s))*perCharacter
	return min(max(s.Catalogue.Settings.Dwell, read), longest)
}

// excerpt is how many characters of a notice's body its slide shows: five lines of 18.
const excerpt = 90

// characters is the length of what the slide shows.
func characters(s State) int {
	if n := notice(s, s.View.Notice); n != nil {
		return utf8.RuneCountInString(n.Title) + min(utf8.RuneCountInString(n.Body), excerpt)
	}
	i, ok := find(s.Catalogue, s.View.Number)
	if !ok {
		return 0
	}
	it := &s.Catalogue.Items[i]
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
	s.Turns++
	return show(s, View{Screen: SlideAt(s, (SlideIndex(s)+1)%Slides(s))}, Slide)
}
