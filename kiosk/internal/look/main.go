// Command look puts our screens beside the design's pictures of the same name, a
// sheet for each: the design's at the left, ours at the right; and paints screens that
// the design doesn't draw, at sizes of many panels. They are for inspection: it checks only
// that no picture of the design is omitted (the box tests compare boxes). The differences,
// with reasons, are in docs/design-differences.md.
package main

import (
	"errors"
	"flag"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
)

// ways are the two orientations of a panel, px.
var ways = map[string]image.Point{"portrait": {X: 1080, Y: 1920}, "landscape": {X: 1920, Y: 1080}}

func main() {
	design := flag.String("design", "docs/design", "the design's pictures, of any size")
	out := flag.String("out", "out/look", "where the sheets go")
	only := flag.String("only", "", "a part of the names of the screens that are wanted")
	flag.Parse()
	if err := look(*design, *out, *only); err != nil {
		fmt.Fprintln(os.Stderr, "look:", err)
		os.Exit(1)
	}
}

// look writes all sheets and pictures whose names contain a part.
func look(design, out, only string) error {
	content, err := shipped()
	if err != nil {
		return err
	}
	e := newEasel(content.images)
	shown := drawn(content)
	if err := os.MkdirAll(filepath.Join(out, "undrawn"), 0o755); err != nil {
		return err
	}
	if only == "" {
		if err := complete(design, shown); err != nil {
			return err
		}
	}
	for _, sc := range shown {
		for way, size := range ways {
			name := way + "-" + strings.TrimPrefix(sc.name, way+"-")
			path := filepath.Join(design, name+".png")
			if _, err := os.Stat(path); err != nil || !strings.Contains(name, only) {
				continue // drawn in the other orientation only
			}
			if err := e.sheet(path, filepath.Join(out, name+".png"), sc.state, size); err != nil {
				return err
			}
		}
	}
	if strings.Contains("week", only) {
		if err := e.paper(design, out, content); err != nil {
			return err
		}
	}
	return errors.Join(e.preview(design, out, content, only), e.rounds(design, out, content, only), e.undrawn(filepath.Join(out, "undrawn"), content, only))
}

// complete reports pictures of the design without a screen, and screens without a picture.
func complete(design string, shown []screen) error {
	files, err := filepath.Glob(filepath.Join(design, "*-*.png"))
	if err != nil {
		return err
	}
	drawn := map[string]bool{}
	for _, f := range files {
		_, name, _ := strings.Cut(strings.TrimSuffix(filepath.Base(f), ".png"), "-")
		drawn[name] = true
	}
	var errs []error
	for _, sc := range shown {
		name := sc.name
		for way := range ways {
			name = strings.TrimPrefix(name, way+"-")
		}
		if name == sc.name && !drawn[name] {
			errs = append(errs, fmt.Errorf("%s has no picture of %s", design, name))
		}
		delete(drawn, name)
	}
	for name := range drawn {
		if !later[name] {
			errs = append(errs, fmt.Errorf("nothing shows %s", name))
		}
	}
	return errors.Join(errs...)
}

// later are pictures that show no screen of the program.
var later = map[string]bool{
	"landscape":            true, // round-landscape, of which round.go has ours
	"wide":                 true, // item-wide
	"states":               true, // each state of a control beside the others
	"accessibility-speech": true, // a fifth control, for speech, which doesn't exist yet
}
