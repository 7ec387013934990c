package main

import (
	"bytes"
	"context"
	"image"
	"image/draw"
	"io"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"gongkai/kiosk/layout"
	"gongkai/kiosk/layout/compare"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// pairPictures saves screens side by side: before and after.
type pairPictures struct {
	px      image.Point // of a screen
	dir     string
	sides   [2]side
	now     time.Time
	trusted bool
	step    func() // called after each change
}

// pairMost is how many pictures a change has at most: a page that scrolls has several, each some way further down.
const pairMost = 12

// save writes the pictures of all changes, on all cores, and returns their number.
func (p pairPictures) save(ctx context.Context, changes []change) (int, error) {
	var painters [2]*paint.Painter
	var states [2]session.State
	for i, side := range p.sides {
		painters[i] = paint.New(64 << 20)
		painters[i].Pictures = side.conf.images()
		states[i] = session.Step(session.Start(p.now, p.trusted), p.now, session.Content{Catalogue: side.snap.Catalogue})
		states[i].Panel, states[i].Name = side.conf.panel, side.conf.name
	}
	todo := make(chan change)
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var saved atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			set := typeset.New()
			for c := range todo {
				if ctx.Err() != nil {
					continue
				}
				n, err := p.change(ctx, c, states, painters, set)
				saved.Add(int64(n))
				p.step()
				if err != nil {
					stop(err)
				}
			}
		})
	}
	for _, c := range changes {
		todo <- c
	}
	close(todo)
	group.Wait()
	return int(saved.Load()), context.Cause(ctx)
}

// change writes the pictures of a change: of each part of the page that differs, at least the first.
func (p pairPictures) change(ctx context.Context, c change, states [2]session.State, painters [2]*paint.Painter, set *typeset.Setter) (n int, err error) {
	var pages [2]*page.Page
	var shown [2]session.State
	furthest := 0
	for i, screen := range c.screens {
		if screen == nil {
			continue
		}
		shown[i] = screen(states[i])
		if v := shown[i].View; v.Kind == session.Notice {
			if _, onAir := session.FindNotice(shown[i], v.Notice); !onAir {
				continue // it has ended, or isn't shown at this hour
			}
		}
		pages[i] = layout.Layout(shown[i], page.ThemeOf(shown[i]), p.px, set)
		furthest = max(furthest, pages[i].Scroll.Max)
	}
	if pages[0] == nil && pages[1] == nil {
		return 0, nil
	}
	around := compare.Layout(p.px, [2]bool{pages[0] != nil, pages[1] != nil}, page.ThemeOf(states[1]), set)
	for part, at := 0, 0; part < pairMost; part++ {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		sheet, differ := p.pair(around, pages, shown, painters, at)
		if part == 0 || differ {
			if err := replaceFile(filepath.Join(p.dir, c.name+ordinal(part+1)+".png"), func(w io.Writer) error { return paint.WritePNG(w, sheet) }); err != nil {
				return n, err
			}
			n++
		}
		if at >= furthest {
			break
		}
		at = min(at+p.px.Y/2, furthest)
	}
	return n, nil
}

// pair paints both pages, scrolled by px, in their places, and reports whether they differ.
func (p pairPictures) pair(around compare.Sheet, pages [2]*page.Page, shown [2]session.State, painters [2]*paint.Painter, scroll int) (sheet *image.RGBA, differ bool) {
	sheet = painters[1].Screen(around.Size, motion.Compose(motion.Scene{Page: around.Page}))
	var screens [2]*image.RGBA
	for i, pg := range pages {
		if pg == nil {
			continue
		}
		screens[i] = painters[i].Screen(p.px, motion.Compose(motion.Scene{Page: pg, Scroll: min(scroll, pg.Scroll.Max), Now: shown[i].Now, Progress: snapshotProgress}))
		draw.Draw(sheet, around.Places[i], screens[i], image.Point{}, draw.Src)
	}
	if screens[0] == nil || screens[1] == nil {
		return sheet, true
	}
	return sheet, !bytes.Equal(screens[0].Pix, screens[1].Pix)
}
