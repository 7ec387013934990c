package main

import (
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"gongkai/kiosk/xdrive"
)

// settled is how long after its start the program is assumed to be idle.
const settled = 5 * time.Second

// session runs the program on a screen of its own, ready, for f.
func (b *bench) session(f func(*xdrive.Server, *xdrive.Program) error, more ...string) error {
	calm()
	s, err := xdrive.Start(xdrive.Portrait)
	if err != nil {
		return err
	}
	defer s.Close()
	p, err := s.Launch(b.binary, append([]string{"run"}, more...)...)
	if err != nil {
		return err
	}
	defer p.End()
	return f(s, p)
}

// start is one start of the program.
type start struct {
	first, last time.Duration // from exec to the first picture, and to the last change of it
	memory      float64       // PSS once all is quiet, MiB
}

// start starts the program once.
func (b *bench) start() (one start, err error) {
	err = b.session(func(s *xdrive.Server, p *xdrive.Program) error {
		at, err := firstContent(s, b)
		if err != nil {
			return err
		}
		if err := s.Damage.Settle(b.ctx, xdrive.Quiet); err != nil {
			return err
		}
		drawn := s.Damage.Since(0)
		one.first, one.last = at.Sub(p.Began), drawn[len(drawn)-1].Sub(p.Began)
		time.Sleep(time.Until(p.Began.Add(settled)))
		one.memory, err = pss(p.Pid)
		return err
	})
	return one, err
}

// measureStarts measures starts. The first fills caches and isn't counted.
func (b *bench) measureStarts() error {
	if _, err := b.start(); err != nil {
		return err
	}
	var first, last, memory []float64
	for range b.starts {
		one, err := b.start()
		if err != nil {
			return err
		}
		first, last, memory = append(first, ms(one.first)), append(last, ms(one.last)), append(memory, one.memory)
	}
	b.add("exec to first picture", "ms", first...)
	b.add("exec to settled screen", "ms", last...)
	b.add("PSS 5 s after the start", "MiB", memory...)
	return nil
}

// firstContent returns when the screen first showed content: a patch that the first slide's
// title crosses, compared after each drawing.
func firstContent(s *xdrive.Server, b *bench) (time.Time, error) {
	patch := image.Rect(100, 600, 900, 604)
	for n := 0; ; n++ {
		at, err := s.Damage.Wait(b.ctx, n)
		if err != nil {
			return at, err
		}
		m, err := s.Part(patch)
		if err != nil || !xdrive.Plain(m) {
			return at, err
		}
	}
}

// measureCarousel measures CPU with the carousel, and at rest on home.
func (b *bench) measureCarousel() error {
	return b.session(func(s *xdrive.Server, p *xdrive.Program) error {
		if err := s.Ready(b.ctx, p); err != nil {
			return err
		}
		time.Sleep(settled)
		c, err := share(p.Pid, b.carousel)
		if err != nil {
			return err
		}
		b.add("CPU with the carousel, "+b.carousel.String(), "% of a core", c)
		for _, step := range xdrive.Tour[:1] {
			if _, err := s.Go(b.ctx, p, step); err != nil {
				return err
			}
		}
		time.Sleep(settled)
		n := s.Damage.Count()
		c, err = share(p.Pid, b.rest)
		b.add("CPU at rest on home, "+b.rest.String(), "% of a core", c)
		b.add("drawn meanwhile (the clock's minute is one)", "times", float64(s.Damage.Count()-n))
		return err
	})
}

// walk is what a walk's taps took and cost, ms each.
type walk struct {
	press, release, cpu []float64
	memory              float64 // PSS after them, MiB
}

// tours walks so many times in one session, from the slide of an item if the first step leads to one.
func (b *bench) tours(rounds int, steps []xdrive.Step) (w walk, err error) {
	err = b.session(func(s *xdrive.Server, p *xdrive.Program) error {
		if err := s.Ready(b.ctx, p); err != nil {
			return err
		}
		for range rounds {
			if err := itemSlide(b, p, steps[0]); err != nil {
				return err
			}
			for _, step := range steps {
				t, err := tap(b, s, p, step)
				if err != nil {
					return err
				}
				if t.pressed {
					w.press = append(w.press, ms(t.press))
				}
				w.release, w.cpu = append(w.release, ms(t.release)), append(w.cpu, ms(t.cpu))
			}
		}
		w.memory, err = pss(p.Pid)
		return err
	})
	return w, err
}

// itemSlide waits until the carousel shows an item, if that is what the step opens.
func itemSlide(b *bench, p *xdrive.Program, step xdrive.Step) error {
	if step.Want != "item" {
		return nil
	}
	for n := 0; ; {
		var err error
		if n, err = p.WaitLine(b.ctx, n, "msg=screen name=attract item="); err != nil {
			return err
		}
		if shown := p.Screens(0); shown[len(shown)-1].Item > 0 {
			return nil
		}
	}
}

// measureTaps measures how soon the glass answers taps.
func (b *bench) measureTaps() error {
	w, err := b.tours(b.rounds, xdrive.Tour)
	if err != nil {
		return err
	}
	b.add("PSS after the taps", "MiB", w.memory)
	b.add("press to pressed look", "ms", w.press...)
	b.add("release to first change", "ms", w.release...)
	b.add("CPU a tap, with its transition", "ms", w.cpu...)
	return nil
}

// timing is the response time of a tap, and its CPU time.
type timing struct {
	press, release, cpu time.Duration
	pressed             bool // there was a pressed look
}

// tap taps on a still screen, as a visitor who has read it.
func tap(b *bench, s *xdrive.Server, p *xdrive.Program, step xdrive.Step) (t timing, err error) {
	if err := s.Damage.Settle(b.ctx, xdrive.Quiet); err != nil {
		return t, err
	}
	n, said := s.Damage.Count(), len(p.Log())
	spent, err := cpu(p.Pid)
	if err != nil {
		return t, err
	}
	down := time.Now()
	if err := s.Press(step.At); err != nil {
		return t, err
	}
	time.Sleep(80 * time.Millisecond)
	if d := s.Damage.Since(n); len(d) > 0 {
		t.press, t.pressed = d[0].Sub(down), true
	}
	n = s.Damage.Count()
	up := time.Now()
	if err := s.Release(); err != nil {
		return t, err
	}
	at, err := s.Damage.Wait(b.ctx, n)
	if err != nil {
		return t, err
	}
	t.release = at.Sub(up)
	if _, err := p.WaitLine(b.ctx, said, "msg=screen name="+step.Want+" "); err != nil {
		return t, err
	}
	if err := s.Damage.Settle(b.ctx, xdrive.Quiet); err != nil {
		return t, err
	}
	now, err := cpu(p.Pid)
	t.cpu = now - spent
	return t, err
}

// measureSnapshots measures snapshots of every screen.
func (b *bench) measureSnapshots() error {
	var took []float64
	pictures := 0
	for range 3 {
		dir, err := os.MkdirTemp("", "kiosk-bench-*")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		began := time.Now()
		if err := exec.Command(b.binary, "snapshot", "--out", dir).Run(); err != nil {
			return err
		}
		took = append(took, time.Since(began).Seconds())
		files, err := filepath.Glob(filepath.Join(dir, "*.png"))
		if err != nil {
			return err
		}
		pictures = len(files)
	}
	b.add("snapshot of all screens, 1080x1920", "s", took...)
	b.add("pictures in it", "", float64(pictures))
	return nil
}

func (b *bench) measureSize() error {
	info, err := os.Stat(b.binary)
	if err == nil {
		b.add("the program, fonts and content in it", "MiB", float64(info.Size())/(1<<20))
	}
	return err
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
