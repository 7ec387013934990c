// Package search finds the rows of a catalogue by what is typed on the glass: pinyin
// initials (CJRBT finds 残疾人补贴), whole pinyin (CANJI), initials behind it (CANJ), and the text itself.
//
// It knows letters and text. What a row of results looks like is the page's, what is
// typed and when is the session's. Notices are not searched.
//
//   - A query stands for neighbouring characters of one clause of a title, category,
//     element, citation or paragraph, anywhere inside it. Brackets, quotation marks and white
//     space are passed over, and digits where the query has none, since the glass has no key for
//     them. 、 and other marks between clauses are not.
//   - A letter or more stand for a hanzi: its whole pinyin or its initial (C, CH). Behind
//     an initial come initials only; the last of whole ones may be a beginning. So what can
//     be found stays found while a query is typed, and CJ lights R for 残疾人, not I for JI.
//   - Every reading of a hanzi counts, for 行 HANG and XING. The one that it has in its
//     word or, where the list of words says nothing, first in the dictionary, goes before the others.
//   - ü is V, as on every pinyin keyboard, or U.
//
// File by file: readings.go has the hanzi's readings and the words', build.go the
// tables over a catalogue, query.go what a query lets follow, match.go the search
// through one text, line.go the text that a result shows.
package search

import (
	"cmp"
	"slices"
	"sync"

	"gongkai/kiosk/catalogue"
)

// Field is a part of an item that is searched, in the order of rank.
type Field uint8

// The fields. Title is what stands as the item's heading.
const (
	Title Field = iota
	Category
	Content // 公开内容（要素）
	Basis   // 公开依据
	Guide   // 办事指南: headings and paragraphs
)

// Span is a range of runes, To exclusive; empty where nothing matched.
type Span struct{ From, To int }

// Empty tells whether nothing matched.
func (s Span) Empty() bool { return s.To == 0 }

// Match is an item that a query finds, and what to show of it. Spans begin and end with
// characters that matched; marks and digits that were passed over lie inside.
type Match struct {
	Item     int   // index into Catalogue.Items
	Field    Field // the best place that matches: it decides the rank
	Title    Span  // what matched of Item.Heading()
	Category Span  // what matched of Item.Category, where the item has a title beside it

	// Text is the best match outside title and category, "" where there is none: an
	// element of 公开内容, a citation or a guide's heading or paragraph, whole. An
	// element that is indented right below another has that one before it:
	// 补贴情形（包括残疾人灵活就业补贴….
	Text string
	Part Field // what Text is from: Content, Basis or Guide
	In   Span  // what matched of Text, never its closing mark
	More bool  // 公开内容 or the guide goes on behind Text: …… stands for it, in place of a closing 、 or ，
}

// Index answers queries about one catalogue. It may be used by several goroutines at once.
type Index struct {
	catalogue *catalogue.Catalogue
	once      sync.Once
	tables
}

// New gives an index over c, which may be nil: then nothing is found. It takes no
// time: the tables are built by Build, or else with the first question.
func New(c *catalogue.Catalogue) *Index {
	if c == nil {
		c = &catalogue.Catalogue{}
	}
	return &Index{catalogue: c}
}

// Build makes the tables, unless they are made. Call it away from the frames: 14 items
// take 2 ms, 5,000 up to 130.
func (x *Index) Build() { x.once.Do(func() { x.tables = build(x.catalogue) }) }

// Find gives the items that match, the best first: by field; then initials of the
// first readings before whole pinyin, and that before other readings; then a text that
// matches as a whole, then the earlier place in a text; then the item's order.
// A query that holds no letter and no digit finds nothing.
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

// Count is how many items Find gives, without their order and their texts.
func (x *Index) Count(query string) int {
	n := 0
	for _, f := range x.items(query) {
		if f.any() {
			n++
		}
	}
	return n
}

// Leads tells which letters, A to Z, may follow a query so that it still finds something.
func (x *Index) Leads(query string) [26]bool {
	x.Build()
	var letters letterSet
	q, ok := x.compile(query)
	switch {
	case !ok:
	case q.n == 0:
		for _, v := range x.voices {
			letters |= v.initials
		}
	default:
		for t := range x.starts[1:] {
			letters |= q.leads(x.sounds[x.starts[t]:x.starts[t+1]])
		}
	}
	return letters.list()
}

// items searches every text and gives what was found of each item.
func (x *Index) items(query string) []found {
	x.Build()
	q, ok := x.compile(query)
	if !ok || q.n == 0 {
		return nil
	}
	all := make([]found, len(x.catalogue.Items))
	for t := range x.starts[1:] {
		h, ok := q.find(x.sounds[x.starts[t]:x.starts[t+1]])
		if !ok {
			continue
		}
		for _, p := range x.places[x.firstPlace[t]:x.firstPlace[t+1]] {
			all[p.item].add(p, h)
		}
	}
	return all
}
