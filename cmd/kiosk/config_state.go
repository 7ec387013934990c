package main

import (
	"path/filepath"
	"strings"
	"time"

	"gongkai/kiosk/diag"
)

// dropOverlappingState drops a state directory overlapping the content: what the kiosk keeps would be read as
// content, and what it deletes may be the office's.
func (c *config) dropOverlappingState() []diag.Problem {
	if c.content == "" || c.state == "" || !overlap(c.content, c.state) {
		return nil
	}
	p := diag.Problem{
		File: c.state,
		Code: "state-overlaps", Message: "状态目录和内容目录“" + diag.Printable(c.content) + "”是同一个目录，或一个在另一个里面，上次完好的内容没有地方留",
		Fix: "换一个内容目录以外的状态目录，例如 /var/lib/kiosk",
	}
	c.state = ""
	return []diag.Problem{p}
}

// linksTime limits how long links are followed: a share whose server is down never answers.
const linksTime = 2 * time.Second

// overlap reports whether one directory is the other, or inside it, by their names or through links.
func overlap(a, b string) bool {
	if nested(absolute(a), absolute(b)) {
		return true
	}
	real := make(chan bool, 1)
	go func() { real <- nested(followed(absolute(a)), followed(absolute(b))) }()
	select {
	case yes := <-real:
		return yes
	case <-time.After(linksTime):
		return false
	}
}

// nested reports whether one path is the other, or leads into it.
func nested(a, b string) bool {
	inside := func(outer, inner string) bool {
		way, err := filepath.Rel(outer, inner)
		return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
	}
	return inside(a, b) || inside(b, a)
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// followed returns a path without links, as far as it exists.
func followed(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	parent := filepath.Dir(path)
	if parent == path {
		return path
	}
	return filepath.Join(followed(parent), filepath.Base(path))
}
