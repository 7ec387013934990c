package display

import (
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"gongkai/kiosk/page"
)

// texture is a sprite on a surface of textures.
type texture struct{ *ebiten.Image }

func (t texture) drop() { t.Deallocate() }

// uploadRows is how many rows are uploaded at once. WritePixels copies what it is given,
// and Ebitengine keeps up to 31 such copies for ever: of 32 rows they are 4 MiB, of 128 16.
const uploadRows = 32

// upload copies a painted bitmap into a texture of its own. An unmanaged image stays
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

// glass draws on the screen: it turns positions on the page into positions on the
// panel, which may be rotated.
type glass struct {
	ebiten.FinalScreen
	size   image.Point // of the page
	rotate int
	copied bool // opaque things are copied, not blended
	dot    *ebiten.Image
}

// put draws one placed thing, and over it the target that is pressed in it.
func (g glass) put(p page.Placed, hung map[tileKey]tile, press press, now time.Time) {
	if p.Layer == nil {
		g.solid(p.Rect, p.Theme, p.Ink, p.Alpha)
		return
	}
	opaque := p.Layer.Ground != page.None
	tiles(p.Layer, p.Clip.Sub(p.Move), func(at image.Point, rect image.Rectangle) {
		if img, ok := hung[tileKey{layer: p.Layer.Hash, at: at}].sprite.(texture); ok {
			g.texture(img, rect.Add(p.Move), p.Clip, p.Alpha, opaque)
		}
	})
	if alpha := press.alpha(p.Layer, now); alpha > 0 {
		g.texture(press.look.(texture), press.rect.Add(p.Move), p.Clip, alpha*p.Alpha, opaque)
	}
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

// blend returns copying for what is opaque.
func (g glass) blend(alpha float32, opaque bool) ebiten.Blend {
	if alpha >= 1 && opaque && g.copied {
		return ebiten.BlendCopy
	}
	return ebiten.BlendSourceOver
}

// texture draws the part of a texture at rect that lies in clip.
func (g glass) texture(img texture, rect, clip image.Rectangle, alpha float32, opaque bool) {
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
