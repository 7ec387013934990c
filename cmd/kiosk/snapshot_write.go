package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// writeFile writes a file that is there as a whole or not at all: beside its place, then renamed.
func writeFile(path string, write func(io.Writer) error) error {
	temp := path + ".tmp"
	out, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	if err = errors.Join(write(out), out.Close()); err == nil {
		err = os.Rename(temp, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return nil
}

// progress reports how far a long task is, at most once a second, and nothing within the first.
type progress struct {
	to    io.Writer
	of    int
	now   func() time.Time
	mu    sync.Mutex
	done  int
	spoke time.Time
}

// begin returns the progress of a task of so many steps.
func begin(to io.Writer, of int) *progress {
	return &progress{to: to, of: of, now: time.Now, spoke: time.Now()}
}

// step reports that a step is done.
func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if now := p.now(); now.Sub(p.spoke) >= time.Second && p.done < p.of {
		p.spoke = now
		fmt.Fprintf(p.to, "画好 %d 张，共 %d 张……\n", p.done, p.of)
	}
}
