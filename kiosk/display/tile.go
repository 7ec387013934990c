package display

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"gongkai/kiosk/page"
)

// Tiles are at most this large. Textures are powers of two in size, so a page of
// 1080 px in one piece would take twice its room.
var tileSize = image.Pt(1024, 512)

// uploadRows is how many rows go up at once. WritePixels copies what it is given,
// and Ebitengine keeps up to 31 such copies for ever: of 32 rows they are 4 MiB, of 128 16.
const uploadRows = 32

// tile is a painted tile: a texture, or a bitmap as a canvas wants it.
type tile struct {
	img   *ebiten.Image
	pix   *image.RGBA
	lacks bool   // a picture, whose place is empty
	tried bool   // to get it, in vain
	sum   uint64 // of its pixels, if it lacks one
}

func (t tile) there() bool { return t.img != nil || t.pix != nil }

// drop lets go of its memory; a bitmap's goes by itself.
func (t tile) drop() {
	if t.img != nil {
		t.img.Deallocate()
	}
}

// tiles calls f with each tile of a layer that meets r (px on the screen, before scrolling).
func tiles(l *page.Layer, r image.Rectangle, f func(at image.Point, rect image.Rectangle)) {
	tilesIn(l.Bounds, r, f)
}

// tilesIn is tiles for a layer that has been moved to bounds.
func tilesIn(bounds, r image.Rectangle, f func(at image.Point, rect image.Rectangle)) {
	r = r.Intersect(bounds).Sub(bounds.Min)
	if r.Empty() {
		return
	}
	for y := r.Min.Y / tileSize.Y * tileSize.Y; y < r.Max.Y; y += tileSize.Y {
		for x := r.Min.X / tileSize.X * tileSize.X; x < r.Max.X; x += tileSize.X {
			at := image.Pt(x, y)
			rect := image.Rectangle{Min: at, Max: at.Add(tileSize)}.Add(bounds.Min).Intersect(bounds)
			f(at, rect)
		}
	}
}

// upload puts a painted tile into a texture of its own. An unmanaged image stays
// off Ebitengine's atlas, which grows by copying itself.
func upload(pix *image.RGBA) *ebiten.Image {
	w, h := pix.Rect.Dx(), pix.Rect.Dy()
	img := ebiten.NewImageWithOptions(image.Rect(0, 0, w, h), &ebiten.NewImageOptions{Unmanaged: true})
	for y := 0; y < h; y += uploadRows {
		end := min(y+uploadRows, h)
		strip := img.SubImage(image.Rect(0, y, w, end)).(*ebiten.Image)
		strip.WritePixels(pix.Pix[y*pix.Stride : end*pix.Stride])
	}
	return img
}

// glass draws on the screen: it turns places on the page into places on the
// panel, which may be rotated.
type glass struct {
	ebiten.FinalScreen
	size   image.Point // of the page
	rotate int
	copied bool // opaque things are copied, not blended
	dot    *ebiten.Image
}

// place moves what is drawn at the origin to p on the panel.
func (g glass) place(m *ebiten.GeoM, p image.Point) {
	m.Translate(float64(p.X), float64(p.Y))
	var turn ebiten.GeoM
	w, h := float64(g.size.X), float64(g.size.Y)
	set := func(a, b, tx, c, d, ty float64) {
		for i, v := range [...]float64{a, b, tx, c, d, ty} {
			turn.SetElement(i/3, i%3, v)
		}
	}
	switch g.rotate {
	case 90:
		set(0, -1, h, 1, 0, 0)
	case 180:
		set(-1, 0, w, 0, -1, h)
	case 270:
		set(0, 1, 0, -1, 0, w)
	default:
		return
	}
	m.Concat(turn)
}

// unrotate is the point of the page at a point of a panel.
func unrotate(p image.Point, size image.Point, rotate int) image.Point {
	switch rotate {
	case 90:
		return image.Pt(p.Y, size.Y-1-p.X)
	case 180:
		return image.Pt(size.X-1-p.X, size.Y-1-p.Y)
	case 270:
		return image.Pt(size.X-1-p.Y, p.X)
	}
	return p
}

// blend is copying for what is opaque.
func (g glass) blend(alpha float32, opaque bool) ebiten.Blend {
	if alpha >= 1 && opaque && g.copied {
		return ebiten.BlendCopy
	}
	return ebiten.BlendSourceOver
}

// picture draws the part of a tile, which stands at rect, that lies in clip.
func (g glass) picture(img *ebiten.Image, rect, clip image.Rectangle, alpha float32, opaque bool) {
	part := rect.Intersect(clip)
	if part.Empty() || alpha <= 0 {
		return
	}
	o := ebiten.DrawImageOptions{Blend: g.blend(alpha, opaque)}
	o.ColorScale.ScaleAlpha(min(alpha, 1))
	g.place(&o.GeoM, part.Min)
	g.DrawImage(img.SubImage(part.Sub(rect.Min)).(*ebiten.Image), &o)
}

// solid fills a rectangle.
func (g glass) solid(r image.Rectangle, theme *page.Theme, ink page.Ink, alpha float32) {
	if r.Empty() || alpha <= 0 {
		return
	}
	o := ebiten.DrawImageOptions{Blend: g.blend(alpha, true)}
	o.GeoM.Scale(float64(r.Dx()), float64(r.Dy()))
	o.ColorScale.ScaleWithColor(theme[ink])
	o.ColorScale.ScaleAlpha(min(alpha, 1))
	g.place(&o.GeoM, r.Min)
	g.DrawImage(g.dot, &o)
}
