package search_test

import (
	"fmt"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/search"
)

// A key press asks for the results, and for the keys to light.
func Example() {
	x := search.New(&catalogue.Catalogue{Items: []catalogue.Item{
		{Number: 1, Category: "生育", Title: "孕前优生优育服务"},
		{Number: 2, Category: "助残", Title: "残疾人补贴", Content: catalogue.Cell{
			{Text: "补贴情形（包括"},
			{Text: "残疾人在岗就业补贴，", Depth: 1},
			{Text: "残疾儿童保教费补贴等）、", Depth: 1},
		}},
		{Number: 3, Category: "就业", Title: "就业认定", Basis: catalogue.Cell{{Text: "《中华人民共和国就业促进法》"}}},
	}})
	for _, m := range x.Find("CJ") {
		fmt.Println(m.Item, m.Title, m.Text, m.In, m.More)
	}
	for i, on := range x.Leads("CJ") {
		if on {
			fmt.Printf("%c %d\n", 'A'+i, x.Count("CJ"+string(rune('A'+i))))
		}
	}
	// Output:
	// 1 {0 2} 补贴情形（包括残疾人在岗就业补贴， {7 9} true
	// 2 {0 0} 《中华人民共和国就业促进法》 {10 12} false
	// E 1
	// F 1
	// R 1
}
