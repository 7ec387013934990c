package main

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/typeset"
)

// TestContrast measures every text of every screen against the pixels behind it.
func TestContrast(t *testing.T) {
	st := full(t)
	worst := map[bool]float64{false: 21, true: 21}
	for _, size := range []image.Point{{540, 960}, {960, 540}} {
		for _, contrast := range []bool{false, true} {
			st.Mode.Contrast = contrast
			set, painter := typeset.New(), paint.New(8<<20)
			shots := append(shotsOf(st), namedShots(st, []string{"search:CJ"})...)
			for _, sh := range shots {
				sh.state.Mode.Contrast = contrast
				p, with := lookAt(sh.state, size, set, painter)
				without := picture(wordless(p), size, painter)
				for _, r := range inks(p) {
					ratio := contrastOf(p, r, with, without)
					if ratio < r.floor(contrast) {
						t.Errorf("%s %v, contrast %v: %s in %v has %.1f:1, not %.1f", sh.name, size, contrast, r.words(), r.ink, ratio, r.floor(contrast))
					}
					if r.ink != page.Night {
						worst[contrast] = min(worst[contrast], ratio)
					}
				}
			}
		}
	}
	t.Logf("least ratio: normal %.2f, high contrast %.2f", worst[false], worst[true])
}

// TestContrastPressed measures the text on what is pressed: once for each part of each kind of screen.
func TestContrastPressed(t *testing.T) {
	st := full(t)
	set, painter := typeset.New(), paint.New(8<<20)
	size := image.Pt(1080, 1920)
	for _, contrast := range []bool{false, true} {
		worst, seen := map[string]float64{}, map[string]bool{}
		for _, sh := range append(shotsOf(st), namedShots(st, []string{"search:CJ"})...) {
			sh.state.Mode.Contrast = contrast
			p, _ := lookAt(sh.state, size, set, painter)
			bare := wordless(p)
			for i, target := range p.Targets {
				part := fmt.Sprint(p.View.Kind, sh.state.Sheet.Kind, target.Name)
				if seen[part] || !target.Paint.In(image.Rectangle{Max: size}) {
					continue
				}
				seen[part] = true
				with, without := pressed(p, p, i, painter), pressed(p, bare, i, painter)
				for _, r := range inks(p) {
					ink, least := strongest(r, target.Paint, with, without)
					if least == 0 {
						continue
					}
					want := r.floor(contrast)
					if !contrast && (ink == p.Theme[page.Red] || ink == p.Theme[page.Ink2]) {
						want = pressedRow
					}
					if least < want-.1 {
						t.Errorf("%s, %s pressed, contrast %v: %s has %.1f:1, not %.1f", sh.name, target.Name, contrast, r.words(), least, want)
					}
					if w, ok := worst[target.Name]; !ok || least < w {
						worst[target.Name] = least
					}
				}
			}
		}
		for _, name := range slices.Sorted(maps.Keys(worst)) {
			t.Logf("pressed, contrast %v: %s %.2f", contrast, name, worst[name])
		}
	}
}

// pressedRow is the least ratio of numerals and secondary text while their row is pressed: the design draws
// them on sand as they are at rest.
const pressedRow = 6

// pressed paints the layer of a page's target while it is pressed, as it is in drawn.
func pressed(p, drawn *page.Page, target int, painter *paint.Painter) *image.RGBA {
	l := p.Targets[target].Layer
	for i := range p.Layers {
		if p.Layers[i] == l {
			l = drawn.Layers[i]
		}
	}
	m := image.NewRGBA(image.Rectangle{Max: p.Size})
	if l.Ground == page.None {
		draw.Draw(m, m.Rect, image.NewUniform(p.Theme[page.Paper]), image.Point{}, draw.Src)
	}
	painter.Layer(m, l, p.Theme, target+1)
	return m
}

// strongest returns the painted colour of a text within r that stands out most from what is behind it, and
// its contrast; 0: the text isn't there.
func strongest(t inked, r image.Rectangle, with, without *image.RGBA) (color.RGBA, float64) {
	var ink color.RGBA
	best := 0.0
	for _, box := range t.boxes() {
		box = box.Intersect(r)
		for y := box.Min.Y; y < box.Max.Y; y++ {
			for x := box.Min.X; x < box.Max.X; x++ {
				if a, b := with.RGBAAt(x, y), without.RGBAAt(x, y); a != b {
					if ratio := ratioOf(a, b); ratio > best {
						ink, best = a, ratio
					}
				}
			}
		}
	}
	return ink, best
}

