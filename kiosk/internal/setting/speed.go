package main

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/typeset"
)

// passes is how often the paragraphs are set to find the middle time.
const passes = 400

// writeSpeed adds how fast the paragraphs are laid out, and painted too, in the
// longest measure.
func writeSpeed(b *strings.Builder, texts []string) {
	measure := measures[len(measures)-1]
	var all []typeset.Paragraph
	for _, text := range texts {
		all = append(all, paragraph(text, measure, true))
	}
	lay := func(set *typeset.Setter) {
		for _, p := range all {
			set.Lines(p)
		}
	}
	lay(typeset.New()) // opens the faces
	set, easel := typeset.New(), newEasel(measure)
	fmt.Fprintf(b, "\n## Speed\n\n%d paragraphs of %d px in %d px, paragraphs/s:\n\n", len(all), em, measure)
	writeRate(b, "layout", len(all), func() { lay(set) })
	writeRate(b, "layout and paint", len(all), func() {
		for _, p := range all {
			easel.paint(set.Lines(p))
		}
	})
}

// writeRate times a pass: the first one cold, then the middle and the best one.
func writeRate(b *strings.Builder, what string, paragraphs int, pass func()) {
	took := make([]time.Duration, passes+1)
	for i := range took {
		start := time.Now()
		pass()
		took[i] = time.Since(start)
	}
	slices.Sort(took[1:])
	rate := func(d time.Duration) float64 { return float64(paragraphs) / d.Seconds() }
	fmt.Fprintf(b, "- %s: cold %.0f, warm %.0f, best %.0f\n", what, rate(took[0]), rate(took[1+passes/2]), rate(took[1]))
}

// easel is where paragraphs are painted over each other, the ground first.
type easel struct {
	painter *paint.Painter
	sheet   *image.RGBA
	layer   page.Layer
	theme   page.Theme
}

func newEasel(measure int) *easel {
	return &easel{paint.New(8 << 20), image.NewRGBA(image.Rect(0, 0, measure, 1200)), page.Layer{Ground: page.Paper}, page.Normal}
}

func (e *easel) paint(lines []typeset.Line) {
	e.layer.Bounds = image.Rect(0, 0, e.sheet.Rect.Dx(), pitch*len(lines))
	e.layer.Items = []page.Item{&page.Text{Look: page.Look{Ink: page.Black}, Lines: lines, Y: rise, Pitch: fixed.I(pitch)}}
	e.painter.Layer(e.sheet, &e.layer, &e.theme, 0)
}
