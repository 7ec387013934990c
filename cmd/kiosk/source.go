package main

import (
	"io/fs"

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

// check is read, with every image decoded whole.
func (c config) check() store.Snapshot {
	if c.content == "" {
		return store.ReadFS(content.FS)
	}
	return store.Check(c.content)
}

// images are where the painter finds the bytes of the content's images.
func (c config) images() fs.FS {
	if c.content == "" {
		return content.FS
	}
	return store.Images{Dir: c.content}
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
