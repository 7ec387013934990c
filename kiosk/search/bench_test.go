package search

import (
	"fmt"
	"runtime"
	"testing"

	"gongkai/kiosk/catalogue"
)

// many makes n rows from the shipped ones, with distinct titles; apart makes every text distinct, while official ones
// repeat citations and elements.
func many(tb testing.TB, n int, apart bool) *catalogue.Catalogue {
	rows := shipped(tb).Items
	c := &catalogue.Catalogue{}
	vary := func(s string, i int) string {
		return fmt.Sprintf("%s%c%c%c", s, '一'+i%2999, '人'+i%1999, '口'+i%997)
	}
	for i := range n {
		it := rows[i%len(rows)]
		if i >= len(rows) {
			it.Number, it.Title = i+1, vary(it.Heading(), i)
			if apart {
				it.Content, it.Basis = append(catalogue.Cell{}, it.Content...), append(catalogue.Cell{}, it.Basis...)
				for k := range it.Content {
					it.Content[k].Text = vary(it.Content[k].Text, i)
				}
				for k := range it.Basis {
					it.Basis[k].Text = vary(it.Basis[k].Text, i)
				}
			}
		}
		c.Items = append(c.Items, it)
	}
	return c
}

var catalogues = []struct {
	name  string
	items int
	apart bool
}{{"14", 14, false}, {"5000", 5000, false}, {"5000apart", 5000, true}}

func BenchmarkBuild(b *testing.B) {
	for _, c := range catalogues {
		b.Run(c.name, func(b *testing.B) {
			full := many(b, c.items, c.apart)
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			kept := make([]*Index, 0, b.N)
			for b.Loop() {
				x := New(full)
				x.Build()
				kept = append(kept, x)
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(len(kept)), "kept-B")
			runtime.KeepAlive(kept)
		})
	}
}

// BenchmarkKey measures one key: the results and the keys that lead on.
func BenchmarkKey(b *testing.B) {
	for _, c := range catalogues {
		x := New(many(b, c.items, c.apart))
		x.Build()
		for _, q := range []string{"", "S", "SH", "CJ", "GONG", "CJRBT", "㇐", "㇐㇔㇒", "㇒㇐㇔㇒㇒"} {
			b.Run(c.name+"/"+q, func(b *testing.B) {
				for b.Loop() {
					x.Find(q)
					x.Leads(q)
					x.LeadStrokes(q)
				}
			})
		}
	}
}