// inked is the part of a text in one ink.
type inked struct {
	text  *page.Text
	ink   page.Ink
	move  image.Point
	clip  image.Rectangle
	u     float64
	spans map[int]bool
}

// inks returns a page's visible texts, without those under the veil.
func inks(p *page.Page) []inked {
	var all []inked
	for _, c := range motion.Compose(motion.Scene{Page: p}) {
		if c.Layer == nil || p.Sheet != nil && !c.Layer.Over {
			continue
		}
		for _, it := range c.Layer.Items {
			t, ok := it.(*page.Text)
			if !ok {
				continue
			}
			byInk := map[page.Ink]map[int]bool{}
			for i := range t.Spans {
				ink := t.Ink
				if t.Inks != nil {
					ink = t.Inks[i]
				}
				if byInk[ink] == nil {
					byInk[ink] = map[int]bool{}
				}
				byInk[ink][i] = true
			}
			for ink, spans := range byInk {
				all = append(all, inked{t, ink, c.Move, c.Clip, float64(min(p.Size.X, p.Size.Y)) / 1080, spans})
			}
		}
	}
	return all
}

// wordless returns a page without its texts.
func wordless(p *page.Page) *page.Page {
	bare := *p
	bare.Layers = nil
	for _, l := range p.Layers {
		c := *l
		c.Items = slices.DeleteFunc(slices.Clone(l.Items), func(it page.Item) bool { _, ok := it.(*page.Text); return ok })
		bare.Layers = append(bare.Layers, &c)
	}
	return &bare
}

// contrastOf returns the least contrast ratio of a text's colour with the pixels behind it.
func contrastOf(p *page.Page, r inked, with, without *image.RGBA) float64 {
	least, own := 21.0, p.Theme[r.ink]
	for _, box := range r.boxes() {
		for y := box.Min.Y; y < box.Max.Y; y++ {
			for x := box.Min.X; x < box.Max.X; x++ {
				if back := without.RGBAAt(x, y); back != with.RGBAAt(x, y) {
					least = min(least, ratioOf(own, back))
				}
			}
		}
	}
	return least
}

// boxes returns the em boxes of the text's glyphs on the screen.
func (r inked) boxes() []image.Rectangle {
	var all []image.Rectangle
	for i, line := range r.text.Lines {
		down := (fixed.Int26_6(i) * r.text.Pitch).Round()
		for _, g := range line.Glyphs {
			if !r.spans[g.Span] {
				continue
			}
			size := g.Size.Round()
			at := image.Pt(r.text.X+(line.X+g.X).Round(), r.text.Y+down+g.Y.Round())
			if r.text.Vertical {
				at = image.Pt(r.text.X-down-size/2, r.text.Y+(line.X+g.Y).Round())
			}
			box := image.Rect(at.X, at.Y-size*7/8, at.X+size, at.Y+size/8)
			all = append(all, box.Add(r.move).Intersect(r.clip))
		}
	}
	return all
}

func (r inked) words() string {
	var b strings.Builder
	for i, s := range r.text.Spans {
		if r.spans[i] {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// floor returns the contrast that the design requires (docs/design/README.md section 2): 7:1, less for an
// element's closing mark, for large text on the leaf and for the tag of a sample, none for the clock of a
// sleeping screen; 12:1 in high contrast.
func (r inked) floor(contrast bool) float64 {
	large := true
	for i := range r.spans {
		large = large && float64(r.text.Spans[i].Style.Size)/64 >= 60*r.u-1
	}
	switch {
	case r.ink == page.Night:
		return 0
	case contrast:
		return 12
	case r.ink == page.Sep || r.ink == page.OnLeaf2 && large:
		return 4.5
	case r.ink == page.GoldInk:
		return 6.5
	}
	return 7
}

// ratioOf returns WCAG's contrast ratio.
func ratioOf(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(c color.RGBA) float64 {
	lin := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= .04045 {
			return f / 12.92
		}
		return math.Pow((f+.055)/1.055, 2.4)
	}
	return .2126*lin(c.R) + .7152*lin(c.G) + .0722*lin(c.B)
}
