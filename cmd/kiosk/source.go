package main

import (
	"gongkai/content"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/store"
)

// read reads the content once, as a fresh start would show it.
func (c config) read() store.Snapshot {
	if c.content == "" {
		return store.ReadFS(content.FS)
	}
	return store.Read(c.content)
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
