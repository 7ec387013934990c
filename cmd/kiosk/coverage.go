package main

import (
	"io/fs"
	"log/slog"
	"slices"
	"sync"
	"unicode"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/store"
	"gongkai/kiosk/typeset"
)

// seekFonts sets the paths of fonts for characters that the embedded ones lack: the directory of
// the settings, then Debian's packages. They are opened when such a character occurs.
// The same paths are set once: preview runs other commands while its window sets text.
func (c config) seekFonts() {
	sought.Lock()
	defer sought.Unlock()
	paths := append([]string{c.fonts}, fonts.Debian()...)
	if !slices.Equal(paths, sought.paths) {
		sought.paths = paths
		fonts.Seek(paths...)
	}
}

// sought are the paths that are set.
var sought struct {
	sync.Mutex
	paths []string
}

// uncovered lists the characters of the content that no font has and, if there are any,
// the font files that can't be read.
func uncovered(snap store.Snapshot) []diag.Problem {
	problems := catalogue.Uncovered(snap.Files, typeset.New().Covers, scriptOf)
	if len(problems) == 0 {
		return nil
	}
	for _, fault := range fonts.Faults() {
		problems = append(problems, unreadable(fault))
	}
	return problems
}

// scriptOf returns the writing system of a character that is no hanzi, and the package with its font.
func scriptOf(r rune) (name, pack string) {
	s, ok := fonts.ScriptOf(r)
	if !ok || unicode.Is(unicode.Han, r) {
		return "", ""
	}
	return s.Name, s.Package
}

func unreadable(fault *fs.PathError) diag.Problem {
	return diag.Problem{
		File: fault.Path, Severity: diag.Warning,
		Code: "font-broken", Message: "这个字体文件用不了（" + fault.Err.Error() + "）", Fix: "重新复制一次，或删去它",
	}
}

// maxLogged is how many new uncovered characters are logged; check lists all.
const maxLogged = 20

// logUncovered logs uncovered characters that are not among those logged before, and returns all.
func logUncovered(log *slog.Logger, snap store.Snapshot, before []diag.Problem) []diag.Problem {
	problems, _ := diag.Open(catalogue.Accept(snap.Files, uncovered(snap)))
	fresh := diag.Fresh(problems, before)
	for _, p := range fresh[:min(len(fresh), maxLogged)] {
		log.Warn("uncovered character", "problem", p.String())
	}
	return problems
}
