package main

import (
	"io/fs"
	"log/slog"

	"gongkai/content"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/store"
)

// place returns the directories of the content and of its last good state.
func (c config) place() store.Place {
	return store.Place{Dir: c.content, State: c.state, Zone: c.zone, Trusted: c.clock(slog.New(slog.DiscardHandler)).trusts, Pins: c.pins}
}

// read reads the content once, as a fresh start would show it.
func (c config) read() store.Snapshot {
	if c.content == "" {
		return store.ReadFS(content.FS)
	}
	return c.place().Read()
}

// checker returns a function that reads the content for check, without the kept state, and decodes every image completely.
func (c config) checker() (check func() store.Snapshot) {
	if c.content == "" {
		return c.read
	}
	k := store.NewChecker(c.content)
	k.Pins = c.pins
	return k.Check
}

// withKeptState adds a note that the screen shows an older state, if the content can't be shown and one is kept.
func (c config) withKeptState(snap store.Snapshot) store.Snapshot {
	if snap.Catalogue != nil || c.state == "" {
		return snap
	}
	if kept := c.read().Catalogue; kept != nil {
		snap.Problems = append(snap.Problems, diag.Problem{
			File: ".", Severity: diag.Warning,
			Code: "last-good-shown", Message: "屏幕上仍是上次完好的内容（版本 " + shortRevision(kept.Revision) + "）",
			Fix: "改好其余各处，屏幕会自动换成新的内容",
		})
	}
	return snap
}

// images returns the files of the content's images, for the painter.
func (c config) images() fs.FS {
	if c.content == "" {
		return content.FS
	}
	return c.place().Images()
}

// counts returns the number of problems of each severity.
func counts(problems []diag.Problem) (n [diag.Hint + 1]int) {
	for _, p := range problems {
		n[p.Severity]++
	}
	return n
}
