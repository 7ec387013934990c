package main

import (
	"context"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"time"

	"gongkai/kiosk/xdrive"
)

// realHour runs the program on a private X server under random touches and edits, and prints what it holds.
func realHour(ctx context.Context, out io.Writer, binary string, lasts time.Duration, seed uint64) error {
	dir, err := os.MkdirTemp("", "hour-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	p, err := newPlace(filepath.Join(dir, "content"), seed, 15, "07:29")
	if err != nil {
		return err
	}
	s, err := xdrive.Start(xdrive.Portrait)
	if err != nil {
		return err
	}
	defer s.Close()
	k, err := s.Launch(binary, "run", "--content", p.dir, "--state", filepath.Join(dir, "state"))
	if err != nil {
		return err
	}
	defer k.End()
	if err := s.Ready(ctx, k); err != nil {
		return err
	}
	fmt.Fprintf(out, header, "threads")
	touches, began := 0, time.Now()
	take := func() sample {
		one := process(k.Pid)
		one.days = time.Since(began).Hours() / 24
		one.at = time.Since(began).Round(time.Second).String()
		one.frames, one.touches, one.edits, one.faults = s.Damage.Count(), touches, p.edits, p.faults
		return one
	}
	take().print(out)
	var all []sample
	mend := func(time.Time) {}
	for step, shown := 0, time.Duration(0); time.Since(began) < lasts; step++ {
		if !k.Running() {
			return fmt.Errorf("the program ended: %q", k.Faults())
		}
		if err := s.Tap(image.Pt(p.random.IntN(s.Size.X), p.random.IntN(s.Size.Y))); err != nil {
			return err
		}
		touches++
		switch p.random.IntN(60) {
		case 0, 1:
			p.edit(time.Now())
		case 2:
			mend(time.Now())
			mend = p.fault(time.Now())
		case 3:
			mend(time.Now())
			mend = func(time.Time) {}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(200+p.random.IntN(3000)) * time.Millisecond):
		}
		if ran := time.Since(began); ran-shown >= lasts/12 {
			shown = ran
			one := take()
			one.print(out)
			all = append(all, one)
		}
	}
	if len(all) > 2 {
		fmt.Fprintf(out, "\n%v. PSS grows by %.2f MiB an hour after the first twelfth.\n", lasts, slope(all[1:])/24)
	}
	return nil
}
