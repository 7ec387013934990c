package main

import (
	"fmt"
	"image"
	"io"
	"math"
	"text/tabwriter"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// diagonal is that of the panel in the table, mm: 43 inches.
const diagonal = 43 * 25.4

// posters prints, for each composition of the round, the smallest text of its slides, in u, and the distance from
// which that is legible, in m. What all slides have in common is left out.
func posters(w io.Writer, c *catalogue.Catalogue) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "slides\tof\tportrait, u\tm\tlandscape, u\tm")
	set := typeset.New()
	tall, wide := smallest(c, sizes[0], set), smallest(c, sizes[1], set)
	for k := session.ShortSlide; k <= session.UrgentSlide; k++ {
		if a, b := tall[k], wide[k]; a.slides > 0 {
			fmt.Fprintf(t, "%v\t%d\t%.1f\t%.1f\t%.1f\t%.1f\n", k, a.slides, a.u, distance(a.u), b.u, distance(b.u))
		}
	}
	fmt.Fprintf(t, "invitation\t\t64.0\t%.1f\t56.0\t%.1f\n", distance(64), distance(56))
	t.Flush()
	fmt.Fprintln(w)
}

// poster is the smallest text of the slides of a composition.
type poster struct {
	slides int
	u      float64
}

// smallest returns the smallest text of each composition's slides at a size.
func smallest(c *catalogue.Catalogue, size image.Point, set *typeset.Setter) map[session.Composition]poster {
	out := map[session.Composition]poster{}
	st := session.Step(session.Start(noon, true), noon, session.Content{Catalogue: c})
	u := page.NewGrid(size).U
	for i := range session.Slides(st) {
		st.View = session.View{Screen: session.SlideAt(st, i)}
		k := session.CompositionOf(st)
		at := out[k]
		if at.slides++; at.slides == 1 {
			at.u = math.Inf(1)
		}
		for _, l := range layout.Layout(st, page.ThemeOf(st), size, set).Layers {
			if l.Role == page.Plain {
				at.u = min(at.u, leastSize(l)/u)
			}
		}
		out[k] = at
	}
	return out
}

// leastSize returns the smallest size of a layer's texts, px.
func leastSize(l *page.Layer) float64 {
	least := math.Inf(1)
	for _, it := range l.Items {
		if t, ok := it.(*page.Text); ok {
			for _, s := range t.Spans {
				least = min(least, float64(s.Style.Size)/64)
			}
		}
	}
	return least
}

// distance returns the distance from which a text of a size in u is legible on the panel, m.
func distance(u float64) float64 {
	g := page.NewGrid(sizes[0])
	return g.Legible(g.Px(u), session.Panel{Diagonal: diagonal}) / 1000
}
