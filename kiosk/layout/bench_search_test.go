package layout

import (
	"image"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// BenchmarkSearch lays out the page of a search of 5,000 items that finds all of them, as
// after each key.
func BenchmarkSearch(b *testing.B) {
	for name, n := range map[string]int{"14": 14, "5000": 5000} {
		st := sample.At(sample.Rows(b, n), session.Screen{Kind: session.Search})
		st.View.Query = "S"
		set := typeset.New()
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Layout(st, &page.Normal, image.Pt(1080, 1920), set)
			}
		})
	}
}

// BenchmarkGuide lays out an item whose section has as many characters as one may have.
func BenchmarkGuide(b *testing.B) {
	st := sample.At(sample.Rows(b, 14), session.Screen{Kind: session.Item, Number: 4})
	for name, body := range map[string]string{"one paragraph": strings.Repeat("示例文字，", 10000), "many": strings.Repeat(strings.Repeat("示例文字，", 19)+"示例\n", 515)} {
		st.Catalogue.Items[3].Guides = []catalogue.Guide{{Heading: "办理流程", Body: body}}
		set := typeset.New()
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Layout(st, &page.Normal, image.Pt(1080, 1920), set)
			}
		})
	}
}
