package display

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// farDir is a content directory on a machine far away.
type farDir struct {
	fstest.MapFS
	asked chan bool // sent to each time a file is opened
	open  chan bool // then received from: whether it can be
}

func (d *farDir) Open(name string) (fs.File, error) {
	d.asked <- true
	if !<-d.open {
		return nil, fs.ErrNotExist
	}
	return d.MapFS.Open(name)
}

// far returns a stage for a page with a red picture on it, the directory that holds the picture, and a channel that is sent to
// each time that the stage has something to collect.
func far(t *testing.T) (s *stage, n need, dir *farDir, word chan bool) {
	t.Helper()
	red := image.NewRGBA(image.Rect(0, 0, 8, 8))
	for i := 0; i < len(red.Pix); i += 4 {
		red.Pix[i], red.Pix[i+3] = 255, 255
	}
	var data bytes.Buffer
	if err := png.Encode(&data, red); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data.Bytes())
	l := &page.Layer{Bounds: image.Rect(0, 0, 40, 100), Ground: page.Paper, Hash: 7, Items: []page.Item{
		&page.Picture{Name: "images/a.png", Hash: hex.EncodeToString(sum[:]), Orientation: 1, Rect: image.Rect(10, 10, 30, 30)},
	}}
	p := &page.Page{Theme: &page.Normal, Layers: []*page.Layer{l}}
	dir = &farDir{MapFS: fstest.MapFS{"images/a.png": {Data: data.Bytes()}}, asked: make(chan bool, 100), open: make(chan bool)}
	word = make(chan bool, 100)
	s = newStage(&sheet{woken: func() { word <- true }})
	s.size = image.Pt(40, 100)
	t.Cleanup(s.easel.close)
	s.easel.painter.Pictures = dir
	return s, need{page: p}, dir, word
}

func (s *stage) colour(x, y int) color.RGBA {
	return s.tiles[tileKey{layer: 7}].sprite.(bitmap).RGBAAt(x, y)
}

// TestPictureIsNotWaitedFor: a page is shown with mat where its picture will be, and with the picture once it is decoded.
func TestPictureIsNotWaitedFor(t *testing.T) {
	s, n, dir, word := far(t)
	s.finish(n)
	<-word
	if got := s.colour(20, 20); got != page.Normal[page.Mat] || s.renewals() != nil {
		t.Errorf("at first the picture's place is %v", got)
	}
	s.prepare(n)
	dir.open <- true
	<-word
	s.collect()
	if got := s.colour(20, 20); got != (color.RGBA{255, 0, 0, 255}) {
		t.Errorf("later it is %v", got)
	}
	if got := s.renewals(); len(got) != 1 || got[0] != 7 || s.renewals() != nil {
		t.Errorf("renewed: %v", got)
	}
	if left := len(s.missing(n)) + len(s.awaited(n)); left > 0 || !s.easel.idle() {
		t.Errorf("%d tiles are still to be painted", left)
	}
}

// TestPictureIsTriedAgain: a picture that can't be read isn't tried again and again, but when
// there is reason to; what is painted meanwhile stays.
func TestPictureIsTriedAgain(t *testing.T) {
	s, n, dir, word := far(t)
	s.finish(n)
	<-word
	for range 2 {
		s.prepare(n)
		dir.open <- false
		<-word
		s.collect()
		if s.colour(20, 20) != page.Normal[page.Mat] || s.renewals() != nil || len(s.missing(n))+len(s.awaited(n)) > 0 {
			t.Fatal("a picture that can't be read is tried again at once")
		}
		s.retry()
	}
	s.prepare(n)
	dir.open <- true
	<-word
	s.collect()
	if s.colour(20, 20) == page.Normal[page.Mat] || len(dir.asked) != 3 {
		t.Errorf("asked for %d times, the picture is not there", len(dir.asked))
	}
}

// TestPictureOfAnotherPage: a picture that is being decoded for a page that is no longer seen doesn't delay
// that page when it is opened again.
func TestPictureOfAnotherPage(t *testing.T) {
	s, n, dir, word := far(t)
	s.finish(n)
	<-word
	s.prepare(n)
	<-dir.asked
	s.prepare()
	s.sweep()
	if len(s.tiles) > 0 {
		t.Fatal("a tile of no page is kept")
	}
	s.finish(n)
	<-word
	if got := s.colour(20, 20); got != page.Normal[page.Mat] {
		t.Errorf("the picture's place is %v", got)
	}
	dir.open <- true
	<-word
	s.collect()
	if got := s.colour(20, 20); got == page.Normal[page.Mat] || len(s.renewals()) != 1 {
		t.Errorf("the decoded picture isn't shown")
	}
}

