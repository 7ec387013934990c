package word

import (
	"strconv"
	"strings"
)

// Numbers of lists aren't in the text of a document: they follow from the paragraphs' levels and from
// word/numbering.xml (ECMA-376 part 1, 17.9).

// Bounds of a numbering, as Word has them.
const (
	maxLevels = 9
	maxLabel  = 255 // characters of a level's number
)

// level is how a level of a list is numbered.
type level struct {
	start   int
	format  string
	text    string // the number with %1 to %9 for those of the levels
	suffix  string // tab, space or nothing
	restart int    // the level, from 1, below which it begins anew; 0: never; -1: each above
	legal   bool   // all numbers in digits
	style   string // the paragraph style that has this level
	ind     indent
}

// list is an instance of a numbering: its abstract one, and what it sets otherwise.
type list struct {
	abstract string
	levels   [maxLevels]*level
	restarts [maxLevels]int // where the instance begins; -1: as the abstract one goes on
	begun    [maxLevels]bool
}

// numbering is a document's numbers and how far they have been counted.
type numbering struct {
	abstracts map[string]*[maxLevels]*level
	lists     map[string]*list
	counts    map[string]*[maxLevels]int // by abstract numbering; -1: not begun
}

// newNumbering reads word/numbering.xml; root may be nil.
func newNumbering(root *node) numbering {
	n := numbering{make(map[string]*[maxLevels]*level), make(map[string]*list), make(map[string]*[maxLevels]int)}
	if root == nil {
		return n
	}
	links, styled := make(map[string]string), make(map[string]string)
	for _, k := range root.kids {
		if k.name != "w:abstractNum" {
			continue
		}
		id := k.attr("abstractNumId")
		levels := &[maxLevels]*level{}
		for _, l := range k.kids {
			if i, ok := levelOf(l); ok && l.name == "w:lvl" {
				levels[i] = readLevel(l)
			}
		}
		n.abstracts[id] = levels
		if to, ok := k.val("w:numStyleLink"); ok {
			links[id] = to
		}
		if of, ok := k.val("w:styleLink"); ok {
			styled[of] = id
		}
	}
	for id, to := range links {
		if of, ok := styled[to]; ok && n.abstracts[of] != nil {
			n.abstracts[id] = n.abstracts[of]
		}
	}
	for _, k := range root.kids {
		if k.name == "w:num" {
			n.lists[k.attr("numId")] = n.readList(k)
		}
	}
	return n
}

// levelOf returns the number of a level's element.
func levelOf(n *node) (i int, ok bool) {
	i, err := strconv.Atoi(n.attr("ilvl"))
	return i, err == nil && i >= 0 && i < maxLevels
}

func readLevel(n *node) *level {
	l := &level{start: 1, format: "decimal", suffix: "tab", restart: -1, ind: readIndent(n.child("w:pPr", "w:ind"))}
	if v, ok := n.val("w:start"); ok {
		l.start = atoi(v)
	}
	if v, ok := n.val("w:numFmt"); ok {
		l.format = v
	}
	if choice := n.child("mc:AlternateContent", "mc:Fallback"); choice != nil {
		if v, ok := choice.val("w:numFmt"); ok {
			l.format = v
		}
	}
	l.text, _ = n.val("w:lvlText")
	if text := []rune(l.text); len(text) > maxLabel {
		l.text = string(text[:maxLabel])
	}
	if v, ok := n.val("w:suff"); ok {
		l.suffix = v
	}
	if v, ok := n.val("w:lvlRestart"); ok {
		l.restart = atoi(v)
	}
	l.legal = n.on("w:isLgl")
	l.style, _ = n.val("w:pStyle")
	return l
}

// readList reads an instance with its overrides.
func (n numbering) readList(num *node) *list {
	abstract, _ := num.val("w:abstractNumId")
	li := &list{abstract: abstract}
	if of := n.abstracts[abstract]; of != nil {
		li.levels = *of
	}
	for i := range li.restarts {
		li.restarts[i] = -1
	}
	for _, k := range num.kids {
		i, ok := levelOf(k)
		if k.name != "w:lvlOverride" || !ok {
			continue
		}
		if l := k.child("w:lvl"); l != nil {
			li.levels[i] = readLevel(l)
		}
		if v, ok := k.val("w:startOverride"); ok {
			li.restarts[i] = atoi(v)
		}
	}
	return li
}

// levelOfStyle returns the level that an instance has for a paragraph style, 0 if none.
func (n numbering) levelOfStyle(id, style string) int {
	if li := n.lists[id]; li != nil {
		for i, l := range li.levels {
			if l != nil && l.style == style && style != "" {
				return i
			}
		}
	}
	return 0
}

// at returns a level of an instance; nil: the paragraph has no number.
func (n numbering) at(id string, i int) *level {
	if li := n.lists[id]; li != nil && i >= 0 && i < maxLevels {
		return li.levels[i]
	}
	return nil
}

// next counts a paragraph and returns its number, with what stands between it and the text.
func (n numbering) next(id string, i int) string {
	l, li := n.at(id, i), n.lists[id]
	if l == nil {
		return ""
	}
	counts := n.counts[li.abstract]
	if counts == nil {
		counts = &[maxLevels]int{-1, -1, -1, -1, -1, -1, -1, -1, -1}
		n.counts[li.abstract] = counts
	}
	switch {
	case li.restarts[i] >= 0 && !li.begun[i]:
		counts[i] = li.restarts[i]
	case counts[i] < 0:
		counts[i] = l.start
	default:
		counts[i]++
	}
	li.begun[i] = true
	for k := i + 1; k < maxLevels; k++ {
		if below := li.levels[k]; below == nil || below.restart < 0 || below.restart > i && below.restart != 0 {
			counts[k] = -1
		}
	}
	return li.label(i, counts)
}

// label writes a number.
func (li *list) label(i int, counts *[maxLevels]int) string {
	l := li.levels[i]
	if l.format == "bullet" {
		return spacedLabel(bullet(l.text), l.suffix)
	}
	text := l.text
	for k := range maxLevels {
		of := li.levels[k]
		place := "%" + strconv.Itoa(k+1)
		if of == nil || !strings.Contains(text, place) {
			continue
		}
		n, format := counts[k], of.format
		if n < 0 {
			n = of.start
		}
		if l.legal {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, place, numeral(format, n))
	}
	return spacedLabel(text, l.suffix)
}

// spacedLabel returns a number with the space behind it: none where its own last mark has room.
func spacedLabel(text, suffix string) string {
	text = strings.TrimSpace(text)
	if text == "" || suffix == "nothing" || strings.HasSuffix(text, "、") || strings.HasSuffix(text, "）") || strings.HasSuffix(text, "．") || strings.HasSuffix(text, "：") {
		return text
	}
	return text + " "
}

func atoi(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}
