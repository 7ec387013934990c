package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// tally reports how many pictures are painted, at most once a second, and nothing within the first.
type tally struct {
	to    io.Writer
	of    int
	now   func() time.Time
	mu    sync.Mutex
	done  int
	spoke time.Time
}

// newTally returns the tally of a task of so many pictures.
func newTally(to io.Writer, of int) *tally {
	return &tally{to: to, of: of, now: time.Now, spoke: time.Now()}
}

// step counts a picture that is painted.
func (p *tally) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if now := p.now(); now.Sub(p.spoke) >= time.Second && p.done < p.of {
		p.spoke = now
		fmt.Fprintf(p.to, "画好 %d 张，共 %d 张……\n", p.done, p.of)
	}
}
