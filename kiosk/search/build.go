package search

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// tables are a catalogue laid out for searching. A text that stands in many places
// (a citation, 办理依据) is kept once. 2 bytes a character and 12 a place: 5,000 rows of
// 400 characters, no two alike, are under 6 MB.
type tables struct {
	voices     []voice
	sounds     []uint16 // the texts' characters but brackets and white space, as indices of voices
	starts     []uint32 // where in sounds each text begins, and the end
	places     []place  // by text
	firstPlace []uint32 // where in places each text's begin, and the end
}

// voice is a character and how it may be typed. A hanzi has one voice for each
// reading that goes first somewhere.
type voice struct {
	char      rune // folded: lower case, half width
	syllables []string
	firsts    int // so many of the syllables are of the first reading
	initials  letterSet
	digit     bool // passed over by a query without digits
}

// place is where a text stands.
type place struct {
	item  int32
	part  int32 // element of the cell; of guides, headings and paragraphs counted through
	field Field
}

// builder lays a catalogue out.
type builder struct {
	tables
	texts  []string
	known  map[string]int // text -> its index
	at     [][]place      // by text
	voiced map[rune]uint16
	words  [][]rereading // by voice
}

func build(c *catalogue.Catalogue) tables {
	b := &builder{known: map[string]int{}, voiced: map[rune]uint16{}}
	for i := range c.Items {
		b.item(int32(i), &c.Items[i])
	}
	b.voice()
	for t, text := range b.texts {
		b.starts = append(b.starts, uint32(len(b.sounds)))
		b.firstPlace = append(b.firstPlace, uint32(len(b.places)))
		b.sound(text)
		b.places = append(b.places, b.at[t]...)
	}
	b.starts = append(b.starts, uint32(len(b.sounds)))
	b.firstPlace = append(b.firstPlace, uint32(len(b.places)))
	b.sounds, b.places = slices.Clip(b.sounds), slices.Clip(b.places)
	return b.tables
}

// item places an item's texts.
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

// voice gives each character of the texts its voice.
func (b *builder) voice() {
	wanted := make(map[rune]reading)
	var chars []rune
	for _, text := range b.texts {
		for _, r := range text {
			if r, ok := sounding(r); ok {
				if _, ok := wanted[r]; !ok {
					wanted[r] = reading{}
					chars = append(chars, r)
				}
			}
		}
	}
	readings(wanted)
	again := rereadings(wanted)
	for _, r := range chars {
		b.voiced[r] = b.add(r, wanted[r])
		b.words = append(b.words, again[r])
	}
	for _, list := range b.words {
		for i := range list {
			w := &list[i]
			if i > 0 && w.first[0] == list[i-1].first[0] {
				w.voice = list[i-1].voice
			} else {
				w.voice = b.add(w.char, wanted[w.char].turned(w.first))
			}
		}
	}
}

// add makes a voice and gives its index. Characters beyond the 65,536th are not
// told from the last one; Unicode has more, a catalogue never.
func (b *builder) add(r rune, read reading) uint16 {
	if len(b.voices) > math.MaxUint16 {
		return math.MaxUint16
	}
	v := voice{char: r, syllables: slices.Concat(read.first, read.other), firsts: len(read.first)}
	for _, s := range v.syllables {
		v.initials |= letter(rune(s[0]))
	}
	v.initials |= letter(r)
	v.digit = len(v.syllables) == 0 && unicode.IsNumber(r)
	b.voices = append(b.voices, v)
	return uint16(len(b.voices) - 1)
}

// turned puts another reading first.
func (r reading) turned(first []string) reading {
	other := slices.Clone(r.first)
	for _, s := range r.other {
		if !slices.Contains(first, s) {
			other = append(other, s)
		}
	}
	return reading{first, other}
}

// sound appends a text's characters.
func (b *builder) sound(text string) {
	for i, r := range text {
		r, ok := sounding(r)
		if !ok {
			continue
		}
		b.sounds = append(b.sounds, b.inWord(r, text, i))
	}
}

// inWord is the voice of the character at text[i:]: that of a word around it, the longest one's.
func (b *builder) inWord(r rune, text string, i int) uint16 {
	v, longest := b.voiced[r], 0
	for _, w := range b.words[v] {
		n := len(w.before) + len(w.after)
		if n > longest && strings.HasSuffix(text[:i], w.before) && strings.HasPrefix(text[i+utf8.RuneLen(r):], w.after) {
			v, longest = w.voice, n
		}
	}
	return v
}

// stop stands for the marks that end a clause: no match goes across one.
const stop = '，'

// sounding folds a character, and tells whether it counts: brackets, quotation marks
// and white space don't.
func sounding(r rune) (rune, bool) {
	switch r {
	case '，', '、', '。', '；', '：', '！', '？', '…', '—', ',', ';', ':', '!', '?':
		return stop, true
	}
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	return unicode.ToLower(r), unicode.IsLetter(r) || unicode.IsNumber(r)
}
