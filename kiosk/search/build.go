package search

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// tables are a catalogue's texts, prepared for searching. A text that occurs in many places (a citation, 办理依据) is kept
// once. At 2 bytes for a character and 12 for a place, 5,000 rows of 400 characters, no two alike, take less than 6 MB.
type tables struct {
	chars      []char
	codes      []uint16 // the texts: indices of chars, without brackets and white space
	starts     []uint32 // where in codes each text begins, and the end
	places     []place  // by text
	firstPlace []uint32 // where in places each text's begin, and the end
	names      []int    // the texts that are a title or a category
}

// text returns the codes of a text.
func (t *tables) text(i int) []uint16 { return t.codes[t.starts[i]:t.starts[i+1]] }

// placesOf returns the places of a text.
func (t *tables) placesOf(i int) []place { return t.places[t.firstPlace[i]:t.firstPlace[i+1]] }

// char is a character and how it may be typed. A hanzi has one for each reading that takes precedence somewhere.
type char struct {
	rune      rune // folded: lower case, half width, no radical
	syllables []string
	firsts    int // how many of the syllables belong to the first reading
	initials  letterSet
	strokes   strokeSet // what its first stroke may be
	digit     bool      // skipped by a query without digits
}

// place is the position of a text.
type place struct {
	item  int32
	part  int32 // the element of the cell; in guides, the heading or paragraph, counted from the first section's
	field Field
}

// named reports whether the text is a title or a category.
func (p place) named() bool { return p.field <= Category }

// builder builds tables.
type builder struct {
	tables
	texts []string
	known map[string]int  // text -> its index
	at    [][]place       // by text
	code  map[rune]uint16 // folded character -> the index of its char
	words [][]wordReading // by code
}

func build(c *catalogue.Catalogue) tables {
	b := &builder{known: map[string]int{}, code: map[rune]uint16{}}
	for i := range c.Items {
		b.item(int32(i), &c.Items[i])
	}
	b.collect()
	for t, text := range b.texts {
		b.starts = append(b.starts, uint32(len(b.codes)))
		b.firstPlace = append(b.firstPlace, uint32(len(b.places)))
		b.encode(text)
		b.places = append(b.places, b.at[t]...)
		if slices.ContainsFunc(b.at[t], place.named) {
			b.names = append(b.names, t)
		}
	}
	b.starts = append(b.starts, uint32(len(b.codes)))
	b.firstPlace = append(b.firstPlace, uint32(len(b.places)))
	b.codes, b.places = slices.Clip(b.codes), slices.Clip(b.places)
	return b.tables
}

// item adds an item's texts.
func (b *builder) item(i int32, it *catalogue.Item) {
	b.place(it.Heading(), place{i, 0, Title})
	if it.Title != "" {
		b.place(it.Category, place{i, 0, Category})
	}
	for n, e := range it.Content {
		b.place(e.Text, place{i, int32(n), Content})
	}
	for n, e := range it.Basis {
		b.place(e.Text, place{i, int32(n), Basis})
	}
	n := int32(0)
	for text := range guideTexts(it) {
		b.place(text, place{i, n, Guide})
		n++
	}
}

func (b *builder) place(text string, p place) {
	t, ok := b.known[text]
	if !ok {
		t = len(b.texts)
		b.known[text] = t
		b.texts, b.at = append(b.texts, text), append(b.at, nil)
	}
	b.at[t] = append(b.at[t], p)
}

// collect adds a char for each character of the texts, and for each other reading that a word gives it.
func (b *builder) collect() {
	wanted := make(map[rune]reading)
	var runes []rune
	for _, text := range b.texts {
		for _, r := range text {
			if r, ok := fold(r); ok {
				if _, ok := wanted[r]; !ok {
					wanted[r] = reading{}
					runes = append(runes, r)
				}
			}
		}
	}
	readings(wanted)
	words := wordReadings(wanted)
	for _, r := range runes {
		b.code[r] = b.add(r, wanted[r])
		b.words = append(b.words, words[r])
	}
	for _, list := range b.words {
		for i := range list {
			w := &list[i]
			if i > 0 && w.first[0] == list[i-1].first[0] {
				w.code = list[i-1].code
			} else {
				w.code = b.add(w.rune, wanted[w.rune].reordered(w.first))
			}
		}
	}
}

// add adds a char and returns its code. Characters beyond the 65,536th share the last code; Unicode has more, a
// catalogue never.
func (b *builder) add(r rune, read reading) uint16 {
	if len(b.chars) > math.MaxUint16 {
		return math.MaxUint16
	}
	v := char{rune: r, syllables: slices.Concat(read.first, read.other), firsts: len(read.first)}
	for _, s := range v.syllables {
		v.initials |= letter(rune(s[0]))
	}
	v.initials |= letter(r)
	v.strokes = firstStroke(r)
	v.digit = len(v.syllables) == 0 && unicode.IsNumber(r)
	b.chars = append(b.chars, v)
	return uint16(len(b.chars) - 1)
}

// reordered returns the readings with another one first.
func (r reading) reordered(first []string) reading {
	other := slices.Clone(r.first)
	for _, s := range r.other {
		if !slices.Contains(first, s) {
			other = append(other, s)
		}
	}
	return reading{first, other}
}

// encode appends a text's codes.
func (b *builder) encode(text string) {
	for i, written := range text {
		r, ok := fold(written)
		if !ok {
			continue
		}
		b.codes = append(b.codes, b.inWord(r, text[:i], text[i+utf8.RuneLen(written):]))
	}
}

// inWord returns the code of a character between two parts of a text, read as in the longest known word around it.
func (b *builder) inWord(r rune, before, after string) uint16 {
	v, longest := b.code[r], 0
	for _, w := range b.words[v] {
		n := len(w.before) + len(w.after)
		if n > longest && strings.HasSuffix(before, w.before) && strings.HasPrefix(after, w.after) {
			v, longest = w.code, n
		}
	}
	return v
}

// clauseEnd represents all marks that end a clause: no match crosses one.
const clauseEnd = '，'

// fold folds a character's case and width, and radicals and compatibility forms to their hanzi, and reports whether it
// counts: brackets, quotation marks and white space don't.
func fold(r rune) (rune, bool) {
	switch r {
	case '，', '、', '。', '；', '：', '！', '？', '…', '—', ',', ';', ':', '!', '?':
		return clauseEnd, true
	}
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	r = catalogue.Plain(r)
	return unicode.ToLower(r), unicode.IsLetter(r) || unicode.IsNumber(r)
}
