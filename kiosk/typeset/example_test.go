package typeset_test

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/typeset"
)

// A justified paragraph of eight characters a line, its closing mark in a span
// of its own so that it can be painted in another ink.
func Example() {
	style := typeset.Style{Face: fonts.SansRegular, Size: fixed.I(40)}
	lines := typeset.New().Lines(typeset.Paragraph{
		Spans:   []typeset.Span{{Text: "信息形成或者变更之日起20个工作日内", Style: style}, {Text: "，", Style: style}},
		Measure: 8 * style.Size,
		Justify: true,
	})
	for _, l := range lines {
		for _, g := range l.Glyphs {
			fmt.Print(string(g.Rune))
		}
		fmt.Printf(" %d–%d, %v px\n", l.Start, l.End, l.Width)
	}
	// Output:
	// 信息形成或者变更 0–8, 320:00 px
	// 之日起 8–11, 120:00 px
	// 20个工作日内， 11–19, 264:26 px
}

func ExamplePhrases() {
	title := "城镇独生子女父母计划生育奖励"
	from := 0
	for _, to := range typeset.Phrases(title) {
		fmt.Print(string([]rune(title)[from:to]), " ")
		from = to
	}
	fmt.Println(string([]rune(title)[from:]))
	// Output: 城镇 独生子女父母 计划生育 奖励
}
