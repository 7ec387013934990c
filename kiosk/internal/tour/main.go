// Command tour walks through the real program on a private screen, like a visitor,
// and saves a picture of each step. make run starts it where there is no display.
package main

import (
	"context"
	"flag"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"time"

	"gongkai/kiosk/xdrive"
)

func main() {
	binary := flag.String("kiosk", "bin/kiosk", "the program")
	out := flag.String("out", "out", "where the pictures go")
	flag.Parse()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	if err := tour(ctx, *binary, *out); err != nil {
		fmt.Fprintln(os.Stderr, "tour:", err)
		os.Exit(1)
	}
}

func tour(ctx context.Context, binary, out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	s, err := xdrive.Start(xdrive.Portrait)
	if err != nil {
		return err
	}
	defer s.Close()
	p, err := s.Launch(binary, "run")
	if err != nil {
		return err
	}
	defer p.End()
	if err := s.Ready(ctx, p); err != nil {
		return err
	}
	if err := s.Damage.Settle(ctx, xdrive.Quiet); err != nil {
		return err
	}
	first, err := s.Picture()
	if err != nil {
		return err
	}
	if err := keep(out, 0, "attract", first); err != nil {
		return err
	}
	for i, step := range xdrive.Tour {
		m, err := s.Go(ctx, p, step)
		if err != nil {
			return err
		}
		if err := keep(out, i+1, step.Want, m); err != nil {
			return err
		}
	}
	return nil
}

// keep saves a picture and prints its path.
func keep(out string, n int, name string, m image.Image) error {
	path := filepath.Join(out, fmt.Sprintf("tour-%d-%s.png", n, name))
	if err := xdrive.Save(path, m); err != nil {
		return err
	}
	fmt.Println(path)
	return nil
}
