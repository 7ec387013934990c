package session

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// A slide stays for the dwell that the centre has set or for the time its text
// takes to read, whichever is longer, up to a limit (docs/specification.md).
const (
	baseDwell    = 4 * time.Second // to notice a slide at all
	perCharacter = time.Second / 8
	longestDwell = 40 * time.Second
)

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
func dwell(s State) time.Duration { return slidesIn(s)[SlideIndex(s)].dwell }

// dwellFor returns how long a slide with a text of so many characters stays.
func dwellFor(c *catalogue.Catalogue, characters int) time.Duration {
	read := baseDwell + time.Duration(characters)*perCharacter
	return min(max(c.Settings.Dwell, read), longestDwell)
}

// IndexTitle is 目录's own title.
const IndexTitle = "这块屏能查什么"

// What the slides show of long texts.
const (
	excerptLength = 90 // of a notice's body: five lines of 18 characters
	groupRows     = 6  // of a 一级事项
)

// noticeLength returns the number of characters on a notice's slide.
func noticeLength(n *catalogue.Notice) int {
	return utf8.RuneCountInString(n.Title) + utf8.RuneCountInString(n.When) + utf8.RuneCountInString(n.Where) + min(written(n.Body), excerptLength)
}

// groupLength returns the number of characters on the slide of a 一级事项.
func groupLength(c *catalogue.Catalogue, rows []int) int {
	n := utf8.RuneCountInString(c.Items[rows[0]].Category)
	for _, i := range rows[:min(len(rows), groupRows)] {
		n += utf8.RuneCountInString(c.Items[i].Heading())
	}
	return n
}

// itemLength returns the number of characters on an item's slide.
func itemLength(it *catalogue.Item, composed Composition) int {
	n := utf8.RuneCountInString(it.Heading())
	if composed == AskSlide {
		return n + utf8.RuneCountInString(strings.Join(it.Ask, ""))
	}
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
