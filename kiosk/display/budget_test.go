package display

import (
	"image"
	"log/slog"
	"math"
	"runtime/debug"
	"testing"
	"time"

	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
)

func TestBudget(t *testing.T) {
	hd, uhd := image.Pt(1080, 1920), image.Pt(3840, 2160)
	for _, c := range []struct {
		mib    int64
		screen image.Point
		want   budget
	}{
		{0, uhd, unlimited},
		{1, hd, budget{pages: leastPages, masks: leastMasks, pictures: leastPicture}},
		{64, hd, budget{pages: leastPages, masks: leastMasks, pictures: leastPicture}},
		{90, hd, budget{pages: leastPages, masks: 2234112, pictures: 11915264}},
		{96, hd, budget{pages: allPages, masks: 2627328, pictures: 14012416}},
		{117, hd, budget{pages: allPages, masks: 4003584, pictures: 21352448}},
		{160, hd, budget{pages: allPages, around: true, masks: maskBudget, pictures: 36382037}},
		{320, hd, budget{pages: allPages, around: true, masks: maskBudget, pictures: pictures}},
		{96, uhd, budget{pages: leastPages, masks: 1072128, pictures: leastPicture}},
		{200, uhd, budget{pages: leastPages, masks: maskBudget, pictures: 42068650}},
		{512, uhd, budget{pages: allPages, around: true, masks: maskBudget, pictures: pictures}},
	} {
		got := budgetOf(c.mib<<20, c.screen)
		if got != c.want {
			t.Errorf("%d MiB at %v: %+v, want %+v", c.mib, c.screen, got, c.want)
		}
		if limit := heapLimit(c.mib<<20, c.screen); c.mib > 0 && limit >= c.mib<<20 {
			t.Errorf("%d MiB at %v: the heap's limit is %d", c.mib, c.screen, limit)
		}
	}
	for mib := int64(1); mib < 1024; mib++ { // more memory never means less of anything
		a, b := budgetOf(mib<<20, hd), budgetOf((mib+1)<<20, hd)
		if b.pages < a.pages || a.around && !b.around || b.masks < a.masks || b.pictures < a.pictures {
			t.Errorf("%d MiB: %+v, then %+v", mib, a, b)
		}
	}
}

// blueSheet is a surface whose bitmaps a canvas can draw.
type blueSheet struct{ sheet }

func (*blueSheet) mount(pix *image.RGBA) *image.RGBA { return mounted(pix, 0) }

// TestSmallBudget walks to and fro with room for two pages: no more tiles are kept, what has been dropped is painted again, and
// no frame has a hole.
func TestSmallBudget(t *testing.T) {
	size := image.Pt(270, 480)
	g := newGame(Options{Zone: time.UTC, Log: slog.New(slog.DiscardHandler), First: sample(t, 60), Memory: 1 << 20}, &blueSheet{}, func() time.Time { return noon })
	t.Cleanup(g.stage.easel.close)
	t.Cleanup(func() { debug.SetMemoryLimit(math.MaxInt64) })
	g.resize(size)
	now := noon
	whole := paint.New(maskBudget)
	show := func(what string) {
		for range 40 { // frames, until all is at rest
			now = now.Add(50 * time.Millisecond)
			g.update(now, nil)
			g.plan(now)
		}
		pic := canvas{pic: image.NewRGBA(image.Rectangle{Max: size}), size: size}
		placed := g.scene(now)
		pic.draw(pieces(placed, press{}, now), func(key tileKey) *image.RGBA {
			pix, _ := g.stage.tiles[key].sprite.(bitmap)
			return pix.RGBA
		})
		if pic.shown == nil {
			t.Errorf("%s: a tile is missing", what)
		}
		want := whole.Screen(size, placed)
		if n := apart(mounted(pic.pic, 0), want); n > 2 {
			t.Errorf("%s: pixels differ by %d", what, n)
		}
		kept := 0
		for _, tile := range g.stage.tiles {
			kept += len(tile.sprite.(bitmap).Pix)
		}
		if most := 4 * size.X * (leastPages*size.Y + 2*leastPages*tileSize.Y); kept > most || len(g.stage.pages) > leastPages {
			t.Errorf("%s: %d bytes of tiles and %d pages are kept, more than %d", what, kept, len(g.stage.pages), most)
		}
	}
	show("the carousel")
	for range 3 {
		g.apply(now, session.GoHome{})
		show("home")
		g.apply(now, session.Scroll{To: g.shown.Scroll.Max})
		show("home, scrolled")
		g.apply(now, session.Open{Screen: session.Screen{Kind: session.Item, Number: 7}})
		show("an item")
		g.apply(now, session.GoBack{})
		show("home again")
		g.apply(now, session.Leave{})
		show("the carousel again")
	}
}
