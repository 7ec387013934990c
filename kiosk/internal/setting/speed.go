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

// passes is how often the paragraphs are set to find the median time.
const passes = 400

const speedHead = "\n## Speed\n\n%d paragraphs of %d px in %d px, in paragraphs a second. Cold: the first pass; warm: the median of %d more; best: the fastest; each the best of %d alternating rounds.\n\n" +
	"| | | Cold | Warm | Best |\n|---|---|---|---|---|\n"

// rounds is how often both sides are timed, alternating.
const rounds = 3

// writeSpeed adds the speed of layout, and of layout and painting, in the longest
// measure, beside Pango in the same run.
func writeSpeed(b *strings.Builder, out, cells string, texts []string) {
	measure := measures[len(measures)-1]
	fmt.Fprintf(b, speedHead, len(texts), em, measure, passes, rounds)
	program, err := buildPango(out)
	laid, painted := ours(texts, measure)
	var theirLaid, theirPainted times
	for i := range rounds {
		if err == nil {
			var l, p times
			if l, p, err = pango(program, cells, measure); i == 0 {
				theirLaid, theirPainted = l, p
			}
			theirLaid, theirPainted = theirLaid.least(l), theirPainted.least(p)
		}
		l, p := ours(texts, measure)
		laid, painted = laid.least(l), painted.least(p)
	}
	writeRate(b, len(texts), "layout", laid, theirLaid, err)
	writeRate(b, len(texts), "layout and paint", painted, theirPainted, err)
	writeLong(b, texts)
}

// writeRate adds both sides' rates, and their ratio.
func writeRate(b *strings.Builder, paragraphs int, what string, our, their times, missing error) {
	row := func(who string, t times) {
		rate := func(d time.Duration) float64 { return float64(paragraphs) / d.Seconds() }
		fmt.Fprintf(b, "| %s | %s | %.0f | %.0f | %.0f |\n", what, who, rate(t.cold), rate(t.warm), rate(t.best))
	}
	row("ours", our)
	if missing != nil {
		fmt.Fprintf(b, "| %s | Pango | left out: %v |\n", what, missing)
		return
	}
	row("Pango", their)
	times := func(a, b time.Duration) float64 { return b.Seconds() / a.Seconds() }
	fmt.Fprintf(b, "| | times as fast | %.1f | %.1f | %.1f |\n", times(our.cold, their.cold), times(our.warm, their.warm), times(our.best, their.best))
}

// ours times our passes: the first with open faces, and a Setter and a Painter with
// empty caches.
func ours(texts []string, measure int) (laid, painted times) {
	var all []typeset.Paragraph
	for _, text := range texts {
		all = append(all, paragraph(text, measure, true))
	}
	typeset.New().Lines(all[0])
	set := typeset.New()
	laid = timed(func() {
		for _, p := range all {
			set.Lines(p)
		}
	})
	set, easel := typeset.New(), newEasel(measure)
	painted = timed(func() {
		for _, p := range all {
			easel.paint(set.Lines(p))
		}
	})
	return laid, painted
}

func timed(pass func()) times {
	took := make([]time.Duration, passes+1)
	for i := range took {
		start := time.Now()
		pass()
		took[i] = time.Since(start)
	}
	slices.Sort(took[1:])
	return times{took[0], took[1+passes/2], took[1]}
}

// writeLong adds the time per character in paragraphs of increasing length.
func writeLong(b *strings.Builder, texts []string) {
	b.WriteString("\nTime per character of one paragraph, in ns, the best of five:\n\n| Characters | ns |\n|---|---|\n")
	text := []rune(strings.Join(texts, ""))
	for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
		long := strings.Repeat(string(text), n/len(text)+1)
		p := paragraph(string([]rune(long)[:n]), measures[0], true)
		set := typeset.New()
		best := time.Hour
		for range 5 {
			start := time.Now()
			set.Lines(p)
			best = min(best, time.Since(start))
		}
		fmt.Fprintf(b, "| %d | %.0f |\n", n, float64(best.Nanoseconds())/float64(n))
	}
}

// easel is the picture on which paragraphs are painted over each other, the ground first.
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
