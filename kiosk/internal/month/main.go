// Command month runs the kiosk's own loop through 30 days in minutes: the game, the painter and the store on a simulated clock,
// with frames that stay in memory; carousel, touches, syncs, faults and nights as a seed decides. It prints what is held at the
// ends of days, and how fast that grows. With -hour it runs the real program on a private X server for an hour instead, and
// prints the same of it.
package main

import (
	"context"
	"flag"
	"fmt"
	"image"
	"os"
	"os/signal"
	"time"
)

func main() {
	days := flag.Int("days", 30, "days to simulate")
	seed := flag.Uint64("seed", 1, "of touches, edits and faults")
	width := flag.Int("width", 270, "of the screen, px; its height is 16/9 of that")
	dwell := flag.Int("dwell", 40, "seconds that a slide stays")
	hour := flag.Bool("hour", false, "run the real program in real time instead")
	lasts := flag.Duration("lasts", time.Hour, "with -hour: how long")
	binary := flag.String("kiosk", "bin/kiosk", "with -hour: the program")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	size := image.Pt(*width, *width*16/9)
	run := func() error { return month(ctx, os.Stdout, size, *days, *dwell, *seed) }
	if *hour {
		run = func() error { return realHour(ctx, os.Stdout, *binary, *lasts, *seed) }
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "month:", err)
		os.Exit(1)
	}
}
