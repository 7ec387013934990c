package main

import (
	"io/fs"

	"gongkai/content"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/store"
)

// place is where the content lies, and where its last good state is kept.
func (c config) place() store.Place {
	return store.Place{Dir: c.content, State: c.state, Zone: c.zone, Floor: buildTime()}
}

// read reads the content once, as a fresh start would show it.
func (c config) read() store.Snapshot {
	if c.content == "" {
		return store.ReadFS(content.FS)
	}
	return c.place().Read()
}

// checker is what reads the content for check, without what was kept of it, and decodes every image whole.
func (c config) checker() (check func() store.Snapshot) {
	if c.content == "" {
		return c.read
	}
	return store.NewChecker(c.content).Check
}

// kept says, where nothing of the content can be shown and the screen has an older state, that it has.
func (c config) kept(snap store.Snapshot) store.Snapshot {
	if snap.Catalogue != nil || c.state == "" {
		return snap
	}
	if kept := c.read().Catalogue; kept != nil {
		snap.Problems = append(snap.Problems, diag.Problem{
			File: ".", Severity: diag.Warning,
			Message: "屏幕上仍是上次完好的内容（版本 " + short(kept.Revision) + "）",
			Fix:     "改好其余各处，屏幕会自动换成新的内容",
		})
	}
	return snap
}

// images are where the painter finds the bytes of the content's images.
func (c config) images() fs.FS {
	if c.content == "" {
		return content.FS
	}
	return c.place().Images()
}

// counts are the errors and warnings among problems.
func counts(problems []diag.Problem) (errors, warnings int) {
	for _, p := range problems {
		if p.Severity == diag.Error {
			errors++
		}
	}
	return errors, len(problems) - errors
}
