package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"
)

// replaceFile writes a file beside its place and renames it: at any moment the place has the old file or the new one,
// complete. A write that fails leaves nothing.
func replaceFile(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".kiosk-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err = os.Chmod(f.Name(), 0o644); err != nil { // as a file has it that isn't temporary
		return err
	}
	return os.Rename(f.Name(), path)
}

// progress prints each second how far a work is that takes longer than one.
type progress struct {
	begun, reached string // what is printed before all is known, and the format of how much of it is done
	done, all      atomic.Int64
	end            chan struct{}
	ended          chan struct{}
}

// startProgress begins a work whose length is not known yet.
func startProgress(w io.Writer, begun, reached string) *progress {
	p := &progress{begun: begun, reached: reached, end: make(chan struct{}), ended: make(chan struct{})}
	go func() {
		defer close(p.ended)
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-p.end:
				return
			case <-tick.C:
				p.print(w)
			}
		}
	}()
	return p
}

func (p *progress) print(w io.Writer) {
	if all := p.all.Load(); all > 0 {
		fmt.Fprintf(w, p.reached, p.done.Load(), all)
	} else {
		fmt.Fprintln(w, p.begun)
	}
}

// begin sets how much there is to do.
func (p *progress) begin(all int) { p.all.Store(int64(all)) }

// at sets how much is done, of how much.
func (p *progress) at(done, all int) {
	p.done.Store(int64(done))
	p.begin(all)
}

// step counts one more thing that is done.
func (p *progress) step() { p.done.Add(1) }

// stop ends the reports; it may be called again.
func (p *progress) stop() {
	select {
	case <-p.end:
	default:
		close(p.end)
	}
	<-p.ended
}
