package search

import (
	"iter"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// found holds a query's best hits in one item: in the title, in the category and, for the line below them, in content,
// basis and guide.
type found struct {
	title, category, line foundHit
}

// foundHit is a hit with its place, if there is one.
type foundHit struct {
	hit
	place
	set bool
}

func (f *found) any() bool { return f.title.set || f.category.set || f.line.set }

// add keeps a hit if it is the best of its kind.
func (f *found) add(p place, h hit) {
	best := &f.line
	switch p.field {
	case Title:
		best = &f.title
	case Category:
		best = &f.category
	}
	n := foundHit{h, p, true}
	if !best.set || n.rank() < best.rank() || n.rank() == best.rank() && p.part < best.part {
		*best = n
	}
}

// rank orders the hits of items, the lowest first.
func (h *foundHit) rank() uint64 {
	r := uint64(h.field)<<2 | uint64(h.how)
	r <<= 1
	if !h.whole {
		r |= 1
	}
	return r<<32 | uint64(h.from)
}

// best returns the hit that decides the item's rank.
func (f *found) best() *foundHit {
	switch {
	case f.title.set:
		return &f.title
	case f.category.set:
		return &f.category
	}
	return &f.line
}

func (f *found) rank() uint64 { return f.best().rank() }

// match returns what the page shows of an item.
func (f *found) match(it *catalogue.Item, i int) Match {
	m := Match{Item: i, Field: f.best().field}
	if f.title.set {
		m.Title = span(it.Heading(), f.title.hit)
	}
	if f.category.set {
		m.Category = span(it.Category, f.category.hit)
	}
	if !f.line.set {
		return m
	}
	lead, text, more := line(it, f.line.place)
	m.Text, m.Part, m.More = lead+text, f.line.field, more
	m.In = span(text, f.line.hit)
	n := utf8.RuneCountInString(lead)
	m.In.From += n
	m.In.To += n
	return m
}

// line returns the text at a place outside title and category, the text that leads to it, and whether more text
// follows.
func line(it *catalogue.Item, p place) (lead, text string, more bool) {
	switch p.field {
	case Content:
		e := it.Content[p.part]
		if p.part > 0 && it.Content[p.part-1].Depth < e.Depth {
			lead = it.Content[p.part-1].Text
		}
		return lead, e.Text, int(p.part) < len(it.Content)-1
	case Basis:
		return "", it.Basis[p.part].Text, false
	}
	n := int32(0)
	for t, goesOn := range guideTexts(it) {
		if n == p.part {
			return "", t, goesOn
		}
		n++
	}
	return "", "", false
}

// guideTexts iterates over the headings and the lines of an item's guide, each with whether another line of the
// section follows.
func guideTexts(it *catalogue.Item) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		for _, g := range it.Guides {
			if !yield(g.Heading, false) {
				return
			}
			lines := catalogue.ProseLines(g.Body)
			for i, text := range lines {
				if !yield(text, i+1 < len(lines)) {
					return
				}
			}
		}
	}
}

// span turns a hit into a range of the text's runes.
func span(text string, h hit) Span {
	s, at, n := Span{}, 0, 0
	for _, r := range text {
		if _, ok := fold(r); ok {
			if n == h.from {
				s.From = at
			}
			if n++; n == h.to {
				s.To = at + 1
				break
			}
		}
		at++
	}
	return s
}
