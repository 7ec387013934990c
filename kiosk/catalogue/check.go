package catalogue

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Bounds of text, in characters; a link's in bytes.
const (
	maxTitle = 1_000
	maxCell  = 50_000
	maxLink  = 2_000
	// maxCode is what the largest QR code holds (ISO/IEC 18004, version 40, level L).
	maxCode = 2_953
	// longTitle is where a title no longer fits a poster well.
	longTitle = 60
)

// checker collects what is wrong with one file.
type checker struct {
	file     string
	data     []byte
	read     bool // the file was decoded; without that, missing keys are no problem of their own
	problems []diag.Problem
	images   *images
	there    map[string]bool // the paths of all texts
	hosts    []string        // what links may lead to; empty: anywhere

	covers    func(rune) bool // nil: characters without a font are not sought
	script    Script
	uncovered []diag.Problem
	lacking   []lack
}

func (c *checker) err(code string, at diag.Spot, message, fix string) {
	c.add(at.Problem(diag.Error, code, message, fix))
}

func (c *checker) warn(code string, at diag.Spot, message, fix string) {
	c.add(at.Problem(diag.Warning, code, message, fix))
}

// partly adds an error that keeps only the thing that it names off the screen.
func (c *checker) partly(code string, at diag.Spot, message, fix string) {
	p := at.Problem(diag.Error, code, message, fix)
	p.Part = true
	c.add(p)
}

// mended adds a problem with what mends it; part is whether it keeps only the thing that it names off the screen.
func (c *checker) mended(m diag.Mend, severity diag.Severity, part bool, code string, at diag.Spot, message, fix string) {
	p := at.Problem(severity, code, message, fix)
	p.Part, p.Mend = part, m
	c.add(p)
}

// add keeps a problem unless there are too many to be printed; even then it keeps the
// first one that breaks the file.
func (c *checker) add(p diag.Problem) {
	if !c.full() || p.Breaks() && !c.broken() {
		c.problems = append(c.problems, p)
	}
}

// full reports whether further problems of this file would not be printed.
func (c *checker) full() bool { return len(c.problems) > diag.MaxPerFile }

// whole adds a problem of the file as a whole, at its beginning.
func (c *checker) whole(code string, severity diag.Severity, message, fix string) {
	c.add(diag.Problem{File: c.file, Line: 1, Column: 1, Whole: true, Severity: severity, Code: code, Message: message, Fix: fix})
}

func (c *checker) broken() bool { return slices.ContainsFunc(c.problems, diag.Problem.Breaks) }

// need reports a required text that is absent or blank; label is the key's
// Chinese name.
func (c *checker) need(t *toml.Text, key, label, example string) {
	switch {
	case !t.Given() && !c.mistaken(key):
		c.whole("key-missing", diag.Error, "缺少“"+key+"”（"+label+"）", "补上一行 "+key+" = "+example)
	case t.Given() && blank(t):
		c.err("key-blank", t.At, "“"+key+"”（"+label+"）是空的", "补上内容")
	}
}

// mistaken reports whether a key that isn't Given is there all the same, with a value of another type
// or misspelt: Decode reported it, and it breaks the file.
func (c *checker) mistaken(key string) bool {
	return c.broken() && slices.ContainsFunc(toml.Heads(c.data), func(h toml.Head) bool {
		return h.Name == key || diag.Suggest(h.Name, []string{key}) != ""
	})
}

// faulty reports whether Decode found anything wrong with a key's value.
func (c *checker) faulty(key string) bool {
	for _, h := range toml.Heads(c.data) {
		if h.Name == key && slices.ContainsFunc(c.problems, func(p diag.Problem) bool { return p.Line >= h.Line && p.Line <= h.Last }) {
			return true
		}
	}
	return false
}

// text checks one text without regard to its meaning: its length, and characters and
// marks that don't belong. It returns false if the text can't be shown.
func (c *checker) text(key string, t *toml.Text, limit int) bool {
	if n := utf8.RuneCountInString(t.V); n > limit {
		c.err("text-beyond", t.At, fmt.Sprintf("“%s”有 %d 个字，超过 %d", key, n, limit), "看看是不是粘贴错了；确实这么长就分成几项")
		return false
	}
	for _, path := range toml.Paths(t) {
		c.add(path.Problem(t))
	}
	c.damaged(key, t)
	c.brackets(key, t)
	c.notation(key, t)
	c.personal(key, t)
	c.cover(key, t)
	return c.characters(key, t)
}
