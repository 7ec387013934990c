package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"io"
	"io/fs"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/layout/week"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/pdf"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// date is a day on the command line.
type date time.Time

// UnmarshalText parses 2026-03-09.
func (d *date) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return fmt.Errorf("日期应写成 2026-03-09，不是“%s”", text)
	}
	*d = date(t)
	return nil
}

// saveWeek saves the week on paper, a picture a sheet or all in one PDF, and returns its files.
func (c snapshotCmd) saveWeek(ctx context.Context, s streams, st session.State, images fs.FS) ([]string, error) {
	from := time.Time(c.From)
	if from.IsZero() {
		from = week.Monday(st.Now)
	}
	w := week.Of(st, from, image.Point(c.Size))
	density := 1
	if isPDF(c.Sheet) {
		density = pdf.Density
	}
	pictures, err := paintWeek(ctx, s.err, &w, image.Point(c.Size), density, images)
	if err != nil {
		return nil, err
	}
	painter := paint.New(64 << 20)
	painter.Pictures = pictures
	sheets := week.Papers(w, page.ThemeOf(st), typeset.New())
	if isPDF(c.Sheet) {
		doc := pdf.New(painter)
		for i, p := range sheets {
			doc.Add(pdf.Sheet{Name: fmt.Sprintf("第 %d 页", i+1), Size: p.Size, Paper: pdf.A4, Pieces: motion.Compose(motion.Scene{Page: p}), Parts: weekParts(p)})
		}
		title := "一周播出审批单 " + from.Format(time.DateOnly)
		return []string{c.Sheet}, errors.Join(ctx.Err(), replaceFile(c.Sheet, func(to io.Writer) error { return doc.Write(to, title, created(st)) }))
	}
	var files []string
	for i, p := range sheets {
		file := numberedFile(c.Sheet, i+1)
		m := painter.Screen(p.Size, motion.Compose(motion.Scene{Page: p}))
		if err := errors.Join(ctx.Err(), replaceFile(file, func(to io.Writer) error { return paint.WritePNG(to, m) })); err != nil {
			return files, err
		}
		files = append(files, file)
	}
	return files, nil
}

// created returns the date of a state's file, zero if it isn't known.
func created(st session.State) time.Time {
	if !st.Clock {
		return time.Time{}
	}
	return st.Now
}

// isPDF reports whether a file is one by its name.
func isPDF(file string) bool { return strings.EqualFold(filepath.Ext(file), ".pdf") }

// numberedFile returns the file of sheet n: week.png, week-2.png.
func numberedFile(file string, n int) string {
	if n == 1 {
		return file
	}
	ending := filepath.Ext(file)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(file, ending), n, ending)
}

// furtherSheets returns the files that follow those of so many sheets by their names, as those of a longer week do. They
// are named and never removed: nothing in them tells whose they are.
func furtherSheets(file string, saved int) (files []string) {
	for n := saved + 1; !isPDF(file) && exists(numberedFile(file, n)); n++ {
		files = append(files, numberedFile(file, n))
	}
	return files
}

// paintWeek paints the small pictures of a week, each the slide as it is on a screen of a size in px, made smaller, with
// density pixels for one of the sheet. It names them in the week, and returns their files.
func paintWeek(ctx context.Context, progressTo io.Writer, w *week.Week, screen image.Point, density int, images fs.FS) (fs.FS, error) {
	type job struct {
		slide *week.Slide
		size  image.Point
	}
	var jobs []job
	for i := range w.Slides {
		jobs = append(jobs, job{&w.Slides[i], week.PictureSize(screen, false)})
	}
	for i := range w.Rows {
		jobs = append(jobs, job{&w.Rows[i].Slide, week.PictureSize(screen, true)})
	}
	files := pictureFiles{}
	var mu sync.Mutex
	painter := paint.New(64 << 20)
	painter.Pictures = images
	done := newTally(progressTo, len(jobs))
	todo := make(chan int)
	var group sync.WaitGroup
	errs := make([]error, runtime.GOMAXPROCS(0))
	for k := range errs {
		group.Go(func() {
			set := typeset.New()
			for i := range todo {
				if errs[k] != nil || ctx.Err() != nil {
					continue
				}
				j := jobs[i]
				data, err := smallPicture(j.slide.State, screen, j.size.Mul(density), set, painter)
				errs[k] = err
				name := fmt.Sprintf("slides/%d.png", i)
				sum := sha256.Sum256(data)
				j.slide.Picture = catalogue.Image{Name: name, Width: j.size.X, Height: j.size.Y, Orientation: 1, Hash: hex.EncodeToString(sum[:])}
				mu.Lock()
				files[name] = data
				mu.Unlock()
				done.step()
			}
		})
	}
	for i := range jobs {
		todo <- i
	}
	close(todo)
	group.Wait()
	return files, errors.Join(append(errs, ctx.Err())...)
}

// smallPicture returns a state's screen, made smaller, as PNG.
func smallPicture(st session.State, screen, size image.Point, set *typeset.Setter, painter *paint.Painter) ([]byte, error) {
	p := layout.Layout(st, page.ThemeOf(st), screen, set)
	m := painter.Screen(screen, motion.Compose(motion.Scene{Page: p, Now: st.Now, Progress: snapshotProgress}))
	var data bytes.Buffer
	err := paint.WritePNG(&data, paint.Shrink(m, size))
	return data.Bytes(), err
}

// pictureFiles holds files in memory by name. testing/fstest would bring the test flags' package into the program.
type pictureFiles map[string][]byte

// Open opens a file for reading.
func (p pictureFiles) Open(name string) (fs.File, error) {
	data, ok := p[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return openPicture{bytes.NewReader(data)}, nil
}

// openPicture is an open file of pictureFiles, which has no attributes.
type openPicture struct{ *bytes.Reader }

// Stat returns an error.
func (openPicture) Stat() (fs.FileInfo, error) { return nil, errors.ErrUnsupported }

// Close does nothing.
func (openPicture) Close() error { return nil }
