package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gongkai/kiosk/xdrive"
)

// changes is the number of slide changes that a comparison watches in each run.
const changes = 4

// round is what unattended changes of slides cost.
type round struct {
	cpu    []float64 // ms of each change
	frames []float64 // drawn in each change
	gaps   []float64 // between the frames of one movement, ms
}

// carouselRound watches the carousel of the shipped catalogue with slides as short as their text allows.
func (b *bench) carouselRound() (r round, err error) {
	dir, err := os.MkdirTemp("", "kiosk-bench-*")
	if err != nil {
		return r, err
	}
	defer os.RemoveAll(dir)
	content, err := b.content(dir, "# [carousel]\n# dwell_seconds = 15", "[carousel]\ndwell_seconds = 5")
	if err != nil {
		return r, err
	}
	err = b.session(func(s *xdrive.Server, p *xdrive.Program) error {
		if err := s.Ready(b.ctx, p); err != nil {
			return err
		}
		time.Sleep(settled)
		for range changes {
			if err := r.change(b, s, p); err != nil {
				return err
			}
		}
		return nil
	}, "--content", content)
	return r, err
}

// change waits for the next slide and adds what its arrival cost.
func (r *round) change(b *bench, s *xdrive.Server, p *xdrive.Program) error {
	said, drawn := len(p.Log()), s.Damage.Count()
	spent, err := cpu(p.Pid)
	if err != nil {
		return err
	}
	if _, err := p.WaitLine(b.ctx, said, "msg=screen name=attract "); err != nil {
		return err
	}
	time.Sleep(slideTime)
	now, err := cpu(p.Pid)
	if err != nil {
		return err
	}
	at := frames(s.Damage.Since(drawn))
	r.cpu, r.frames = append(r.cpu, ms(now-spent)), append(r.frames, float64(len(at)))
	for i := range at[min(1, len(at)):] {
		if gap := at[i+1].Sub(at[i]); gap < oneMovement {
			r.gaps = append(r.gaps, ms(gap))
		}
	}
	return nil
}

// oneMovement is the longest time between two frames of one movement.
const oneMovement = 100 * time.Millisecond

// benchmark returns the means of a round, and its frame rate, as a line of Go's benchmarks.
func (r round) benchmark() string {
	slices.Sort(r.gaps)
	return fmt.Sprintf("BenchmarkSlide 1 %g cpu-ms %g frames %g frames/s %g p95-gap-ms\n",
		mean(r.cpu), mean(r.frames), 1000/mean(r.gaps), at(r.gaps, .95))
}

// content writes the shipped catalogue to a new directory below dir, with some of its settings replaced, old and new by turns.
func (b *bench) content(dir string, replaced ...string) (string, error) {
	content := filepath.Join(dir, "content")
	if out, err := exec.Command(b.binary, "init", content).CombinedOutput(); err != nil {
		return "", fmt.Errorf("init: %w\n%s", err, out)
	}
	settings := filepath.Join(content, "kiosk.toml")
	data, err := os.ReadFile(settings)
	text := strings.NewReplacer(replaced...).Replace(string(data))
	return content, errors.Join(err, os.WriteFile(settings, []byte(text), 0o644))
}
