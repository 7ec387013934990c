// Package search finds the rows of a catalogue by what is typed on the glass: pinyin initials (CJRBT finds 残疾人补贴),
// whole pinyin (CANJI), whole pinyin and then initials (CANJ), the text itself, and, in titles and categories, the first
// stroke of each hanzi (一丶丿丶丨 finds 残疾人补贴).
//
// It deals with letters and text. How a row of results looks is page's business, what is typed and when is session's.
// Notices are not searched.
//
//   - A query matches neighbouring characters of one clause of a title, category, element, citation or paragraph,
//     anywhere inside it. Brackets, quotation marks and white space are skipped, and digits if the query has none,
//     since the glass has no key for them. 、 and other marks between clauses are not skipped.
//   - One or more letters stand for a hanzi: its whole pinyin or its initial (C, CH). After an initial only initials
//     may follow; the last whole pinyin may be incomplete. So whatever is found stays found while a query is
//     typed, and CJ lights R for 残疾人, not I for JI.
//   - Every reading of a hanzi counts, for 行 HANG and XING. The reading in its word takes precedence over the others;
//     if the list of words has none, the dictionary's first one.
//   - ü is V, as on every pinyin keyboard, or U.
//   - A stroke stands for a hanzi that begins with it; a hanzi without data begins with any. Latin letters and digits are
//     skipped. Content, basis and guide are not searched: with five keys they would match nearly every query.
//
// File by file: readings.go has the readings of hanzi and words, strokes.go their first strokes, build.go the tables of a catalogue, query.go what a
// query accepts, match.go the search through one text, line.go the text that a result shows.
package search

import (
	"cmp"
	"slices"
	"sync"

	"gongkai/kiosk/catalogue"
)

// Field is a part of an item that is searched, in the order of rank.
type Field uint8

// The fields. Title is the item's heading.
const (
	Title Field = iota
	Category
	Content // 公开内容（要素）
	Basis   // 公开依据
	Guide   // 办事指南: headings and paragraphs
)

// Span is a range of runes, To exclusive; empty if nothing matched.
type Span struct{ From, To int }

// Empty reports whether nothing matched.
func (s Span) Empty() bool { return s.To == 0 }

// Match is an item that a query finds, and what to show of it. Spans begin and end with characters that matched; skipped
// marks and digits are only inside.
type Match struct {
	Item     int   // index into Catalogue.Items
	Field    Field // the best place that matches: it decides the rank
	Title    Span  // what matched of Item.Heading()
	Category Span  // what matched of Item.Category, if the item has a title besides it

	// Text is the best match outside title and category, "" if there is none: a whole element of 公开内容, citation, or
	// heading or paragraph of a guide. An element that is indented right below another includes that one first:
	// 补贴情形（包括残疾人灵活就业补贴….
	Text string
	Part Field // what Text is from: Content, Basis or Guide
	In   Span  // what matched of Text, never its closing mark
	More bool  // 公开内容 or the guide continues after Text: …… replaces a closing 、 or ，
}

// Index answers queries about one catalogue. It may be used by several goroutines at once.
type Index struct {
	catalogue *catalogue.Catalogue
	once      sync.Once
	tables
}

// New returns an index over c; over nil it finds nothing. It takes no time: the tables are built by Build, or else on
// the first query.
func New(c *catalogue.Catalogue) *Index {
	if c == nil {
		c = &catalogue.Catalogue{}
	}
	return &Index{catalogue: c}
}

// Build builds the tables, once. Call it outside the frame loop: 14 items take 2 ms, 5,000 up to 130.
func (x *Index) Build() { x.once.Do(func() { x.tables = build(x.catalogue) }) }

// Find returns the items that match, the best first: by field; then initials of the first readings before whole pinyin,
// and that before other readings; then a text that matches as a whole, then the earlier position in a text; then the
// item's order. A query without letters and digits finds nothing.
func (x *Index) Find(query string) []Match {
	found := x.items(query)
	order := make([]int, 0, len(found))
	for i := range found {
		if found[i].any() {
			order = append(order, i)
		}
	}
	if len(order) == 0 {
		return nil
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(found[a].rank(), found[b].rank()) })
	matches := make([]Match, len(order))
	for n, i := range order {
		matches[n] = found[i].match(&x.catalogue.Items[i], i)
	}
	return matches
}

// Count returns how many items Find returns, without ordering them and their texts.
func (x *Index) Count(query string) int {
	n := 0
	for _, f := range x.items(query) {
		if f.any() {
			n++
		}
	}
	return n
}

// Leads returns which letters, A to Z, may follow a query so that it still finds something.
func (x *Index) Leads(query string) [26]bool {
	x.Build()
	var letters letterSet
	q, ok := x.compile(query)
	switch {
	case !ok, q.strokes:
	case q.n == 0:
		for _, c := range x.chars {
			letters |= c.initials
		}
	default:
		for t := range x.starts[1:] {
			letters |= q.leads(x.text(t))
		}
	}
	return letters.list()
}

// LeadStrokes returns which of Strokes may follow a query of strokes so that it still finds something.
func (x *Index) LeadStrokes(query string) [len(Strokes)]bool {
	x.Build()
	var strokes strokeSet
	q, ok := x.compile(query)
	switch {
	case !ok, q.n > 0 && !q.strokes:
	case q.n == 0:
		for _, t := range x.names {
			for _, code := range x.text(t) {
				strokes |= x.chars[code].strokes
			}
		}
	default:
		for _, t := range x.names {
			strokes |= strokeSet(q.leads(x.text(t)))
		}
	}
	return strokes.list()
}

// items searches every text and returns what was found in each item.
func (x *Index) items(query string) []found {
	x.Build()
	q, ok := x.compile(query)
	if !ok || q.n == 0 {
		return nil
	}
	all := make([]found, len(x.catalogue.Items))
	if q.strokes {
		for _, t := range x.names {
			x.search(q, t, place.named, all)
		}
		return all
	}
	for t := range x.starts[1:] {
		x.search(q, t, nil, all)
	}
	return all
}

// search adds the best hit in a text to the items that have it, at the places that count (nil: all).
func (x *Index) search(q *query, t int, counts func(place) bool, all []found) {
	h, ok := q.find(x.text(t))
	if !ok {
		return
	}
	for _, p := range x.placesOf(t) {
		if counts == nil || counts(p) {
			all[p.item].add(p, h)
		}
	}
}
