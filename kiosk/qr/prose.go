package qr

import (
	"strings"

	"gongkai/kiosk/catalogue"
)

// proseLines returns the lines of a body with their indents and empty lines. Words of columns are a full-width space
// apart, the cells of a table stand between ｜, and drawings stay as they were typed.
func proseLines(body string) []line {
	var all []line
	for _, b := range catalogue.Blocks(body) {
		for range b.Count {
			all = append(all, line{lead: "\n"})
		}
		gap := "　"
		if b.Kind == catalogue.Table {
			gap = "｜"
		}
		indent := strings.Repeat("　", b.Indent/2) + strings.Repeat(" ", b.Indent%2)
		for _, row := range b.Rows {
			text := strings.ReplaceAll(strings.Join(row, gap), "\n", "　")
			all = append(all, line{lead: "\n", text: indent + plain(text)})
		}
	}
	return all
}

// plain returns a text with spaces as a keyboard types them.
func plain(text string) string { return strings.ReplaceAll(text, "\u2002", " ") }
