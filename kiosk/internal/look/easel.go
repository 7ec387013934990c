package main

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/draw" // scaling

	"gongkai/kiosk/layout"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// easel lays out and paints states.
type easel struct {
	set     *typeset.Setter
	painter *paint.Painter
}

func newEasel(images fs.FS) easel {
	e := easel{typeset.New(), paint.New(64 << 20)}
	e.painter.Pictures = images
	return e
}

// progress is the progress of the current slide's tick in the design's pictures.
const progress = 0.62

// paint returns a state's screen at a size in px.
func (e easel) paint(st session.State, size image.Point) *image.RGBA {
	p := layout.Layout(st, page.ThemeOf(st), size, e.set)
	return e.painter.Screen(size, motion.Compose(motion.Scene{Page: p, Scroll: st.View.Scroll, Now: st.Now, Progress: progress}))
}

// gap is between the two pictures of a sheet, px.
const gap = 24

// sheet writes the design's picture at the left and a state's screen, scaled to its size, at the right.
func (e easel) sheet(design, path string, st session.State, size image.Point) error {
	return e.beside(design, path, e.paint(st, size))
}

// beside writes the design's picture at the left and ours, scaled to its size, at the right.
func (e easel) beside(design, path string, our *image.RGBA) error {
	their, err := read(design)
	if err != nil {
		return err
	}
	b := their.Bounds()
	m := image.NewRGBA(image.Rect(0, 0, 2*b.Dx()+gap, b.Dy()))
	draw.Draw(m, m.Bounds(), image.NewUniform(color.Gray{0x80}), image.Point{}, draw.Src)
	draw.Draw(m, image.Rect(0, 0, b.Dx(), b.Dy()), their, b.Min, draw.Src)
	draw.CatmullRom.Scale(m, image.Rect(b.Dx()+gap, 0, m.Rect.Dx(), b.Dy()), our, our.Rect, draw.Src, nil)
	return write(path, m)
}

// undrawn writes the screens that the design doesn't draw: each in portrait and landscape, and
// the most frequent ones at every size.
func (e easel) undrawn(dir string, content sampled, only string) error {
	shots := undrawn(content)
	for _, sc := range drawn(content) {
		if strings.Contains("home item-06 attract-long attract-head attract-figure attract-ask attract-group attract-index search notice accessibility takeaway idle-warning category", sc.name) {
			shots = append(shots, sc)
		}
	}
	var errs []error
	for i, sc := range shots {
		for _, size := range sizes {
			name := fmt.Sprintf("%s-%dx%d", sc.name, size.X, size.Y)
			usual := size == ways["portrait"] || size == ways["landscape"]
			if usual == (i < len(undrawn(content))) && strings.Contains(name, only) {
				errs = append(errs, write(filepath.Join(dir, name+".png"), e.paint(sc.state, size)))
			}
		}
	}
	return errors.Join(errs...)
}

func read(path string) (image.Image, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return png.Decode(f)
}

func write(path string, m *image.RGBA) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	fmt.Println(path)
	return errors.Join(paint.WritePNG(f, m), f.Close())
}
