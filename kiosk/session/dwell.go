package session

import (
	"time"
	"unicode"
	"unicode/utf8"
)

// A slide stays for the dwell that the centre has set or for the time its text
// takes to read, whichever is longer, up to a limit (docs/specification.md).
const (
	baseDwell    = 4 * time.Second // to notice a slide at all
	perCharacter = time.Second / 8
	longestDwell = 40 * time.Second
)

// Slides returns the number of the carousel's slides: the items in their order, then the notices.
func Slides(s State) int {
	if empty(s) {
		return 0
	}
	return len(s.Catalogue.Items) + len(s.OnAir)
}

// SlideAt returns the slide at an index of the carousel.
func SlideAt(s State, i int) Screen {
	items := s.Catalogue.Items
	if i < len(items) {
		return Screen{Kind: Attract, Number: items[i].Number}
	}
	return Screen{Kind: Attract, Notice: s.Catalogue.Notices[s.OnAir[i-len(items)]].File}
}

// SlideIndex returns the index of the slide that is shown.
func SlideIndex(s State) int {
	i, _ := slideIndex(s, s.View.Screen)
	return i
}

// slideIndex returns the index of a slide; ok is false if it no longer exists.
func slideIndex(s State, slide Screen) (i int, ok bool) {
	if empty(s) {
		return 0, false
	}
	if slide.Notice == "" {
		return s.Catalogue.Find(slide.Number)
	}
	i, ok = FindNotice(s, slide.Notice)
	return len(s.Catalogue.Items) + max(i, 0), ok
}

// Progress returns the share of the slide's dwell that has passed, from 0 to 1. It stops
// under a finger, and is 1 where there is no next slide.
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

// dwell returns how long the slide that is shown stays.
func dwell(s State) time.Duration {
	read := baseDwell + time.Duration(characters(s))*perCharacter
	return min(max(s.Catalogue.Settings.Dwell, read), longestDwell)
}

// excerptLength is how many characters of a notice's body its slide shows: five lines of 18.
const excerptLength = 90

// characters returns the length of the slide's text.
func characters(s State) int {
	if n := noticeOnAir(s, s.View.Notice); n != nil {
		return utf8.RuneCountInString(n.Title) + min(written(n.Body), excerptLength)
	}
	i, ok := s.Catalogue.Find(s.View.Number)
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

// written returns the number of a text's characters that are no white space.
func written(text string) (n int) {
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// slideEnd returns when the next slide is due, if one is: never under a finger
// (WCAG 2.2.2).
func slideEnd(s State) (time.Time, bool) {
	if s.View.Kind != Attract || s.Holding || Slides(s) < 2 {
		return time.Time{}, false
	}
	return s.SlideAt.Add(dwell(s)), true
}

// advanceSlide shows the next slide when the dwell is over.
func advanceSlide(s State) State {
	end, ok := slideEnd(s)
	if !ok || s.Now.Before(end) {
		return s
	}
	return NextSlide(s)
}

// NextSlide returns the state at the next slide, as at the dwell's end; the display
// paints that slide ahead of time. Where there is no next slide it returns s.
func NextSlide(s State) State {
	if s.View.Kind != Attract || Slides(s) < 2 {
		return s
	}
	s.Turns++
	return show(s, View{Screen: SlideAt(s, (SlideIndex(s)+1)%Slides(s))}, Slide)
}
