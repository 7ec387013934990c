package session

import (
	"slices"

	"gongkai/kiosk/catalogue"
)

// arranged is a carousel's programme and what it was arranged for.
type arranged struct {
	catalogue *catalogue.Catalogue
	onAir     []int
	clock     bool
	slides    []slide
}

// arrange puts notices on air and arranges the carousel; a changed one gets a new Edition.
func arrange(s State, onAir []int) State {
	a := arranged{catalogue: s.Catalogue, onAir: onAir, clock: s.Clock}
	if !empty(s) {
		a.slides = programme(s.Catalogue, onAir, s.Clock)
	}
	if !slices.Equal(onAir, s.OnAir) || !slices.Equal(a.slides, s.arranged.slides) {
		s.Edition++
	}
	s.OnAir, s.arranged = onAir, a
	return s
}

// slidesIn returns the slides of a State's carousel, arranged anew if its content isn't what they were arranged for.
func slidesIn(s State) []slide {
	if empty(s) {
		return nil
	}
	if a := &s.arranged; a.catalogue == s.Catalogue && a.clock == s.Clock && slices.Equal(a.onAir, s.OnAir) {
		return a.slides
	}
	return programme(s.Catalogue, s.OnAir, s.Clock)
}

// Slides returns the number of the carousel's slides.
func Slides(s State) int { return len(slidesIn(s)) }

// SlideAt returns the slide at an index of the carousel.
func SlideAt(s State, i int) Screen { return slidesIn(s)[i].Screen }

// SlideIndex returns the index of the slide that is shown.
func SlideIndex(s State) int {
	i, _ := slideIndex(slidesIn(s), s.View.Screen)
	return max(i, 0)
}

// slideIndex returns the index of a slide; ok is false if there is none like it.
func slideIndex(all []slide, at Screen) (i int, ok bool) {
	i = slices.IndexFunc(all, func(sl slide) bool { return sl.Screen == at })
	return i, i >= 0
}

// CompositionOf returns the composition of the slide that is shown. One that isn't in the carousel has its plainest.
func CompositionOf(s State) Composition {
	all := slidesIn(s)
	if i, ok := slideIndex(all, s.View.Screen); ok {
		return all[i].composition
	}
	switch v := s.View; {
	case v.Notice != "":
		if n := noticeOnAir(s, v.Notice); n != nil {
			return noticeComposition(n)
		}
		return NoticeSlide
	case v.Number != 0:
		return LongSlide
	case v.Category != "":
		return GroupSlide
	}
	return IndexSlide
}

// keptSlide returns the slide that takes a slide's place when the carousel's slides change: itself, or the next one
// that is left, or the first of all.
func keptSlide(before, now []slide, at Screen) Screen {
	left := make(map[Screen]bool, len(now))
	for _, sl := range now {
		left[sl.Screen] = true
	}
	from, _ := slideIndex(before, at)
	for k := range before {
		if sl := before[(max(from, 0)+k)%len(before)].Screen; left[sl] {
			return sl
		}
	}
	return now[0].Screen
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

// carousel returns the carousel as it was left; in a State that began elsewhere, its first slide.
func carousel(s State) View {
	if len(s.Trail) == 0 {
		return View{Screen: SlideAt(s, 0)}
	}
	return s.Trail[0]
}

// resumed returns the carousel after a session: as it was left, but a pinned or urgent notice comes first.
func resumed(s State) View {
	all, v := slidesIn(s), carousel(s)
	from, _ := slideIndex(all, v.Screen)
	for k := range all {
		if sl := all[(max(from, 0)+k)%len(all)]; sl.first {
			return View{Screen: sl.Screen}
		}
	}
	return v
}
