// Command look lays our screens beside the design's pictures of the same name, a
// sheet for each, to be looked at. It judges nothing; kiosk/page compares boxes.
package main

import (
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"

	"golang.org/x/image/draw" // scaling
)

// pair is a picture of the design and the snapshot that answers to it.
type pair struct{ design, screen, file string }

var pairs = []pair{
	{"attract-short", "attract:1", "attract-01"},
	{"attract-longtitle", "attract:5", "attract-05"},
	{"attract-long", "attract:6", "attract-06"},
	{"attract-prose", "attract:12", "attract-12"},
	{"home", "home", "home"},
	{"category", "category:4", "category-04"},
	{"item-01", "item:1", "item-01"},
	{"item-06", "item:6", "item-06"},
	{"item-09", "item:9", "item-09"},
	{"item-12", "item:12", "item-12"},
	{"preparing", "preparing", "preparing"},
}

// designed is the moment that the design's clocks show.
const designed = "2026-03-12T09:41"

func main() {
	binary := flag.String("kiosk", "bin/kiosk", "the program")
	design := flag.String("design", "docs/design", "the design's pictures")
	out := flag.String("out", "out/look", "where the sheets go")
	flag.Parse()
	sizes := map[string]string{"portrait": "1080x1920", "landscape": "1920x1080"}
	var errs []error
	for way, size := range sizes {
		errs = append(errs, look(*binary, *design, *out, way, size))
	}
	if err := errors.Join(errs...); err != nil {
		fmt.Fprintln(os.Stderr, "look:", err)
		os.Exit(1)
	}
}

// look makes the sheets of one way that a panel may hang.
func look(binary, design, out, way, size string) error {
	ours, unknown := filepath.Join(out, way), filepath.Join(out, way+"-none")
	args := []string{"snapshot", "--size", size, "--at", designed, "--out", ours}
	for _, p := range pairs {
		args = append(args, p.screen)
	}
	if err := run(binary, args...); err != nil {
		return err
	}
	if err := run(binary, "snapshot", "--size", size, "--at", "none", "--out", unknown, "home"); err != nil {
		return err
	}
	for _, p := range pairs {
		if err := sheet(filepath.Join(ours, p.file+".png"), design, out, way+"-"+p.design+".png"); err != nil {
			return err
		}
	}
	return sheet(filepath.Join(unknown, "home.png"), design, out, way+"-clock-unknown.png")
}

func run(binary string, args ...string) error {
	text, err := exec.Command(binary, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", binary, err, text)
	}
	return nil
}

// gap is between the two pictures of a sheet, px.
const gap = 24

// sheet writes our picture at the left, scaled to the size of the design's at the right.
func sheet(ours, design, out, name string) error {
	our, err := read(ours)
	if err != nil {
		return err
	}
	their, err := read(filepath.Join(design, name))
	if err != nil {
		return err
	}
	b := their.Bounds()
	m := image.NewRGBA(image.Rect(0, 0, 2*b.Dx()+gap, b.Dy()))
	draw.Draw(m, m.Bounds(), image.NewUniform(color.Gray{0x80}), image.Point{}, draw.Src)
	draw.CatmullRom.Scale(m, image.Rect(0, 0, b.Dx(), b.Dy()), our, our.Bounds(), draw.Src, nil)
	draw.Draw(m, image.Rect(b.Dx()+gap, 0, m.Rect.Dx(), b.Dy()), their, b.Min, draw.Src)
	path := filepath.Join(out, name)
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	fmt.Println(path)
	return errors.Join(png.Encode(f, m), f.Close())
}

func read(path string) (image.Image, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return png.Decode(f)
}
