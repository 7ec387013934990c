package main

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/image/draw" // scaling

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// round is the carousel on one sheet, beside the design's where that draws it.
type round struct {
	name, design string
	catalogue    *catalogue.Catalogue
	way          string
	columns      int
	thumb        image.Point // size of a slide, px
}

// sixty is a sample centre of 60 items.
const sixty = "cmd/kiosk/testdata/centre"

// rounds writes the carousel of the shipped catalogue and of the sample centre.
func (e easel) rounds(design, out string, content sampled, only string) error {
	few, many := content.asked().fourNotices().catalogue(), centre(sixty)
	var errs []error
	for _, r := range []round{
		{"round-portrait", "round", few, "portrait", 8, image.Pt(240, 427)},
		{"round-landscape", "round-landscape", few, "landscape", 5, image.Pt(384, 216)},
		{"round60-portrait", "", many, "portrait", 11, image.Pt(180, 320)},
		{"round60-landscape", "", many, "landscape", 8, image.Pt(288, 162)},
	} {
		if strings.Contains(r.name, only) {
			errs = append(errs, e.round(design, out, r))
		}
	}
	return errors.Join(errs...)
}

// fourNotices returns the content with the notices of the design's round.
func (s sampled) fourNotices() sampled {
	s = s.notices()
	s.files = slices.DeleteFunc(s.files, func(f catalogue.File) bool { return f.Path == "notices/5.toml" })
	return s
}

// centre parses the content of a directory without its images.
func centre(dir string) *catalogue.Catalogue {
	s := sampled{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".toml") {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, path))
		s.files = append(s.files, catalogue.File{Path: path, Data: data})
		return err
	})
	if err != nil {
		panic(err) // the repository has it
	}
	return s.catalogue()
}

// round writes a sheet: the design's round at the left, if it is drawn, and all slides in their order.
func (e easel) round(design, out string, r round) error {
	st := showing(r.catalogue, session.Screen{Kind: session.Attract})
	n := session.Slides(st)
	step := r.thumb.Add(image.Pt(18, 22))
	rows := (n + r.columns - 1) / r.columns
	left, high := 0, rows*step.Y+gap
	var their image.Image
	if r.design != "" {
		var err error
		if their, err = read(filepath.Join(design, r.design+".png")); err != nil {
			return fmt.Errorf("%s: %w", r.name, err)
		}
		left, high = their.Bounds().Dx()+gap, max(high, their.Bounds().Dy())
	}
	m := image.NewRGBA(image.Rect(0, 0, left+r.columns*step.X+gap, high))
	draw.Draw(m, m.Rect, image.NewUniform(color.Gray{0x80}), image.Point{}, draw.Src)
	if their != nil {
		draw.Draw(m, their.Bounds(), their, their.Bounds().Min, draw.Src)
	}
	for i := range n {
		st.View = session.View{Screen: session.SlideAt(st, i)}
		our := e.paint(st, ways[r.way])
		at := image.Pt(left+gap+i%r.columns*step.X, gap+i/r.columns*step.Y)
		draw.CatmullRom.Scale(m, image.Rectangle{Min: at, Max: at.Add(r.thumb)}, our, our.Rect, draw.Src, nil)
	}
	return write(filepath.Join(out, r.name+".png"), m)
}
