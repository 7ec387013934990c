// Command reach prints how far away each slide of the carousel can be read, then walks every screen breadth first over its targets, from home on, and
// prints each screen's distance, its smallest target, and the way back. It fails if a
// screen can't be reached or left, if an item is more than three taps away, or if a
// target is too small for a finger (docs/design/README.md section 7).
//
// It uses no pixels: it taps where page.Hit finds a target, and scrolls like a finger.
package main

import (
	"flag"
	"fmt"
	"image"
	"io"
	"io/fs"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

func main() {
	dir := flag.String("content", "", "a content directory; without it the shipped catalogue")
	flag.Parse()
	files := fs.FS(content.FS)
	if *dir != "" {
		files = os.DirFS(*dir)
	}
	c, err := parse(files)
	if err != nil || c == nil || len(c.Items) == 0 {
		fmt.Fprintln(os.Stderr, "reach: there is nothing to show", err)
		os.Exit(1)
	}
	posters(os.Stdout, c)
	if !walkAll(os.Stdout, c) {
		os.Exit(1)
	}
}

// parse parses all TOML files, without images.
func parse(files fs.FS) (*catalogue.Catalogue, error) {
	var all []catalogue.File
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".toml") {
			return err
		}
		data, err := fs.ReadFile(files, path)
		all = append(all, catalogue.File{Path: path, Data: data})
		return err
	})
	c, _ := catalogue.Parse(all)
	return c, err
}

// sizes are the screens that are walked: portrait, landscape, and a small desk window.
var sizes = []image.Point{{X: 1080, Y: 1920}, {X: 1920, Y: 1080}, {X: 540, Y: 960}}

// modes are the modes that are walked.
var modes = map[string]session.Mode{
	"usual":      {Text: 1},
	"large":      {Text: 2},
	"low, large": {Text: 1.3, LowReach: true, Contrast: true},
	"strokes":    {Text: 1, Strokes: true},
}

// walkAll walks the catalogue at every size in every mode.
func walkAll(w io.Writer, c *catalogue.Catalogue) bool {
	good := true
	for _, size := range sizes {
		for _, name := range []string{"usual", "large", "low, large", "strokes"} {
			fmt.Fprintf(w, "%dx%d, %s\n", size.X, size.Y, name)
			k := newWalk(c, modes[name], size)
			k.walk()
			k.table(w)
			for _, fault := range k.faults {
				fmt.Fprintln(w, "FAULT", fault)
				good = false
			}
		}
	}
	return good
}

// noon is the time of the walk, chosen arbitrarily.
var noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.FixedZone("CST", 8*3600))

// table prints a line for each kind of screen.
func (k *walk) table(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "screen\tscreens\ttaps\ttargets\tsmallest, u\tleft by")
	for _, name := range k.order {
		s := k.sums[name]
		fmt.Fprintf(t, "%s\t%d\t%d–%d\t%d\t%.0f x %.0f\t%s\n", name, s.screens, s.near, s.far, s.targets, s.small.w, s.small.h, s.way)
	}
	t.Flush()
	fmt.Fprintln(w)
}