// TestTwoPictures: of two pictures in one tile one can't be read; the other is shown, is dropped with its page, is shown
// again, and isn't drawn again without need. The second is shown once it can be read.
func TestTwoPictures(t *testing.T) {
	s, n, dir, word := far(t)
	other := *n.page.Layers[0].Items[0].(*page.Picture)
	other.Name, other.Rect = "images/b.png", image.Rect(10, 40, 31, 60)
	n.page.Layers[0].Items = append(n.page.Layers[0].Items, &other)
	red, mat := color.RGBA{255, 0, 0, 255}, page.Normal[page.Mat]
	round := func(had ...bool) {
		t.Helper()
		s.prepare(n)
		for _, open := range had {
			dir.open <- open
		}
		<-word
		s.collect()
		if left := len(s.missing(n)) + len(s.awaited(n)); left > 0 {
			t.Errorf("%d tiles are asked for again at once", left)
		}
	}
	s.finish(n)
	<-word
	round(true, false)
	if a, b := s.colour(20, 20), s.colour(20, 50); a != red || b != mat || len(s.renewals()) != 1 {
		t.Errorf("the one is %v, the other %v", a, b)
	}
	s.retry()
	round(false)
	if s.renewals() != nil {
		t.Error("what looks the same is shown anew")
	}
	s.sweep()
	s.finish(n)
	<-word
	if a, b := s.colour(20, 20), s.colour(20, 50); a != red || b != mat {
		t.Errorf("again the one is %v, the other %v", a, b)
	}
	dir.MapFS["images/b.png"] = dir.MapFS["images/a.png"]
	round(true)
	if a, b := s.colour(20, 20), s.colour(20, 50); a != red || b != red || len(s.renewals()) != 1 {
		t.Errorf("at last the one is %v, the other %v", a, b)
	}
}

// TestPictureIsNotSliced: the tiles that are seen of a layer show their pictures at the same time, and wait for none that isn't seen.
func TestPictureIsNotSliced(t *testing.T) {
	s, n, dir, word := far(t)
	l := n.page.Layers[0]
	l.Scrolls, l.Bounds, n.page.Scroll.Viewport = true, image.Rect(0, 0, 40, 1500), image.Rect(0, 0, 40, 1000)
	first := l.Items[0].(*page.Picture)
	l.Items = nil
	for i, r := range []image.Rectangle{image.Rect(0, 0, 40, 600), image.Rect(0, 700, 40, 800), image.Rect(0, 1100, 40, 1300)} {
		it := *first
		it.Name, it.Rect = "images/"+string("abc"[i])+".png", r
		dir.MapFS[it.Name] = dir.MapFS[first.Name]
		l.Items = append(l.Items, &it)
	}
	below := n
	below.margin = 400
	s.finish(below)
	s.prepare(need{page: &page.Page{}}, below) // ahead, under a finger
	red := color.RGBA{255, 0, 0, 255}
	shows := func(a, b, c bool) {
		t.Helper()
		s.collect()
		for y, want := range map[int]bool{300: a, 550: a, 750: b, 1200: c} {
			at := image.Pt(0, y/tileSize.Y*tileSize.Y)
			if got := s.tiles[tileKey{layer: 7, at: at}].sprite.(bitmap).RGBAAt(20, y) == red; got != want {
				t.Errorf("at %d its picture is seen: %v", y, got)
			}
		}
	}
	<-dir.asked
	s.prepare(n, below) // opened
	dir.open <- true
	<-dir.asked // the first tile is painted
	shows(false, false, false)
	if s.renewals() != nil {
		t.Error("a part of a picture is shown")
	}
	dir.open <- true
	<-dir.asked
	shows(true, true, false)
	if len(s.renewals()) != 2 {
		t.Error("what is there isn't shown")
	}
	dir.open <- true
	for len(s.awaited(below)) > 0 {
		<-word
		s.collect()
	}
	shows(true, true, true)
}

// TestReasonsToTry: pictures are tried again for another screen and for new content.
func TestReasonsToTry(t *testing.T) {
	key := tileKey{layer: 1}
	for name, e := range map[string]session.Event{
		"screen":  session.Open{Screen: session.Screen{Kind: session.Item, Number: 2}},
		"content": session.Content{Catalogue: sample(t, 4)},
		"none":    session.Tick{},
	} {
		g := running(t)
		g.stage.tiles[key] = tile{lacks: true, tried: true}
		g.apply(g.state.Now, e)
		if got := !g.stage.tiles[key].tried; got != (name != "none") {
			t.Errorf("%s: tried again %v", name, got)
		}
	}
}

// TestRenewedIsShown: a tile that has been replaced is shown in the next frame, once.
func TestRenewedIsShown(t *testing.T) {
	g := running(t)
	s := g.surface.(*sheet)
	g.changed = false
	g.stage.renewed = []uint64{7}
	g.markChanged(g.state.Now)
	if !g.changed || !slices.Equal(s.forgotten, []uint64{7}) {
		t.Errorf("changed %v, drawn again %v", g.changed, s.forgotten)
	}
	g.changed = false
	if g.markChanged(g.state.Now); g.changed {
		t.Error("it is shown again and again")
	}
}

// TestForget: of a canvas only the layer whose picture has changed is drawn again.
func TestForget(t *testing.T) {
	c := canvas{shown: []piece{{layer: 1, share: full}, {layer: 7, share: full}}}
	if c.forget(7); len(c.shown) != 1 || c.shown[0].layer != 1 {
		t.Errorf("still shown %v", c.shown)
	}
}
